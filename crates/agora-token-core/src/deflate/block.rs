//! One block that holds a whole content: which of the three kinds it is, and its bits
//! (RFC 1951, section 3.2.3).

use super::{
    bits::{BITS_PER_FLUSH, BitWriter, Bits},
    dynamic_size::DynamicSize,
    fixed,
    header::Header,
    histogram::Histogram,
    huffman::{MAX_CODE_LENGTH, TreeBuilder, assign_codes},
    matcher::Match,
    symbols::{DISTANCE_SYMBOLS, END_OF_BLOCK, LITERAL_SYMBOLS, distance_symbol, length_symbol},
};

/// The three bits before a block: "last block", and its kind.
const BLOCK_BITS: u32 = 3;
const LAST_STORED: u64 = 0b001;
const LAST_FIXED: u64 = 0b011;
const LAST_DYNAMIC: u64 = 0b101;

/// Bytes of the two lengths at the beginning of a stored block.
const STORED_LENGTHS: usize = 4;

/// Encodes blocks.
pub(super) struct BlockEncoder {
    builder: TreeBuilder,
    dynamic_size: DynamicSize,
    header: Header,
    literal_lengths: [u8; LITERAL_SYMBOLS],
    distance_lengths: [u8; DISTANCE_SYMBOLS],
    literal_codes: [Bits; LITERAL_SYMBOLS],
    distance_codes: [Bits; DISTANCE_SYMBOLS],
}

/// The kind of a block.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Stored,
    Fixed,
    Dynamic,
}

impl BlockEncoder {
    pub fn new() -> Self {
        Self {
            builder: TreeBuilder::new(),
            dynamic_size: DynamicSize::new(),
            header: Header::new(),
            literal_lengths: [0; LITERAL_SYMBOLS],
            distance_lengths: [0; DISTANCE_SYMBOLS],
            literal_codes: [Bits::default(); LITERAL_SYMBOLS],
            distance_codes: [Bits::default(); DISTANCE_SYMBOLS],
        }
    }

    /// Chooses the kind of block as zlib does and returns it with the size of the block in bytes.
    pub fn plan(&mut self, content: &[u8], matches: &[Match]) -> (Kind, usize) {
        let mut histogram = Histogram::count(content, matches);
        let fixed = bytes(fixed::bits(&histogram));
        let distance_bits = self.builder.build(
            &histogram.distances,
            &mut histogram.used_distances,
            MAX_CODE_LENGTH,
            &mut self.distance_lengths,
        );
        // The least number of bits that do not make fewer bytes than the fixed block has.
        let limit = (8 * (fixed - 1) + 1) as u32 - BLOCK_BITS;
        let fixed_wins =
            self.dynamic_size.reaches(limit, &histogram, distance_bits, &self.distance_lengths);
        // With debug assertions, as in tests and fuzzing, the exact size stands beside the bound.
        if cfg!(debug_assertions) {
            let exact = self.plan_dynamic(&mut histogram.clone(), distance_bits);
            let lengths = &self.distance_lengths;
            assert!(!self.dynamic_size.reaches(exact + 1, &histogram, distance_bits, lengths));
        }
        let dynamic = if fixed_wins {
            fixed
        } else {
            bytes(self.plan_dynamic(&mut histogram, distance_bits))
        };
        let coded = fixed.min(dynamic);
        // zlib does not count the byte that the first three bits of a stored block end up in.
        let stored = content.len() + STORED_LENGTHS;
        if stored <= coded {
            (Kind::Stored, 1 + stored)
        } else if fixed == coded {
            (Kind::Fixed, fixed)
        } else {
            assign_codes(&self.literal_lengths, &histogram.used_literals, &mut self.literal_codes);
            assign_codes(
                &self.distance_lengths,
                &histogram.used_distances,
                &mut self.distance_codes,
            );
            (Kind::Dynamic, dynamic)
        }
    }

    fn plan_dynamic(&mut self, histogram: &mut Histogram, distance_bits: u32) -> u32 {
        let literal_bits = self.builder.build(
            &histogram.literals,
            &mut histogram.used_literals,
            MAX_CODE_LENGTH,
            &mut self.literal_lengths,
        );
        let header_bits = self.header.prepare(
            &mut self.builder,
            (&self.literal_lengths, &histogram.used_literals),
            (&self.distance_lengths, &histogram.used_distances),
        );
        literal_bits + distance_bits + histogram.extra_bits + header_bits
    }

    /// Writes the block that was planned, and returns its size in bytes.
    pub fn write(&self, kind: Kind, content: &[u8], matches: &[Match], buffer: &mut [u8]) -> usize {
        let mut writer = BitWriter::new(buffer);
        match kind {
            Kind::Stored => {
                writer.add(LAST_STORED, BLOCK_BITS);
                writer.align();
                let length = content.len() as u16;
                writer.bytes(&length.to_le_bytes());
                writer.bytes(&(!length).to_le_bytes());
                writer.bytes(content);
                writer.written()
            }
            Kind::Fixed => {
                writer.add(LAST_FIXED, BLOCK_BITS);
                write_symbols::<{ fixed::MAX_LENGTH }>(
                    content,
                    matches,
                    &fixed::LITERAL_CODES,
                    &fixed::DISTANCE_CODES,
                    writer,
                )
            }
            Kind::Dynamic => {
                writer.add(LAST_DYNAMIC, BLOCK_BITS);
                self.header.write(&mut writer);
                write_symbols::<MAX_CODE_LENGTH>(
                    content,
                    matches,
                    &self.literal_codes,
                    &self.distance_codes,
                    writer,
                )
            }
        }
    }
}

/// Writes literals, matches and the end of the block, with codes of at most `MAX_LENGTH` bits.
fn write_symbols<const MAX_LENGTH: usize>(
    content: &[u8],
    matches: &[Match],
    literal_codes: &[Bits; LITERAL_SYMBOLS],
    distance_codes: &[Bits; DISTANCE_SYMBOLS],
    mut writer: BitWriter<'_>,
) -> usize {
    writer.flush();
    let mut position = 0;
    let mut matches = matches.iter();
    loop {
        let found = matches.next();
        let end = found.map_or(content.len(), |found| found.start());
        write_literals::<MAX_LENGTH>(&content[position..end], literal_codes, &mut writer);
        let Some(found) = found else { break };
        let length = length_symbol(found.length);
        let distance = distance_symbol(found.distance);
        writer.add_code(literal_codes[usize::from(length.index)]);
        writer.add_code(length.extra);
        writer.add_code(distance_codes[usize::from(distance.index)]);
        writer.add_code(distance.extra);
        writer.flush();
        position = found.end();
    }
    writer.add_code(literal_codes[END_OF_BLOCK]);
    writer.align();
    writer.written()
}

/// Writes literals in groups that need one flush.
#[inline]
fn write_literals<const MAX_LENGTH: usize>(
    literals: &[u8],
    codes: &[Bits; LITERAL_SYMBOLS],
    writer: &mut BitWriter<'_>,
) {
    let mut groups = literals.chunks_exact(BITS_PER_FLUSH as usize / MAX_LENGTH);
    for group in &mut groups {
        for &literal in group {
            writer.add_code(codes[usize::from(literal)]);
        }
        writer.flush();
    }
    for &literal in groups.remainder() {
        writer.add_code(codes[usize::from(literal)]);
    }
    writer.flush();
}

/// The most bytes that a fixed block can have: a match takes less than the literals it stands for.
pub(super) fn fixed_block_limit(content_length: usize) -> usize {
    bytes((content_length as u32 + 1) * fixed::MAX_LENGTH as u32)
}

/// Bytes of a block whose symbols and header take `bits`.
fn bytes(bits: u32) -> usize {
    (bits + BLOCK_BITS).div_ceil(8) as usize
}
