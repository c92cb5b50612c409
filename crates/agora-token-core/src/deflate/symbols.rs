//! The alphabets of a block: which symbol and which extra bits stand for a literal, a length and a
//! distance (RFC 1951, section 3.2.5).

use super::bits::Bits;

/// Shortest and longest match.
pub(super) const MIN_MATCH: usize = 3;
pub(super) const MAX_MATCH: usize = 258;

/// Symbols of the literal and length alphabet, without the two that no encoder may use.
pub(super) const LITERAL_SYMBOLS: usize = 286;
/// Symbols of the distance alphabet, likewise.
pub(super) const DISTANCE_SYMBOLS: usize = 30;
/// The symbol that ends a block.
pub(super) const END_OF_BLOCK: usize = 256;
/// The symbol of the shortest match.
const FIRST_LENGTH_SYMBOL: u16 = 257;

/// A symbol and the bits that follow its code.
#[derive(Clone, Copy)]
pub(super) struct Symbol {
    pub index: u16,
    pub extra: Bits,
}

/// Splits a zero-based length or distance into symbol and extra bits. Both alphabets follow one
/// rule: below `2 << divisions_log2` every number has its own symbol; above, each power of two is
/// divided into `1 << divisions_log2` symbols, and extra bits tell the numbers of a symbol apart.
const fn split(number: u32, divisions_log2: u32) -> Symbol {
    if number < 2 << divisions_log2 {
        return Symbol { index: number as u16, extra: Bits { value: 0, count: 0 } };
    }
    let extra_bits = number.ilog2() - divisions_log2;
    let index = (extra_bits << divisions_log2) + (number >> extra_bits);
    let value = number & ((1 << extra_bits) - 1);
    Symbol { index: index as u16, extra: Bits { value: value as u16, count: extra_bits as u16 } }
}

/// The symbol of every length, by `length - MIN_MATCH`.
const LENGTHS: [Symbol; MAX_MATCH - MIN_MATCH + 1] = {
    let mut table =
        [Symbol { index: 0, extra: Bits { value: 0, count: 0 } }; MAX_MATCH - MIN_MATCH + 1];
    let mut index = 0;
    while index < table.len() {
        let symbol = split(index as u32, 2);
        table[index] = Symbol { index: FIRST_LENGTH_SYMBOL + symbol.index, extra: symbol.extra };
        index += 1;
    }
    // The longest match has a symbol to itself, although it would fit the one before.
    table[MAX_MATCH - MIN_MATCH] =
        Symbol { index: LITERAL_SYMBOLS as u16 - 1, extra: Bits { value: 0, count: 0 } };
    table
};

/// The symbol of a match length, 3 to 258.
#[inline]
pub(super) fn length_symbol(length: u16) -> Symbol {
    LENGTHS[usize::from(length - MIN_MATCH as u16) & (LENGTHS.len() - 1)]
}

/// The symbol of a match distance, 1 to 32 768.
#[inline]
pub(super) fn distance_symbol(distance: u16) -> Symbol {
    split(u32::from(distance) - 1, 1)
}

#[cfg(test)]
mod tests {
    use super::{distance_symbol, length_symbol};

    /// Rows of the two tables in RFC 1951, section 3.2.5: number, symbol, extra bits, their value.
    #[test]
    fn symbols_of_the_specification() {
        let lengths = [
            (3, 257, 0, 0),
            (10, 264, 0, 0),
            (11, 265, 1, 0),
            (12, 265, 1, 1),
            (18, 268, 1, 1),
            (19, 269, 2, 0),
            (66, 276, 3, 7),
            (131, 281, 5, 0),
            (257, 284, 5, 30),
            (258, 285, 0, 0),
        ];
        for (length, index, count, value) in lengths {
            let symbol = length_symbol(length);
            assert_eq!(
                (symbol.index, symbol.extra.count, symbol.extra.value),
                (index, count, value),
                "{length}"
            );
        }
        let distances = [
            (1, 0, 0, 0),
            (4, 3, 0, 0),
            (5, 4, 1, 0),
            (6, 4, 1, 1),
            (7, 5, 1, 0),
            (9, 6, 2, 0),
            (24, 8, 3, 7),
            (25, 9, 3, 0),
            (16_385, 28, 13, 0),
            (32_768, 29, 13, 8191),
        ];
        for (distance, index, count, value) in distances {
            let symbol = distance_symbol(distance);
            assert_eq!(
                (symbol.index, symbol.extra.count, symbol.extra.value),
                (index, count, value),
                "{distance}"
            );
        }
    }
}
