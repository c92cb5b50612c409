//! The fixed codes (RFC 1951, section 3.2.6).

use std::ops::Range;

use super::{
    bits::Bits,
    histogram::Histogram,
    symbols::{DISTANCE_SYMBOLS, LITERAL_SYMBOLS},
};

/// The length of the longest code.
pub(super) const MAX_LENGTH: usize = 9;

/// The symbols whose codes are longer than 8 bits.
const LONG: Range<usize> = 144..256;
/// The symbols whose codes are shorter than 8 bits.
const SHORT: Range<usize> = 256..280;

/// The bits that the symbols of a block take with the fixed codes.
pub(super) fn bits(histogram: &Histogram) -> u32 {
    let sum = |frequencies: &[u16]| {
        frequencies.iter().map(|&frequency| u32::from(frequency)).sum::<u32>()
    };
    8 * histogram.total as u32 + sum(&histogram.literals[LONG]) - sum(&histogram.literals[SHORT])
        + DISTANCE_BITS * sum(&histogram.distances)
        + histogram.extra_bits
}

/// The fixed codes for literals and lengths, reversed for writing.
pub(super) static LITERAL_CODES: [Bits; LITERAL_SYMBOLS] = {
    let mut codes = [Bits { value: 0, count: 0 }; LITERAL_SYMBOLS];
    let mut symbol: u16 = 0;
    while (symbol as usize) < LITERAL_SYMBOLS {
        codes[symbol as usize] = match symbol {
            0..=143 => reversed(0b0011_0000 + symbol, 8),
            144..=255 => reversed(0b1_1001_0000 + (symbol - 144), 9),
            256..=279 => reversed(symbol - 256, 7),
            _ => reversed(0b1100_0000 + (symbol - 280), 8),
        };
        symbol += 1;
    }
    codes
};

/// The length of all codes for distances.
const DISTANCE_BITS: u32 = 5;

/// The fixed codes for distances, reversed for writing.
pub(super) static DISTANCE_CODES: [Bits; DISTANCE_SYMBOLS] = {
    let mut codes = [Bits { value: 0, count: 0 }; DISTANCE_SYMBOLS];
    let mut symbol: u16 = 0;
    while (symbol as usize) < DISTANCE_SYMBOLS {
        codes[symbol as usize] = reversed(symbol, DISTANCE_BITS as u16);
        symbol += 1;
    }
    codes
};

const fn reversed(code: u16, count: u16) -> Bits {
    Bits { value: code.reverse_bits() >> (u16::BITS as u16 - count), count }
}
