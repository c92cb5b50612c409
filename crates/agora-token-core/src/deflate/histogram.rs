//! How often each symbol of a block occurs.

use super::{
    matcher::Match,
    symbol_set::{FLAGS, SymbolSet},
    symbols::{DISTANCE_SYMBOLS, END_OF_BLOCK, distance_symbol, length_symbol},
};

/// The frequencies of both alphabets.
#[derive(Clone)]
pub(super) struct Histogram {
    pub literals: [u16; FLAGS],
    pub distances: [u16; DISTANCE_SYMBOLS],
    pub used_literals: SymbolSet,
    pub used_distances: SymbolSet,
    /// The extra bits of all lengths and distances, which are the same with any codes.
    pub extra_bits: u32,
    /// The number of literals, matches and ends of block.
    pub total: usize,
}

impl Histogram {
    /// Counts the symbols of a content and its matches, and one end of block.
    pub fn count(content: &[u8], matches: &[Match]) -> Self {
        let mut literals = [0_u16; FLAGS];
        let mut flags = [0_u8; FLAGS];
        let mut distances = [0_u16; DISTANCE_SYMBOLS];
        let mut used_distances = SymbolSet::default();
        let mut extra_bits = 0;

        // Flags are stored without being read, and so never wait for each other.
        let mut count = |literal: usize| {
            literals[literal] += 1;
            flags[literal] = 1;
        };
        let mut position = 0;
        let mut total = 1;
        for found in matches {
            content[position..found.start()].iter().for_each(|&byte| count(usize::from(byte)));
            let length = length_symbol(found.length);
            let distance = distance_symbol(found.distance);
            count(usize::from(length.index) % FLAGS);
            distances[usize::from(distance.index)] += 1;
            used_distances.insert(usize::from(distance.index));
            extra_bits += u32::from(length.extra.count + distance.extra.count);
            total += found.start() - position + 1;
            position = found.end();
        }
        content[position..].iter().for_each(|&byte| count(usize::from(byte)));
        count(END_OF_BLOCK);

        Self {
            literals,
            distances,
            used_literals: SymbolSet::from_flags(&flags),
            used_distances,
            extra_bits,
            total: total + content.len() - position,
        }
    }
}
