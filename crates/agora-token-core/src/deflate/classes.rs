//! Huffman's method, a class at a time: all nodes of one weight are joined in one step.
//!
//! zlib takes nodes off its heap in order of weight, those of one weight in order of height, which is 0
//! for leaves, and those that agree in both as the heap's mechanics have it. Here these go in the order
//! in which they are made. A node's number in this order is its position; the nodes at `2 r` and
//! `2 r + 1` are joined to the inner node of rank `r`.
//!
//! Inner nodes leave in order of rank, as later positions are not lighter and, of equal weight, not
//! lower. So a class has leaves first and inner nodes then, and how many it has of each is all there is
//! to know: it makes pairs, but for a first node at an odd position, which joins the last of the class
//! before.
//!
//! Inner nodes of one weight, if there are several, are pairs of the class of half the weight. One of
//! unequal parts would have them from neighboring classes, which meet but once; and parts with the same
//! sum would lie between these, where nothing is.

use std::mem;

use super::entropy::{LOG_ERROR, ONE, n_log_n};

/// Contents of so many symbols are not looked at. All weights are less.
pub(super) const WEIGHTS: usize = 512;

/// There are fewer: their weights differ, and have too small a sum.
const CLASSES: usize = 256;

/// All nodes of one weight.
#[derive(Clone, Copy)]
pub(super) struct Class {
    pub weight: u16,
    /// The position of its first node, and that of its first inner node or where it would be.
    pub first: u16,
    pub first_inner: u16,
    /// How many leaves there are up to the end of the class.
    pub leaves: u16,
}

/// Nodes of one kind and weight: the weight above, their number below [`COUNT`].
type Run = u32;
const COUNT: u32 = 1 << 16;
const END: Run = Run::MAX;

/// The classes of one content after another.
pub(super) struct Classes {
    joined: [Class; CLASSES],
    /// How many leaves there are of each weight; all zero between two contents.
    counts: [u16; WEIGHTS],
    /// Leaves and inner nodes by ascending weight.
    leaves: [Run; CLASSES],
    inner: [Run; CLASSES],
}

impl Classes {
    pub const fn new() -> Self {
        Self {
            joined: [Class { weight: 0, first: 0, first_inner: 0, leaves: 0 }; CLASSES],
            counts: [0; WEIGHTS],
            leaves: [END; CLASSES],
            inner: [END; CLASSES],
        }
    }

    /// Adds a symbol that occurs `frequency` times.
    #[inline]
    pub fn add_leaf(&mut self, frequency: u16) {
        self.counts[usize::from(frequency) % WEIGHTS] += 1;
    }

    /// Sorts the `leaves` that were added.
    #[inline]
    pub fn sort(&mut self, mut leaves: u16) {
        let (mut runs, mut weight) = (0_u8, 0);
        while leaves != 0 {
            weight += 1;
            let count = mem::take(&mut self.counts[weight % WEIGHTS]);
            self.leaves[usize::from(runs)] = weight as u32 * COUNT + u32::from(count);
            runs += u8::from(count != 0);
            leaves -= count;
        }
        self.leaves[usize::from(runs)] = END;
    }

    /// The bits that the `total` symbols take at least.
    pub fn entropy(&self, total: u16) -> u32 {
        let runs = self.leaves.iter().take_while(|&&run| run != END);
        let sum: u32 = runs.map(|run| run % COUNT * n_log_n((run / COUNT) as u16)).sum();
        n_log_n(total).saturating_sub(sum + LOG_ERROR * u32::from(total)) / ONE
    }

    /// Joins the leaves, two or more, that have the weight `total` together. Returns all classes but
    /// the root's, and the bits that the symbols take: the sum of the weights of all inner nodes.
    #[inline]
    pub fn join(&mut self, total: u16) -> (&[Class], u32) {
        let (mut class, mut leaf, mut head, mut tail) = (0_u8, 0_u8, 0_u8, 0_u8);
        let (mut position, mut leaves_so_far, mut before) = (0, 0, 0);
        let mut bits = 0;
        self.inner[0] = END;
        loop {
            let (leaves, inner) = (self.leaves[usize::from(leaf)], self.inner[usize::from(head)]);
            let weight = leaves.min(inner) / COUNT * COUNT;
            if weight >= u32::from(total) * COUNT {
                let bits = (bits / u64::from(COUNT)) as u32 + u32::from(total);
                return (&self.joined[..usize::from(class)], bits);
            }
            // What is not of this weight has a greater one.
            let (leaves, inner) = (leaves - weight, inner - weight);
            leaf += u8::from(leaves < COUNT);
            head += u8::from(inner < COUNT);
            let leaves = if leaves < COUNT { leaves } else { 0 };
            let inner = if inner < COUNT { inner } else { 0 };
            leaves_so_far += leaves as u16;
            self.joined[usize::from(class)] = Class {
                weight: (weight / COUNT) as u16,
                first: position,
                first_inner: position + leaves as u16,
                leaves: leaves_so_far,
            };
            class += 1;
            bits += u64::from(weight) * u64::from(inner);

            let odd = u32::from(position) % 2;
            self.inner[usize::from(tail)] = before + weight + 1;
            tail += odd as u8;
            let pairs = (leaves + inner - odd) / 2;
            self.inner[usize::from(tail)] = 2 * weight + pairs;
            tail += u8::from(pairs != 0);
            self.inner[usize::from(tail)] = END;
            position += (leaves + inner) as u16;
            before = weight;
        }
    }
}
