//! A set of symbols, for going over the used part of an alphabet only.

use super::symbols::LITERAL_SYMBOLS;

const WORDS: usize = LITERAL_SYMBOLS.div_ceil(64);

/// Flags of an alphabet that a [`SymbolSet`] is made from.
pub(super) const FLAGS: usize = WORDS * 64;

/// The symbols of an alphabet that occur.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SymbolSet {
    words: [u64; WORDS],
}

impl SymbolSet {
    /// No symbols.
    pub const EMPTY: Self = Self { words: [0; WORDS] };

    /// The symbols whose flag is 1; the others are 0.
    pub fn from_flags(flags: &[u8; FLAGS]) -> Self {
        /// Moves bit 0 of byte `n` to bit `56 + n`.
        const GATHER: u64 = 0x0102_0408_1020_4080;
        let mut words = [0; WORDS];
        for (word, group) in words.iter_mut().zip(flags.as_chunks::<64>().0) {
            for (index, &bytes) in group.as_chunks::<8>().0.iter().enumerate() {
                *word |= (u64::from_le_bytes(bytes).wrapping_mul(GATHER) >> 56) << (8 * index);
            }
        }
        Self { words }
    }

    /// Adds a symbol.
    #[inline(always)]
    pub fn insert(&mut self, symbol: usize) {
        self.words[symbol / 64] |= 1 << (symbol % 64);
    }

    /// The number of symbols.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The greatest symbol, 0 for an empty set.
    pub fn last(&self) -> usize {
        self.words
            .iter()
            .rposition(|&word| word != 0)
            .map_or(0, |index| index * 64 + self.words[index].ilog2() as usize)
    }

    /// The symbols in ascending order.
    #[inline(always)]
    pub fn iter(&self) -> impl Iterator<Item = usize> + use<> {
        self.words.into_iter().enumerate().flat_map(|(index, word)| {
            std::iter::successors(Some(word), |rest| Some(rest & rest.wrapping_sub(1)))
                .take_while(|&rest| rest != 0)
                .map(move |rest| index * 64 + rest.trailing_zeros() as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{FLAGS, SymbolSet};

    #[test]
    fn lists_the_flagged_symbols_in_order() {
        let symbols = [0, 7, 8, 63, 64, 200, 256, 285];
        let mut flags = [0; FLAGS];
        for symbol in symbols {
            flags[symbol] = 1;
        }
        let set = SymbolSet::from_flags(&flags);
        assert_eq!(set.iter().collect::<Vec<_>>(), symbols);
        assert_eq!(set.len(), symbols.len());
        assert_eq!(set.last(), 285);
        assert_eq!(SymbolSet::default().len(), 0);
    }
}
