//! How often each symbol of a block occurs.

use super::{
    bits::Bits,
    matcher::Match,
    symbol_set::{FLAGS, SymbolSet},
    symbols::{DISTANCE_SYMBOLS, END_OF_BLOCK, LITERAL_SYMBOLS, distance_symbol, length_symbol},
};

/// The frequencies of both alphabets, and the bits that do not depend on the codes.
pub(super) struct Histogram {
    pub literals: [u16; LITERAL_SYMBOLS],
    pub distances: [u16; DISTANCE_SYMBOLS],
    pub used_literals: SymbolSet,
    pub used_distances: SymbolSet,
    pub extra_bits: u32,
}

impl Histogram {
    /// Counts the symbols of a content and its matches, and one end of block.
    pub fn count(content: &[u8], matches: &[Match]) -> Self {
        let mut literals = [0_u16; FLAGS];
        let mut flags = [0_u8; FLAGS];
        let mut distances = [0_u16; DISTANCE_SYMBOLS + 2];
        let mut used_distances = SymbolSet::default();
        let mut extra_bits = 0;

        let mut count = |literal: usize| {
            literals[literal] += 1;
            flags[literal] = 1;
        };
        let mut position = 0;
        for found in matches {
            content[position..found.start()].iter().for_each(|&byte| count(usize::from(byte)));
            let length = length_symbol(found.length);
            let distance = distance_symbol(found.distance);
            count(usize::from(length.index) % FLAGS);
            distances[usize::from(distance.index) % (DISTANCE_SYMBOLS + 2)] += 1;
            used_distances.insert(usize::from(distance.index) % 32);
            extra_bits += u32::from(length.extra.count + distance.extra.count);
            position = found.end();
        }
        content[position..].iter().for_each(|&byte| count(usize::from(byte)));
        count(END_OF_BLOCK);

        Self {
            literals: *literals.first_chunk().unwrap_or(&[0; _]),
            distances: *distances.first_chunk().unwrap_or(&[0; _]),
            used_literals: SymbolSet::from_flags(&flags),
            used_distances,
            extra_bits,
        }
    }

    /// The bits that the symbols take with codes of the given lengths.
    pub fn bits(&self, literal_codes: &[Bits], distance_codes: &[Bits]) -> u32 {
        let sum = |frequencies: &[u16], codes: &[Bits]| -> u32 {
            frequencies
                .iter()
                .zip(codes)
                .map(|(&frequency, code)| u32::from(frequency) * u32::from(code.count))
                .sum()
        };
        self.extra_bits + sum(&self.literals, literal_codes) + sum(&self.distances, distance_codes)
    }
}
