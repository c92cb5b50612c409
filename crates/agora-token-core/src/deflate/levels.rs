//! What all optimal Huffman trees for the same frequencies have in common.
//!
//! Where weights tie there are several optimal trees, and finding the one that zlib builds takes
//! most of the time of an encoder for small contents. But ties never change which *weights* are
//! joined, and in an optimal tree a heavier node is never deeper than a lighter one. So the nodes can
//! be grouped by weight, each group joined in one step, and the groups dealt out to the levels of the
//! tree from the root down: a level has two nodes for each inner node of the level above, and takes
//! the heaviest that are left. Only where the end of a level falls into a group is there a choice,
//! between the group's leaves and its inner nodes. Preferring either throughout gives the extremes
//! between which all optimal trees lie.

use std::mem;

use super::huffman::MAX_CODE_LENGTH;

/// Weights of nodes are less than this.
pub(super) const WEIGHTS: usize = 512;
const WORDS: usize = WEIGHTS / 64;

/// Levels of a tree of codes of up to [`MAX_CODE_LENGTH`] bits, the root's included.
pub(super) const LEVELS: usize = MAX_CODE_LENGTH + 1;

/// All nodes of one weight.
#[derive(Clone, Copy, Default)]
struct Group {
    weight: u16,
    leaves: u16,
    inner: u16,
    /// Nodes of less weight, and the inner nodes among them.
    lighter: u16,
    lighter_inner: u16,
}

/// The levels on which the leaves of one frequency can be.
#[derive(Clone, Copy, Default)]
pub(super) struct Range {
    pub first: u8,
    pub last: u8,
}

/// The weights of the optimal trees for one content after another, and their levels.
pub(super) struct Levels {
    /// Leaves and inner nodes by weight; all zero between two contents.
    leaves: [u16; WEIGHTS],
    inner: [u16; WEIGHTS],
    /// The weights that occur and are not yet joined, one bit each.
    occupied: [u64; WORDS],
    /// The groups in ascending order of weight.
    groups: [Group; WEIGHTS],
    group_count: usize,
    /// For each frequency that occurs the levels of its leaves.
    ranges: [Range; WEIGHTS],
    /// For each level the number of inner nodes on it and above, in the two extreme trees.
    fewest: [u16; LEVELS],
    most: [u16; LEVELS],
    level_count: usize,
}

impl Levels {
    pub const fn new() -> Self {
        Self {
            leaves: [0; WEIGHTS],
            inner: [0; WEIGHTS],
            occupied: [0; WORDS],
            groups: [Group { weight: 0, leaves: 0, inner: 0, lighter: 0, lighter_inner: 0 };
                WEIGHTS],
            group_count: 0,
            ranges: [Range { first: 0, last: 0 }; WEIGHTS],
            fewest: [0; LEVELS],
            most: [0; LEVELS],
            level_count: 0,
        }
    }

    /// Adds a symbol that occurs `frequency` times. The total must stay below [`WEIGHTS`].
    #[inline]
    pub fn add_leaf(&mut self, frequency: u16) {
        let weight = usize::from(frequency) % WEIGHTS;
        self.leaves[weight] += 1;
        self.occupied[weight / 64] |= 1 << (weight % 64);
    }

    /// Joins all nodes, the lightest first, and returns the sum of the weights of the inner nodes,
    /// which is the number of bits that the symbols take.
    #[inline]
    pub fn join(&mut self) -> u32 {
        let mut bits = 0;
        let mut group_count = 0;
        let (mut lighter, mut lighter_inner) = (0, 0);
        // The weight of a node that found no partner of the same weight, 0 for none.
        let mut single = 0;
        for index in 0..WORDS {
            while self.occupied[index] != 0 {
                let weight = index * 64 + self.occupied[index].trailing_zeros() as usize;
                self.occupied[index] &= self.occupied[index] - 1;
                let leaves = mem::take(&mut self.leaves[weight]);
                let inner = mem::take(&mut self.inner[weight]);
                self.groups[group_count % WEIGHTS] =
                    Group { weight: weight as u16, leaves, inner, lighter, lighter_inner };
                group_count += 1;
                lighter += leaves + inner;
                lighter_inner += inner;
                bits += u32::from(inner) * weight as u32;

                let joins_single = u16::from(single != 0);
                self.add_inner(single + weight, joins_single);
                let rest = leaves + inner - joins_single;
                self.add_inner(2 * weight, rest / 2);
                single = if rest % 2 == 1 { weight } else { 0 };
            }
        }
        self.group_count = group_count;
        bits
    }

    #[inline]
    fn add_inner(&mut self, weight: usize, count: u16) {
        let weight = weight % WEIGHTS;
        self.inner[weight] += count;
        self.occupied[weight / 64] |= u64::from(count != 0) << (weight % 64);
    }

    /// Deals the groups out to the levels in both extreme ways, and says whether the trees have no
    /// more than [`LEVELS`].
    #[inline]
    pub fn deal(&mut self) -> bool {
        let most_levels = self.deal_extreme::<true>();
        let fewest_levels = self.deal_extreme::<false>();
        self.level_count = most_levels.max(fewest_levels);
        self.level_count <= LEVELS
    }

    /// Deals out with the inner nodes of a group above its leaves, which makes for the most nodes on
    /// each level, or with its leaves above, which makes for the fewest. Returns the number of levels.
    ///
    /// With the most nodes on each level, a group is reached as early as in any tree; with the
    /// fewest, it is passed as late as in any.
    #[inline]
    fn deal_extreme<const MOST: bool>(&mut self) -> usize {
        let mut index = self.group_count - 1;
        let mut group = self.groups[index % WEIGHTS];
        let all = group.lighter + group.leaves + group.inner;
        let all_inner = all / 2;
        let mut inner = 0;
        for level in 0..LEVELS {
            // How many nodes are below this level, and so are the lightest.
            let below = all - 1 - 2 * inner;
            while if MOST { group.lighter > below } else { group.lighter >= below } {
                if !MOST {
                    self.ranges[usize::from(group.weight) % WEIGHTS].last = level as u8;
                }
                if index == 0 {
                    break;
                }
                index -= 1;
                group = self.groups[index % WEIGHTS];
                if MOST {
                    self.ranges[usize::from(group.weight) % WEIGHTS].first = level as u8;
                }
            }
            let left = below.saturating_sub(group.lighter);
            let left_inner =
                if MOST { left.saturating_sub(group.leaves) } else { left.min(group.inner) };
            inner = all_inner - group.lighter_inner - left_inner;

            let inner_so_far = if MOST { &mut self.most } else { &mut self.fewest };
            inner_so_far[level] = inner;
            if below == 0 {
                inner_so_far[level..].fill(all_inner);
                return level + 1;
            }
        }
        LEVELS + 1
    }

    /// The number of levels of the deepest tree.
    pub fn level_count(&self) -> usize {
        self.level_count
    }

    /// The levels on which symbols of this frequency can be.
    pub fn range(&self, frequency: u16) -> Range {
        self.ranges[usize::from(frequency) % WEIGHTS]
    }

    /// The most leaves that a level can have.
    pub fn most_leaves(&self, level: usize) -> i16 {
        let inner = |inner: &[u16; LEVELS], level: usize| inner[level] as i16;
        match level {
            0 => 0,
            1 => 2 * inner(&self.most, 0) - (inner(&self.fewest, 1) - inner(&self.most, 0)),
            _ => {
                3 * inner(&self.most, level - 1)
                    - 2 * inner(&self.fewest, level - 2)
                    - inner(&self.fewest, level)
            }
        }
    }

    /// The greatest value of a convex function of the numbers of leaves on the levels, or something
    /// greater: it is taken of all combinations of the extreme numbers, between which those of every
    /// optimal tree lie. Some are no trees, and have negative numbers of leaves. `None` if there are
    /// too many.
    #[inline]
    pub fn max_of_extremes(&self, mut function: impl FnMut(&[i16; LEVELS]) -> u32) -> Option<u32> {
        /// Levels that may be open, each of which doubles the number of combinations.
        const MAX_OPEN: usize = 5;
        let mut open = [0; MAX_OPEN];
        let mut open_count = 0;
        for level in 0..self.level_count.min(LEVELS) {
            if self.fewest[level] != self.most[level] {
                *open.get_mut(open_count)? = level;
                open_count += 1;
            }
        }
        let mut greatest = 0;
        for choice in 0..1_u32 << open_count {
            let mut inner = self.fewest;
            for (bit, &level) in open[..open_count].iter().enumerate() {
                if choice >> bit & 1 == 1 {
                    inner[level] = self.most[level];
                }
            }
            let mut leaves = [0; LEVELS];
            let (mut before_last, mut last) = (0, inner[0] as i16);
            for level in 1..LEVELS {
                let here = inner[level] as i16;
                leaves[level] = 2 * (last - before_last) - (here - last);
                (before_last, last) = (last, here);
            }
            greatest = greatest.max(function(&leaves));
        }
        Some(greatest)
    }
}
