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
    #[inline]
    pub fn insert(&mut self, symbol: usize) {
        self.words[symbol / 64] |= 1 << (symbol % 64);
    }

    /// The greatest symbol, 0 for an empty set.
    pub fn last(&self) -> usize {
        self.words
            .iter()
            .rposition(|&word| word != 0)
            .map_or(0, |index| index * 64 + self.words[index].ilog2() as usize)
    }

    /// The least symbol, 0 for an empty set.
    pub fn first(&self) -> usize {
        self.words
            .iter()
            .position(|&word| word != 0)
            .map_or(0, |index| index * 64 + self.words[index].trailing_zeros() as usize)
    }

    /// The symbols that are followed by three more without a gap.
    pub fn starts_of_four(&self) -> Self {
        let mut result = Self::EMPTY;
        for (index, word) in result.words.iter_mut().enumerate() {
            let next = self.words.get(index + 1).copied().unwrap_or(0);
            let here = self.words[index];
            let shifted = |count: u32| here >> count | next << (u64::BITS - count);
            *word = here & shifted(1) & shifted(2) & shifted(3);
        }
        result
    }

    /// Calls `visit` with each symbol, in ascending order.
    #[inline]
    pub fn for_each(&self, mut visit: impl FnMut(usize)) {
        for (index, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                visit(index * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
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
        let mut visited = Vec::new();
        set.for_each(|symbol| visited.push(symbol));
        assert_eq!(visited, symbols);
        assert_eq!(set.first(), 0);
        assert_eq!(set.last(), 285);
        assert_eq!(SymbolSet::default().last(), 0);
    }
}
