//! How many symbols get codes of each length, and which lengths those of each frequency can get.
//!
//! A code's length is the level of its leaf. A level has two nodes for each inner node of the level
//! above, in the same order. So it begins at the position that is twice the rank of that level's first
//! inner node.
//!
//! zlib's tree can only differ where nodes tie in weight and height; let these be a group. zlib joins
//! as many nodes of the same groups, and has as many of each on a level, if that is so of the level
//! above and of what its nodes are made of. It is, unless a group is on two levels and has nodes of
//! different parts: then it depends on the heap which are above. Several nodes of a group are pairs of
//! one class, in order, and the second of each is of one group. So only the first can be an *odd one*,
//! whose first is lower.
//!
//! If that is a leaf, and the second a pair of leaves, all follows: here the odd one is below, as the
//! first; if zlib has it above in the place of another, then one level down a leaf comes in the place
//! of a pair of leaves, and the other way around two levels down.

use std::mem;

use super::{
    classes::{Class, WEIGHTS},
    header::SYMBOLS,
    huffman::MAX_CODE_LENGTH,
};

/// Lengths of codes, and 0. A tree of less than [`WEIGHTS`] symbols does not have as many levels.
pub(super) const LENGTHS: usize = MAX_CODE_LENGTH + 1;

/// The lengths that codes of each frequency can have, one bit each.
pub(super) struct Lengths {
    by_frequency: [u16; WEIGHTS],
}

impl Lengths {
    pub const fn new() -> Self {
        Self { by_frequency: [0; WEIGHTS] }
    }

    /// The lengths that codes of this frequency can have, one bit each.
    #[inline]
    pub fn of(&self, frequency: u16) -> u16 {
        self.by_frequency[usize::from(frequency) % WEIGHTS]
    }

    /// Deals the nodes out to the levels, and adds the codes of each length to `counts`. If a level
    /// ends within a group that has an odd one, returns the one below, as one bit, and `None` if that
    /// is not all there is to it.
    #[inline]
    pub fn deal(&mut self, classes: &[Class], counts: &mut [u16; SYMBOLS]) -> Option<u16> {
        let mut odd = 0;
        let mut leaves = classes.last()?.leaves;
        let mut begin = 2 * (leaves - 2);
        let mut level = 1_u16 << 1;
        for (index, class) in classes.iter().enumerate().rev() {
            // A leaf that may take the place of a pair of leaves is among them.
            let mut lengths = odd & level | if begin < class.first_inner { level } else { 0 };
            while begin >= class.first {
                let rank = begin.max(class.first_inner) - class.leaves;
                counts[level.trailing_zeros() as usize] += leaves - (begin - rank);
                leaves = begin - rank;
                let is_open = begin > class.first_inner && has_odd_one(&classes[..index], rank)?;
                if is_open && mem::replace(&mut odd, level << 1) != 0 {
                    return None;
                }
                level <<= 1;
                if mem::replace(&mut begin, 2 * rank) == class.first {
                    break;
                }
                lengths |= if begin < class.first_inner { level } else { 0 };
            }
            self.by_frequency[usize::from(class.weight) % WEIGHTS] = lengths;
        }
        Some(odd)
    }
}

/// Changes `counts` to those with the odd one above, if `level` is the one below the group's end.
pub(super) fn raise_odd_one(counts: &mut [u16; SYMBOLS], level: u16) {
    let level = level.trailing_zeros() as usize;
    counts[level] += 1;
    counts[level + 1] -= 3;
    counts[level + 2] += 2;
}

/// Whether the inner nodes of the ranks `rank - 1` and `rank`, which have one weight, are of a group
/// with an odd one. `None` if that is more than a leaf and a pair of leaves.
#[cold]
fn has_odd_one(lighter: &[Class], rank: u16) -> Option<bool> {
    let parts = lighter.iter().rfind(|class| class.first <= 2 * rank)?;
    let (below, above) = (2 * rank - 1, 2 * rank + 1);
    let height = height(lighter, below);
    if below < parts.first_inner || self::height(lighter, above) != height {
        return Some(false);
    }
    let mut first = below;
    while first > parts.first_inner && self::height(lighter, first - 1) == height {
        first -= 1;
    }
    let has_odd_one = first % 2 == 1 && first > parts.first;
    (!has_odd_one || height == 1).then_some(has_odd_one)
}

/// The height of the node at a position. The second of its parts is the higher one.
fn height(classes: &[Class], mut position: u16) -> u32 {
    let mut height = 0;
    for class in classes.iter().rev() {
        if class.first_inner <= position {
            height += 1;
            position = 2 * (position - class.leaves) + 1;
        } else if class.first <= position {
            break;
        }
    }
    height
}

#[cfg(test)]
mod tests;
