//! Huffman codes (RFC 1951, section 3.2.2): lengths as zlib chooses them, codes as the RFC derives
//! them from the lengths.
//!
//! An optimal code is not unique: where weights tie, the order in which nodes are taken decides
//! which symbol gets the shorter code. The order here is zlib's: a binary heap, in which of two
//! nodes of equal weight the one of the lower subtree goes first, and of two that agree in that too,
//! the one that the heap's mechanics happen to favor. The mechanics are therefore followed to the
//! letter: where leaves start, how the last entry replaces the first, and which way ties fall.

use super::{bits::Bits, symbol_set::SymbolSet, symbols::LITERAL_SYMBOLS};

/// Longest code for literals, lengths and distances.
pub(super) const MAX_CODE_LENGTH: usize = 15;

/// Inner nodes are numbered from here on, leaves by their symbol.
const FIRST_INNER: usize = LITERAL_SYMBOLS.next_multiple_of(32);
/// Node numbers, rounded up to a power of two.
const NODES: usize = 1 << NODE_BITS;
/// Heap entries: the largest alphabet, rounded up to a complete tree. Entry 0 is not used.
const HEAP: usize = LITERAL_SYMBOLS.next_power_of_two();

/// An entry of the heap holds, from high to low bits, the weight, the height of the subtree and the
/// number of the node. The number is not part of the order.
const NODE_BITS: u32 = 10;
const HEIGHT_BITS: u32 = 5;
const NODE_MASK: u32 = (1 << NODE_BITS) - 1;
const WEIGHT_SHIFT: u32 = NODE_BITS + HEIGHT_BITS;
const HEIGHT_MASK: u32 = ((1 << HEIGHT_BITS) - 1) << NODE_BITS;
/// An entry that comes after all nodes.
const VACANT: u32 = u32::MAX;

/// Builds the code lengths of one alphabet after another.
pub(super) struct TreeBuilder {
    heap: [u32; HEAP],
    /// The two nodes below each inner node, in the order in which they left the heap.
    children: [[u16; 2]; HEAP],
    /// The distance of each node from the root.
    depths: [u8; NODES],
}

impl TreeBuilder {
    pub const fn new() -> Self {
        Self { heap: [VACANT; HEAP], children: [[0; 2]; HEAP], depths: [0; NODES] }
    }

    /// Sets `lengths`, which covers the alphabet, to the code lengths for `frequencies`, and
    /// returns how many bits the symbols take with them.
    ///
    /// A code has at least two symbols, as decoders of old could not do with less: zlib adds
    /// symbols of its choice, which `used` then has too.
    pub fn build(
        &mut self,
        frequencies: &[u16],
        used: &mut SymbolSet,
        max_length: usize,
        lengths: &mut [u8],
    ) -> u32 {
        if used.len() < 2 {
            return Self::build_degenerate(frequencies, used, lengths);
        }
        let leaves = self.fill(frequencies, used);
        let bits = self.merge(leaves);
        let deepest = self.measure(leaves, used, lengths);
        if deepest > max_length {
            self.limit(leaves, frequencies, max_length, lengths)
        } else {
            bits
        }
    }

    fn build_degenerate(frequencies: &[u16], used: &mut SymbolSet, lengths: &mut [u8]) -> u32 {
        let first = used.iter().next().unwrap_or(0);
        let second = if first < 2 { first + 1 } else { 0 };
        lengths.fill(0);
        lengths[first] = 1;
        lengths[second] = 1;
        used.insert(first);
        used.insert(second);
        u32::from(frequencies[first])
    }

    /// Makes a heap of the leaves and returns their number.
    fn fill(&mut self, frequencies: &[u16], used: &SymbolSet) -> usize {
        let mut leaves = 0;
        for symbol in used.iter() {
            leaves += 1;
            self.heap[leaves % HEAP] =
                u32::from(frequencies[symbol]) << WEIGHT_SHIFT | symbol as u32;
        }
        let levels = leaves.ilog2();
        self.heap[leaves + 1..2 << levels].fill(VACANT);
        for parent in (1..=leaves / 2).rev() {
            self.sink(self.heap[parent % HEAP], parent, levels - parent.ilog2());
        }
        leaves
    }

    /// Joins the two least nodes until one is left, and returns the sum of the weights of all inner
    /// nodes, which is the number of bits that the symbols take.
    fn merge(&mut self, leaves: usize) -> u32 {
        let mut bits = 0;
        for (inner, last) in (2..=leaves).rev().enumerate() {
            let first = self.heap[1];
            let moved = std::mem::replace(&mut self.heap[last % HEAP], VACANT);
            self.sink(moved, 1, last.ilog2());

            let second = self.heap[1];
            let weight = (first >> WEIGHT_SHIFT) + (second >> WEIGHT_SHIFT);
            let height = (first & HEIGHT_MASK).max(second & HEIGHT_MASK) + (1 << NODE_BITS);
            let node = (FIRST_INNER + inner) as u32;
            self.sink(weight << WEIGHT_SHIFT | height | node, 1, last.ilog2());

            self.children[inner % HEAP] = [(first & NODE_MASK) as u16, (second & NODE_MASK) as u16];
            bits += weight;
        }
        bits
    }

    /// Puts `entry` at `position`, or below it if a child comes before it.
    ///
    /// The usual loop leaves as soon as the entry is in place, and the processor mispredicts that
    /// nearly each time. This one always goes to the bottom, along the lesser children, and carries
    /// either the entry or what the entry displaced; vacant entries fill the tree. Ties are
    /// zlib's: the right child goes before the left, the entry before the child.
    #[inline(always)]
    fn sink(&mut self, entry: u32, mut position: usize, levels: u32) {
        let mut carried = entry;
        for _ in 0..levels {
            let left = self.heap[2 * position % HEAP];
            let right = self.heap[(2 * position + 1) % HEAP];
            let goes_right = right <= (left | NODE_MASK);
            let child = if goes_right { right } else { left };
            let stays = carried <= (child | NODE_MASK);
            self.heap[position % HEAP] = if stays { carried } else { child };
            carried = if stays { child } else { carried };
            position = 2 * position + usize::from(goes_right);
        }
        self.heap[position % HEAP] = carried;
    }

    /// Sets `lengths` to the depths of the leaves and returns the greatest.
    fn measure(&mut self, leaves: usize, used: &SymbolSet, lengths: &mut [u8]) -> usize {
        let root = leaves - 2;
        self.depths[FIRST_INNER + root] = 0;
        for inner in (0..=root).rev() {
            let below = self.depths[(FIRST_INNER + inner) % NODES] + 1;
            for child in self.children[inner % HEAP] {
                self.depths[usize::from(child) % NODES] = below;
            }
        }
        lengths.fill(0);
        let mut deepest = 0;
        for symbol in used.iter() {
            let depth = self.depths[symbol % NODES];
            lengths[symbol] = depth;
            deepest = deepest.max(depth);
        }
        usize::from(deepest)
    }

    /// Changes `lengths` to codes of at most `max_length` bits, and returns how many bits the
    /// symbols take with them.
    ///
    /// zlib's way: cut all depths at the limit, which leaves too many nodes on the last level; then
    /// make room for two of them at a time, by moving the deepest leaf that is above the last level
    /// down one level, where its old place now holds it and one leaf of the last level. Last, deal
    /// the lengths out anew, the longest to the symbols that left the heap first.
    #[cold]
    fn limit(
        &mut self,
        leaves: usize,
        frequencies: &[u16],
        max_length: usize,
        lengths: &mut [u8],
    ) -> u32 {
        let mut leaves_by_length = [0_usize; MAX_CODE_LENGTH + 1];
        let mut excess = 0;
        for inner in (0..=leaves - 2).rev() {
            let below = usize::from(self.depths[FIRST_INNER + inner]) + 1;
            let cut = below.min(max_length);
            for child in self.children[inner].map(usize::from) {
                self.depths[child] = cut as u8;
                excess += usize::from(below > max_length);
                if child < FIRST_INNER {
                    leaves_by_length[cut] += 1;
                }
            }
        }
        while excess > 0 {
            let mut length = max_length - 1;
            while leaves_by_length[length] == 0 {
                length -= 1;
            }
            leaves_by_length[length] -= 1;
            leaves_by_length[length + 1] += 2;
            leaves_by_length[max_length] -= 1;
            excess = excess.saturating_sub(2);
        }
        let mut bits = 0;
        let mut length = max_length;
        for &child in self.children[..leaves - 1].as_flattened() {
            let symbol = usize::from(child);
            if symbol >= FIRST_INNER {
                continue;
            }
            while leaves_by_length[length] == 0 {
                length -= 1;
            }
            leaves_by_length[length] -= 1;
            lengths[symbol] = length as u8;
            bits += u32::from(frequencies[symbol]) * length as u32;
        }
        bits
    }
}

/// Sets the codes of the `used` symbols from their lengths: shorter codes come first, and among
/// codes of one length the order is that of the symbols. Codes are stored with their bits reversed,
/// as they are written from the most significant bit on.
pub(super) fn assign_codes(lengths: &[u8], used: &SymbolSet, codes: &mut [Bits]) {
    let mut next = [0_u16; MAX_CODE_LENGTH + 2];
    for symbol in used.iter() {
        next[(usize::from(lengths[symbol]) & MAX_CODE_LENGTH) + 1] += 1;
    }
    for length in 1..=MAX_CODE_LENGTH {
        next[length + 1] = (next[length] + next[length + 1]) << 1;
    }
    for symbol in used.iter() {
        let length = u16::from(lengths[symbol]);
        let code = &mut next[usize::from(length) & MAX_CODE_LENGTH];
        codes[symbol] = Bits { value: code.reverse_bits() >> (16 - length), count: length };
        *code += 1;
    }
}
