//! The header of a dynamic block: the code lengths, themselves run-length and Huffman coded
//! (RFC 1951, section 3.2.7).
//!
//! The RFC leaves it to the encoder which runs to use. zlib goes over each alphabet by itself, takes
//! runs greedily, and a run never spans both alphabets.

use super::{
    bits::{BITS_PER_FLUSH, BitWriter, Bits},
    huffman::{TreeBuilder, assign_codes},
    symbol_set::SymbolSet,
    symbols::{DISTANCE_SYMBOLS, LITERAL_SYMBOLS},
};

/// Symbols of the alphabet for code lengths: the lengths and three kinds of runs.
pub(super) const SYMBOLS: usize = 19;
/// Repeats the previous length 3 to 6 times.
pub(super) const REPEAT: u8 = 16;
/// Stands for 3 to 10 lengths of zero.
const SHORT_ZEROS: u8 = 17;
/// Stands for 11 to 138 lengths of zero.
const LONG_ZEROS: u8 = 18;

pub(super) const MAX_REPEAT: usize = 6;
pub(super) const MIN_RUN: usize = 3;
const MAX_SHORT_ZEROS: usize = 10;
const MAX_LONG_ZEROS: usize = 138;

/// Tokens for both alphabets, at most one for each symbol, rounded up to a power of two.
const MAX_TOKENS: usize = (LITERAL_SYMBOLS + DISTANCE_SYMBOLS).next_power_of_two();

/// Longest code for code lengths.
const MAX_LENGTH: usize = 7;

/// Tokens that fit between two flushes.
const TOKENS_PER_FLUSH: usize =
    (BITS_PER_FLUSH / (MAX_LENGTH as u32 + excess_bits(LONG_ZEROS))) as usize;

/// Code lengths of the code for lengths that do.
const LENGTHS_PER_FLUSH: usize = (BITS_PER_FLUSH / LENGTH_BITS) as usize;

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

/// The token for each run of zeros, and how many of it.
static ZERO_TOKENS: [(Token, u8); MAX_LONG_ZEROS + 1] = {
    let mut table = [(Token { symbol: 0, excess: 0 }, 0); MAX_LONG_ZEROS + 1];
    let mut length = 0;
    while length <= MAX_LONG_ZEROS {
        table[length] = if length < MIN_RUN {
            (Token { symbol: 0, excess: 0 }, length as u8)
        } else if length <= MAX_SHORT_ZEROS {
            (Token { symbol: SHORT_ZEROS, excess: (length - MIN_RUN) as u8 }, 1)
        } else {
            (Token { symbol: LONG_ZEROS, excess: (length - MAX_SHORT_ZEROS - 1) as u8 }, 1)
        };
        length += 1;
    }
    table
};

/// The header of a dynamic block.
pub(super) struct Header {
    tokens: [Token; MAX_TOKENS],
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
            tokens: [Token { symbol: 0, excess: 0 }; MAX_TOKENS],
            token_count: 0,
            frequencies: [0; SYMBOLS],
            lengths: [0; SYMBOLS],
            used: SymbolSet::EMPTY,
            literal_count: 0,
            distance_count: 0,
            written_lengths: 0,
        }
    }

    /// Prepares the header for the code lengths of both alphabets, and returns its size in bits.
    pub fn prepare(
        &mut self,
        builder: &mut TreeBuilder,
        (literal_lengths, literals): (&[u8], &SymbolSet),
        (distance_lengths, distances): (&[u8], &SymbolSet),
    ) -> u32 {
        self.literal_count = literals.last() + 1;
        self.distance_count = distances.last() + 1;
        self.token_count = 0;
        self.tokenize(literal_lengths, literals);
        self.tokenize(distance_lengths, distances);
        self.count();

        self.written_lengths = written_lengths(&self.frequencies);
        builder.build(&self.frequencies, &mut self.used, MAX_LENGTH, &mut self.lengths)
            + bits_besides(&self.frequencies)
    }

    /// Adds the tokens for an alphabet's code lengths, up to the last that is not zero.
    fn tokenize(&mut self, lengths: &[u8], used: &SymbolSet) {
        let mut next = 0;
        let mut run = 0;
        let mut run_length = 0;
        used.for_each(|symbol| {
            let length = lengths[symbol];
            let zeros = symbol - next;
            next = symbol + 1;

            let continues = zeros == 0 && length == run_length;
            if run > MIN_RUN && !continues {
                self.compact(run);
            }
            run = if continues { run + 1 } else { 1 };
            run_length = length;

            self.push_zeros(zeros);
            self.push(Token { symbol: length, excess: 0 });
        });
        if run > MIN_RUN {
            self.compact(run);
        }
    }

    /// Replaces the last `run` tokens, which are equal, by the first of them and repeats.
    #[cold]
    fn compact(&mut self, run: usize) {
        self.token_count -= run - 1;
        let token = self.tokens[(self.token_count - 1) % MAX_TOKENS];
        let mut rest = run - 1;
        while rest >= MIN_RUN {
            let part = rest.min(MAX_REPEAT);
            self.push(Token { symbol: REPEAT, excess: (part - MIN_RUN) as u8 });
            rest -= part;
        }
        (0..rest).for_each(|_| self.push(token));
    }

    /// Adds the tokens for a run of zeros. One for each zero of a very short run, else one for the
    /// run: which of them it is differs from run to run, and so it is looked up rather than branched
    /// on.
    #[inline]
    fn push_zeros(&mut self, mut zeros: usize) {
        while zeros > MAX_LONG_ZEROS {
            self.push(ZERO_TOKENS[MAX_LONG_ZEROS].0);
            zeros -= MAX_LONG_ZEROS;
        }
        let (token, count) = ZERO_TOKENS[zeros];
        self.tokens[self.token_count % MAX_TOKENS] = token;
        self.tokens[(self.token_count + 1) % MAX_TOKENS] = token;
        self.token_count += usize::from(count);
    }

    #[inline]
    fn push(&mut self, token: Token) {
        self.tokens[self.token_count % MAX_TOKENS] = token;
        self.token_count += 1;
    }

    /// Counts the tokens, in two tables by turns: few different tokens make up most of a header, and
    /// counting the same twice in a row would wait for the first to be stored.
    fn count(&mut self) {
        let mut tables = [[0_u16; SYMBOLS.next_power_of_two()]; 2];
        for (index, token) in self.tokens[..self.token_count].iter().enumerate() {
            tables[index % 2][usize::from(token.symbol) % SYMBOLS.next_power_of_two()] += 1;
        }
        self.used = SymbolSet::EMPTY;
        for (symbol, frequency) in self.frequencies.iter_mut().enumerate() {
            *frequency = tables[0][symbol] + tables[1][symbol];
            if *frequency != 0 {
                self.used.insert(symbol);
            }
        }
    }

    /// Writes the header.
    pub fn write(&self, writer: &mut BitWriter<'_>) {
        writer.add(self.literal_count as u64 - 257, LITERAL_COUNT_BITS);
        writer.add(self.distance_count as u64 - 1, DISTANCE_COUNT_BITS);
        writer.add((self.written_lengths - MIN_WRITTEN) as u64, LENGTH_COUNT_BITS);
        for group in ORDER[..self.written_lengths].chunks(LENGTHS_PER_FLUSH) {
            writer.flush();
            for &symbol in group {
                writer.add(u64::from(self.lengths[usize::from(symbol)]), LENGTH_BITS);
            }
        }
        // What is written for each token, without and with the width of its excess.
        let mut codes = [Bits::default(); SYMBOLS.next_power_of_two()];
        assign_codes(&self.lengths, &self.used, &mut codes);
        let mut widths = codes.map(|code| u32::from(code.count));
        for symbol in [REPEAT, SHORT_ZEROS, LONG_ZEROS] {
            widths[usize::from(symbol)] += excess_bits(symbol);
        }
        for group in self.tokens[..self.token_count].chunks(TOKENS_PER_FLUSH) {
            writer.flush();
            for token in group {
                let symbol = usize::from(token.symbol) % codes.len();
                let Bits { value, count } = codes[symbol];
                writer.add(u64::from(value) | u64::from(token.excess) << count, widths[symbol]);
            }
        }
        writer.flush();
    }
}

/// The bits of a header with these tokens, without those of their codes.
pub(super) fn bits_besides(frequencies: &[u16; SYMBOLS]) -> u32 {
    let excess = |symbol| u32::from(frequencies[usize::from(symbol)]) * excess_bits(symbol);
    LITERAL_COUNT_BITS
        + DISTANCE_COUNT_BITS
        + LENGTH_COUNT_BITS
        + LENGTH_BITS * written_lengths(frequencies) as u32
        + [REPEAT, SHORT_ZEROS, LONG_ZEROS].map(excess).iter().sum::<u32>()
}

/// How many lengths of the code for lengths are written, if these symbols occur.
fn written_lengths(frequencies: &[u16; SYMBOLS]) -> usize {
    let occurs = |&symbol: &u8| frequencies[usize::from(symbol)] != 0;
    ORDER.iter().rposition(occurs).map_or(0, |last| last + 1).max(MIN_WRITTEN)
}

/// Counts the tokens that stand for a run of zeros.
#[inline]
pub(super) fn count_zeros(mut zeros: usize, frequencies: &mut [u16; SYMBOLS]) {
    while zeros > MAX_LONG_ZEROS {
        frequencies[usize::from(LONG_ZEROS)] += 1;
        zeros -= MAX_LONG_ZEROS;
    }
    let (token, count) = ZERO_TOKENS[zeros];
    frequencies[usize::from(token.symbol)] += u16::from(count);
}

/// Width of the number after a run.
pub(super) const fn excess_bits(symbol: u8) -> u32 {
    match symbol {
        REPEAT => 2,
        SHORT_ZEROS => 3,
        LONG_ZEROS => 7,
        _ => 0,
    }
}
