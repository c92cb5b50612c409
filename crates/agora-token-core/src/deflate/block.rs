//! One block that holds a whole content: which of the three kinds it is, and its bits
//! (RFC 1951, section 3.2.3).

use super::{
    bits::{BITS_PER_FLUSH, BitWriter, Bits},
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

/// Bytes of a stored block besides the content: the rest of the first byte does not count.
const STORED_FRAME: usize = 4;

/// Encodes blocks.
pub(super) struct BlockEncoder {
    builder: TreeBuilder,
    header: Header,
    literal_lengths: [u8; LITERAL_SYMBOLS],
    distance_lengths: [u8; DISTANCE_SYMBOLS],
    literal_codes: [Bits; LITERAL_SYMBOLS],
    distance_codes: [Bits; DISTANCE_SYMBOLS],
}

/// The kind of a block.
pub(super) enum Kind {
    Stored,
    Fixed,
    Dynamic,
}

impl BlockEncoder {
    pub fn new() -> Self {
        Self {
            builder: TreeBuilder::new(),
            header: Header::new(),
            literal_lengths: [0; _],
            distance_lengths: [0; _],
            literal_codes: [Bits::default(); _],
            distance_codes: [Bits::default(); _],
        }
    }

    /// Chooses the kind of block as zlib does and returns it with the size of the block in bytes.
    pub fn plan(&mut self, content: &[u8], matches: &[Match]) -> (Kind, usize) {
        let mut histogram = Histogram::count(content, matches);
        let fixed = bytes(histogram.bits(&fixed::LITERAL_CODES, &fixed::DISTANCE_CODES));
        let dynamic = bytes(self.plan_dynamic(&mut histogram));
        let coded = fixed.min(dynamic);
        if content.len() + STORED_FRAME <= coded {
            (Kind::Stored, content.len() + STORED_FRAME + 1)
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

    fn plan_dynamic(&mut self, histogram: &mut Histogram) -> u32 {
        let builder = &mut self.builder;
        let literal_bits = builder.build(
            &histogram.literals,
            &mut histogram.used_literals,
            MAX_CODE_LENGTH,
            &mut self.literal_lengths,
        );
        let distance_bits = builder.build(
            &histogram.distances,
            &mut histogram.used_distances,
            MAX_CODE_LENGTH,
            &mut self.distance_lengths,
        );
        let header_bits = self.header.prepare(
            builder,
            &self.literal_lengths[..=histogram.used_literals.last()],
            &self.distance_lengths[..=histogram.used_distances.last()],
        );
        literal_bits + distance_bits + histogram.extra_bits + header_bits
    }

    /// Writes the block that was planned.
    pub fn write(&self, kind: Kind, content: &[u8], matches: &[Match], writer: &mut BitWriter<'_>) {
        match kind {
            Kind::Stored => {
                writer.add(LAST_STORED, BLOCK_BITS);
                writer.align();
                let length = content.len() as u16;
                writer.bytes(&length.to_le_bytes());
                writer.bytes(&(!length).to_le_bytes());
                writer.bytes(content);
            }
            Kind::Fixed => write_fixed(content, matches, writer),
            Kind::Dynamic => {
                writer.add(LAST_DYNAMIC, BLOCK_BITS);
                self.header.write(writer);
                write_symbols(content, matches, &self.literal_codes, &self.distance_codes, writer);
            }
        }
    }
}

/// Writes a block with the fixed codes.
pub(super) fn write_fixed(content: &[u8], matches: &[Match], writer: &mut BitWriter<'_>) {
    writer.add(LAST_FIXED, BLOCK_BITS);
    write_symbols(content, matches, &fixed::LITERAL_CODES, &fixed::DISTANCE_CODES, writer);
}

fn write_symbols(
    content: &[u8],
    matches: &[Match],
    literal_codes: &[Bits; LITERAL_SYMBOLS],
    distance_codes: &[Bits; DISTANCE_SYMBOLS],
    writer: &mut BitWriter<'_>,
) {
    const LITERALS_PER_FLUSH: usize = BITS_PER_FLUSH as usize / MAX_CODE_LENGTH;
    let write_literals = |literals: &[u8], writer: &mut BitWriter<'_>| {
        for group in literals.chunks(LITERALS_PER_FLUSH) {
            for &literal in group {
                writer.add_code(literal_codes[usize::from(literal)]);
            }
            writer.flush();
        }
    };
    writer.flush();
    let mut position = 0;
    for found in matches {
        write_literals(&content[position..found.start()], writer);
        let length = length_symbol(found.length);
        let distance = distance_symbol(found.distance);
        writer.add_code(literal_codes[usize::from(length.index)]);
        writer.add_code(length.extra);
        writer.add_code(distance_codes[usize::from(distance.index)]);
        writer.add_code(distance.extra);
        writer.flush();
        position = found.end();
    }
    write_literals(&content[position..], writer);
    writer.add_code(literal_codes[END_OF_BLOCK]);
    writer.align();
}

/// Bytes of a block whose symbols and header take `bits`.
fn bytes(bits: u32) -> usize {
    (bits + BLOCK_BITS).div_ceil(8) as usize
}
