//! The header of a dynamic block: the code lengths, themselves run-length and Huffman coded
//! (RFC 1951, section 3.2.7).
//!
//! The RFC leaves it to the encoder which runs to use. zlib goes over each alphabet by itself, takes
//! runs greedily, and a run never spans both alphabets.

use super::{
    bits::{BitWriter, Bits},
    huffman::{TreeBuilder, assign_codes},
    symbol_set::SymbolSet,
    symbols::{DISTANCE_SYMBOLS, END_OF_BLOCK, LITERAL_SYMBOLS},
};

/// Symbols of the alphabet for code lengths: the lengths and three kinds of runs.
const SYMBOLS: usize = 19;
/// Repeats the previous length 3 to 6 times.
const REPEAT: u8 = 16;
/// Stands for 3 to 10 lengths of zero.
const SHORT_ZEROS: u8 = 17;
/// Stands for 11 to 138 lengths of zero.
const LONG_ZEROS: u8 = 18;

const MAX_REPEAT: usize = 6;
const MIN_RUN: usize = 3;
const MAX_SHORT_ZEROS: usize = 10;
const MAX_LONG_ZEROS: usize = 138;

/// Longest code for code lengths.
const MAX_LENGTH: usize = 7;

/// The order in which the lengths of this alphabet's own code are written, so that the last, rare
/// ones can be left out.
const ORDER: [u8; SYMBOLS] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/// Of them at least so many are written.
const MIN_WRITTEN: usize = 4;

/// Widths of the fields at the beginning of the header and of each length of the code for lengths.
const LITERAL_COUNT_BITS: u32 = 5;
const DISTANCE_COUNT_BITS: u32 = 5;
const LENGTH_COUNT_BITS: u32 = 4;
const LENGTH_BITS: u32 = 3;

/// A symbol of the header, and how far a run exceeds the shortest of its kind.
#[derive(Clone, Copy, Default)]
struct Token {
    symbol: u8,
    excess: u8,
}

/// The header of a dynamic block.
pub(super) struct Header {
    tokens: [Token; LITERAL_SYMBOLS + DISTANCE_SYMBOLS],
    token_count: usize,
    frequencies: [u16; SYMBOLS],
    lengths: [u8; SYMBOLS],
    used: SymbolSet,
    literal_count: usize,
    distance_count: usize,
    written_lengths: usize,
}

impl Header {
    pub const fn new() -> Self {
        Self {
            tokens: [Token { symbol: 0, excess: 0 }; LITERAL_SYMBOLS + DISTANCE_SYMBOLS],
            token_count: 0,
            frequencies: [0; SYMBOLS],
            lengths: [0; SYMBOLS],
            used: SymbolSet::EMPTY,
            literal_count: 0,
            distance_count: 0,
            written_lengths: 0,
        }
    }

    /// Prepares the header for the code lengths of both alphabets, which end with the last used
    /// symbol, and returns its size in bits.
    pub fn prepare(&mut self, builder: &mut TreeBuilder, literals: &[u8], distances: &[u8]) -> u32 {
        debug_assert!(literals.len() > END_OF_BLOCK && !distances.is_empty());
        self.token_count = 0;
        self.frequencies = [0; _];
        self.used = SymbolSet::EMPTY;
        self.literal_count = literals.len();
        self.distance_count = distances.len();
        self.tokenize(literals);
        self.tokenize(distances);

        let mut bits =
            builder.build(&self.frequencies, &mut self.used, MAX_LENGTH, &mut self.lengths);
        for symbol in [REPEAT, SHORT_ZEROS, LONG_ZEROS] {
            bits += u32::from(self.frequencies[usize::from(symbol)]) * excess_bits(symbol);
        }
        self.written_lengths = ORDER
            .iter()
            .rposition(|&symbol| self.lengths[usize::from(symbol)] != 0)
            .map_or(MIN_WRITTEN, |last| MIN_WRITTEN.max(last + 1));
        bits + LITERAL_COUNT_BITS
            + DISTANCE_COUNT_BITS
            + LENGTH_COUNT_BITS
            + LENGTH_BITS * self.written_lengths as u32
    }

    fn tokenize(&mut self, lengths: &[u8]) {
        for run in lengths.chunk_by(|left, right| left == right) {
            let length = run[0];
            let mut rest = run.len();
            if length == 0 {
                while rest > MAX_SHORT_ZEROS {
                    let part = rest.min(MAX_LONG_ZEROS);
                    self.push(LONG_ZEROS, part - MAX_SHORT_ZEROS - 1);
                    rest -= part;
                }
                if rest >= MIN_RUN {
                    self.push(SHORT_ZEROS, rest - MIN_RUN);
                    rest = 0;
                }
            } else {
                self.push(length, 0);
                rest -= 1;
                while rest >= MIN_RUN {
                    let part = rest.min(MAX_REPEAT);
                    self.push(REPEAT, part - MIN_RUN);
                    rest -= part;
                }
            }
            for _ in 0..rest {
                self.push(length, 0);
            }
        }
    }

    fn push(&mut self, symbol: u8, excess: usize) {
        if let Some(token) = self.tokens.get_mut(self.token_count) {
            *token = Token { symbol, excess: excess as u8 };
        }
        self.token_count += 1;
        self.frequencies[usize::from(symbol)] += 1;
        self.used.insert(usize::from(symbol));
    }

    /// Writes the header.
    pub fn write(&self, writer: &mut BitWriter<'_>) {
        writer.add(self.literal_count as u64 - 257, LITERAL_COUNT_BITS);
        writer.add(self.distance_count as u64 - 1, DISTANCE_COUNT_BITS);
        writer.add((self.written_lengths - MIN_WRITTEN) as u64, LENGTH_COUNT_BITS);
        for &symbol in &ORDER[..self.written_lengths] {
            writer.flush();
            writer.add(u64::from(self.lengths[usize::from(symbol)]), LENGTH_BITS);
        }
        let mut codes = [Bits::default(); SYMBOLS];
        assign_codes(&self.lengths, &self.used, &mut codes);
        for token in &self.tokens[..self.token_count] {
            writer.flush();
            writer.add_code(codes[usize::from(token.symbol)]);
            writer.add(u64::from(token.excess), excess_bits(token.symbol));
        }
        writer.flush();
    }
}

/// Width of the number after a run.
fn excess_bits(symbol: u8) -> u32 {
    match symbol {
        REPEAT => 2,
        SHORT_ZEROS => 3,
        LONG_ZEROS => 7,
        _ => 0,
    }
}
