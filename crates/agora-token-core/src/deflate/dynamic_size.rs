//! A lower bound for the size of a dynamic block, found without building its tree.
//!
//! Most small contents end as a fixed block, because a dynamic one needs a header of some 450 bits.
//! zlib builds the codes to find that out, which takes most of its time. But the size of the codes, and
//! how many there are of each length, follow from the frequencies alone (`classes`, `lengths`). What
//! the code lengths then take in the header is at least their entropy, less what repeats can save.

use std::mem;

use super::{
    classes::{Classes, WEIGHTS},
    entropy::{LOG_ERROR, ONE, n_log_n},
    header::{SYMBOLS, bits_besides, count_zeros},
    histogram::Histogram,
    lengths::{LENGTHS, Lengths, raise_odd_one},
    repeats::Repeats,
    symbols::DISTANCE_SYMBOLS,
};

/// Contents of fewer symbols are first looked at with all code lengths taken as one, which is most
/// often enough for them.
const SHORT: usize = 128;

/// The memory for it.
pub(super) struct DynamicSize {
    classes: Classes,
    lengths: Lengths,
}

impl DynamicSize {
    pub const fn new() -> Self {
        Self { classes: Classes::new(), lengths: Lengths::new() }
    }

    /// Whether the dynamic block of a content has at least `limit` bits, without the three bits
    /// before a block. If that is not certain, the answer is `false`.
    #[inline]
    pub fn reaches(
        &mut self,
        limit: u32,
        histogram: &Histogram,
        distance_bits: u32,
        distance_lengths: &[u8; DISTANCE_SYMBOLS],
    ) -> bool {
        // Hardly any larger content ends as a fixed block.
        if histogram.total >= WEIGHTS || histogram.total < 2 {
            return false;
        }
        let total = histogram.total as u16;
        let mut counts = [0; SYMBOLS];
        let (mut leaves, mut next) = (0, 0);
        histogram.used_literals.for_each(|symbol| {
            self.classes.add_leaf(histogram.literals[symbol]);
            count_zeros(symbol - mem::replace(&mut next, symbol + 1), &mut counts);
            leaves += 1;
        });
        self.classes.sort(leaves);
        next = 0;
        histogram.used_distances.for_each(|symbol| {
            count_zeros(symbol - mem::replace(&mut next, symbol + 1), &mut counts);
            counts[usize::from(distance_lengths[symbol])] += 1;
        });
        let known = distance_bits + histogram.extra_bits;

        if histogram.total < SHORT {
            let mut one_kind = counts;
            let distances: u16 = one_kind[1..LENGTHS].iter_mut().map(mem::take).sum();
            one_kind[1] = leaves + distances;
            let mut repeats = Repeats::default();
            repeats.add(&histogram.used_literals, |_| 1 << 1);
            repeats.add(&histogram.used_distances, |_| 1 << 1);
            let header = bits_besides(&counts) + token_bits(&one_kind, &repeats);
            if known + self.classes.entropy(total) + header >= limit {
                return true;
            }
        }

        let (classes, literal_bits) = self.classes.join(total);
        let Some(odd) = self.lengths.deal(classes, &mut counts) else { return false };
        let mut repeats = Repeats::default();
        repeats.add(&histogram.used_literals, |symbol| self.lengths.of(histogram.literals[symbol]));
        repeats.add(&histogram.used_distances, |symbol| 1 << distance_lengths[symbol]);
        let reaches = |counts: &[u16; SYMBOLS]| {
            let header = bits_besides(counts) + token_bits(counts, &repeats);
            known + literal_bits + header >= limit
        };
        if odd != 0 && reaches(&counts) {
            raise_odd_one(&mut counts, odd);
        }
        reaches(&counts)
    }
}

/// The bits that tokens of these kinds take at least, part of which can become repeats.
#[inline]
fn token_bits(counts: &[u16; SYMBOLS], repeats: &Repeats) -> u32 {
    let (mut tokens, mut kinds) = (0, 0);
    for &count in counts {
        tokens += count;
        kinds += n_log_n(count);
    }
    let saving = repeats.saving(tokens, counts) + LOG_ERROR * u32::from(tokens);
    n_log_n(tokens).saturating_sub(kinds + saving).div_ceil(ONE)
}
