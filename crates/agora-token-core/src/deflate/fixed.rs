//! The fixed codes (RFC 1951, section 3.2.6).

use super::{
    bits::Bits,
    symbols::{DISTANCE_SYMBOLS, LITERAL_SYMBOLS},
};

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

/// The fixed codes for distances, reversed for writing.
pub(super) static DISTANCE_CODES: [Bits; DISTANCE_SYMBOLS] = {
    let mut codes = [Bits { value: 0, count: 0 }; DISTANCE_SYMBOLS];
    let mut symbol: u16 = 0;
    while (symbol as usize) < DISTANCE_SYMBOLS {
        codes[symbol as usize] = reversed(symbol, 5);
        symbol += 1;
    }
    codes
};

const fn reversed(code: u16, count: u16) -> Bits {
    Bits { value: code.reverse_bits() >> (u16::BITS as u16 - count), count }
}
