//! Huffman codes (RFC 1951, section 3.2.2): lengths as zlib chooses them, codes as the RFC derives
//! them from the lengths.
//!
//! An optimal code is not unique: where weights tie, the order in which nodes are taken decides
//! which symbol gets the shorter code. The order here is zlib's: a binary heap, in which of two
//! nodes of equal weight the one of the lower subtree goes first, and of two that agree in that too,
//! the one that the heap's mechanics happen to favor. The mechanics are therefore followed to the
//! letter: where leaves start, how the last entry replaces the first, and which way ties fall.

use std::{hint::select_unpredictable, mem};

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
        if used.first() == used.last() {
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
        let first = used.first();
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
        used.for_each(|symbol| {
            leaves += 1;
            self.heap[leaves % HEAP] =
                u32::from(frequencies[symbol]) << WEIGHT_SHIFT | symbol as u32;
        });
        let levels = leaves.ilog2();
        self.heap[leaves + 1..2 << levels].fill(VACANT);
        for parent in (1..=leaves / 2).rev() {
            let mut sinking = Sinking::new(self.heap[parent % HEAP], parent);
            (parent.ilog2()..levels).for_each(|_| sinking.step(&mut self.heap));
            sinking.stop(&mut self.heap);
        }
        leaves
    }

    /// Joins the two least nodes until one is left, and returns the sum of the weights of all inner
    /// nodes, which is the number of bits that the symbols take.
    fn merge(&mut self, leaves: usize) -> u32 {
        let heap = &mut self.heap;
        let mut bits = 0;
        for (inner, last) in (2..=leaves).rev().enumerate() {
            let levels = last.ilog2();
            let first = heap[1];
            let mut moved = Sinking::new(mem::replace(&mut heap[last % HEAP], VACANT), 1);
            moved.step(heap);

            let second = heap[1];
            let weight = (first >> WEIGHT_SHIFT) + (second >> WEIGHT_SHIFT);
            let height = (first & HEIGHT_MASK).max(second & HEIGHT_MASK) + (1 << NODE_BITS);
            let node = (FIRST_INNER + inner) as u32;
            let mut joined = Sinking::new(weight << WEIGHT_SHIFT | height | node, 1);
            // A level behind is far enough, and lets the processor work on both at once.
            for _ in 1..levels {
                moved.step(heap);
                joined.step(heap);
            }
            moved.stop(heap);
            joined.step(heap);
            joined.stop(heap);

            self.children[inner % HEAP] = [(first & NODE_MASK) as u16, (second & NODE_MASK) as u16];
            bits += weight;
        }
        bits
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
        used.for_each(|symbol| {
            let depth = self.depths[symbol % NODES];
            lengths[symbol] = depth;
            deepest = deepest.max(depth);
        });
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

/// An entry on its way down the heap, until its children come after it.
///
/// The usual loop leaves as soon as that is so. Here it would do so on another level each time, and
/// the processor mispredicts that. So the way is always taken to the bottom, along the lesser
/// children, and what is carried is first the entry, then what it displaced; vacant entries complete
/// the tree. Ties are zlib's: the right child goes before the left, the entry before the child.
struct Sinking {
    position: usize,
    carried: u32,
    /// The entry without the number of its node.
    order: u32,
}

impl Sinking {
    fn new(entry: u32, position: usize) -> Self {
        Self { position, carried: entry, order: entry & !NODE_MASK }
    }

    /// Goes down one level.
    #[inline]
    fn step(&mut self, heap: &mut [u32; HEAP]) {
        let left = heap[2 * self.position % HEAP];
        let right = heap[(2 * self.position + 1) % HEAP];
        let goes_right = right <= (left | NODE_MASK);
        let child = select_unpredictable(goes_right, right, left);
        let displaces = self.order <= child;
        heap[self.position % HEAP] = select_unpredictable(displaces, self.carried, child);
        self.carried = select_unpredictable(displaces, child, self.carried);
        self.position = 2 * self.position + usize::from(goes_right);
    }

    /// Puts down what is carried, on the lowest level.
    fn stop(self, heap: &mut [u32; HEAP]) {
        heap[self.position % HEAP] = self.carried;
    }
}

/// Sets the codes of the `used` symbols from their lengths: shorter codes come first, and among
/// codes of one length the order is that of the symbols. Codes are stored with their bits reversed,
/// as they are written from the most significant bit on.
pub(super) fn assign_codes(lengths: &[u8], used: &SymbolSet, codes: &mut [Bits]) {
    let mut next = [0_u16; MAX_CODE_LENGTH + 2];
    used.for_each(|symbol| next[(usize::from(lengths[symbol]) & MAX_CODE_LENGTH) + 1] += 1);
    for length in 1..=MAX_CODE_LENGTH {
        next[length + 1] = (next[length] + next[length + 1]) << 1;
    }
    used.for_each(|symbol| {
        let length = u16::from(lengths[symbol]);
        let code = &mut next[usize::from(length) & MAX_CODE_LENGTH];
        codes[symbol] = Bits { value: code.reverse_bits() >> (16 - length), count: length };
        *code += 1;
    });
}

#[cfg(test)]
mod tests {
    use super::{Bits, MAX_CODE_LENGTH, TreeBuilder, assign_codes};
    use crate::deflate::symbol_set::SymbolSet;

    fn lengths(frequencies: &[u16], max_length: usize) -> Vec<u8> {
        let mut used = SymbolSet::EMPTY;
        for (symbol, &frequency) in frequencies.iter().enumerate() {
            if frequency != 0 {
                used.insert(symbol);
            }
        }
        let mut lengths = vec![0; frequencies.len()];
        let bits = TreeBuilder::new().build(frequencies, &mut used, max_length, &mut lengths);
        let sum = |(&frequency, &length)| u32::from(frequency) * u32::from(length);
        assert_eq!(bits, frequencies.iter().zip(&lengths).map(sum).sum());
        lengths
    }

    #[test]
    fn lengths_follow_the_frequencies() {
        assert_eq!(lengths(&[1, 1, 2, 4], MAX_CODE_LENGTH), [3, 3, 2, 1]);
        assert_eq!(lengths(&[0, 5, 5, 0, 5, 5], MAX_CODE_LENGTH), [0, 2, 2, 0, 2, 2]);
    }

    #[test]
    fn a_code_has_two_symbols() {
        assert_eq!(lengths(&[0, 0, 0], MAX_CODE_LENGTH), [1, 1, 0]);
        assert_eq!(lengths(&[9, 0, 0], MAX_CODE_LENGTH), [1, 1, 0]);
        assert_eq!(lengths(&[0, 9, 0], MAX_CODE_LENGTH), [0, 1, 1]);
        assert_eq!(lengths(&[0, 0, 9], MAX_CODE_LENGTH), [1, 0, 1]);
    }

    /// With the Fibonacci numbers as frequencies, the optimal code has one symbol of each length.
    #[test]
    fn lengths_are_limited() {
        let fibonacci = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55];
        assert_eq!(lengths(&fibonacci, MAX_CODE_LENGTH), [9, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        assert_eq!(lengths(&fibonacci, 7), [7, 7, 7, 7, 6, 6, 4, 3, 2, 1]);
    }

    /// The example of RFC 1951, section 3.2.2.
    #[test]
    fn codes_of_the_specification() {
        let lengths = [3, 3, 3, 3, 3, 2, 4, 4];
        let expected = [0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111];
        let mut used = SymbolSet::EMPTY;
        (0..8).for_each(|symbol| used.insert(symbol));
        let mut codes = [Bits::default(); 8];
        assign_codes(&lengths, &used, &mut codes);
        for ((code, expected), length) in codes.into_iter().zip(expected).zip(lengths) {
            let reversed = u16::reverse_bits(expected) >> (16 - length);
            assert_eq!(code, Bits { value: reversed, count: length.into() });
        }
    }
}
