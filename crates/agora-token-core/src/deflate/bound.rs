//! A lower bound for the size of a dynamic block, found without building its codes.
//!
//! Most small contents end as a fixed block, because a dynamic one needs a header of some 450 bits.
//! zlib builds the codes to find that out, which takes most of its time. Here the size is first
//! bounded from below. Known exactly are the code for distances, which is small and built beforehand,
//! and the runs of unused symbols in the header. Literals, and the tokens of the header, take at
//! least the bits of their entropy. That of the tokens depends on how many literals have codes of the
//! same length: of this a coarse bound knows little, but costs little, and a fine one knows nearly
//! everything (see [`Levels`]).
//!
//! What is not known is tried at its extremes: entropy is a concave function of the numbers that it
//! is taken of, so nothing between the extremes has less.

use super::{
    header,
    histogram::Histogram,
    levels::{LEVELS, Levels, WEIGHTS},
    symbol_set::SymbolSet,
    symbols::DISTANCE_SYMBOLS,
};

/// Equal code lengths in a row from which on all but the first can become one token.
const REPEATABLE: usize = 1 + header::MIN_RUN;

/// How much the fine bound can be hoped to exceed the coarse one, in bits for each literal in use.
/// This decides about speed only.
const HOPE: u32 = 2;

/// Numbers whose entropy can be taken: more than three times as many as there are literals, which is
/// the most that an extreme of [`Levels::max_of_extremes`] can have.
const NUMBERS: usize = 1024;

/// Fraction bits of the table below.
const FRACTION_BITS: u32 = 12;

/// `n log2 n`, rounded down to multiples of `2^-FRACTION_BITS`, off by less than `2 n` of them.
static N_LOG_N: [u32; NUMBERS] = {
    let mut table = [0; NUMBERS];
    let mut number = 1;
    while number < NUMBERS {
        table[number] = number as u32 * log2(number as u32);
        number += 1;
    }
    table
};

/// One bit: more than what all the numbers of a header together are rounded down by.
const ROUNDING: u32 = 1 << FRACTION_BITS;

/// The binary logarithm, rounded down to `FRACTION_BITS`, by repeated squaring.
const fn log2(number: u32) -> u32 {
    let mut result = number.ilog2();
    let mut mantissa = (number as u64) << (31 - result);
    let mut bit = 0;
    while bit < FRACTION_BITS {
        mantissa = (mantissa * mantissa) >> 31;
        result <<= 1;
        if mantissa >> 32 != 0 {
            mantissa >>= 1;
            result |= 1;
        }
        bit += 1;
    }
    result
}

/// `n log2 n`, taken as 0 for negative numbers, which keeps it convex for whole numbers.
fn n_log_n(number: i16) -> u32 {
    N_LOG_N[usize::try_from(number).unwrap_or(0) % NUMBERS]
}

/// The tokens that stand for a run of unused symbols: how many of each kind, in one number.
static ZERO_RUNS: [u32; NUMBERS] = {
    let mut table = [0; NUMBERS];
    let mut length = 0;
    while length < NUMBERS {
        let (long, rest) = header::split_zeros(length);
        table[length] = match rest {
            0..header::MIN_RUN => (rest as u32) << SINGLE_SHIFT,
            _ => 1 << SHORT_SHIFT,
        } | (long as u32) << LONG_SHIFT;
        length += 1;
    }
    table
};
const SINGLE_SHIFT: u32 = 0;
const SHORT_SHIFT: u32 = 10;
const LONG_SHIFT: u32 = 20;
const RUN_MASK: u32 = (1 << SHORT_SHIFT) - 1;

/// Sums up the runs of unused symbols before each used one.
#[derive(Default)]
struct ZeroRuns {
    next: usize,
    packed: u32,
}

impl ZeroRuns {
    #[inline]
    fn used(&mut self, symbol: usize) {
        self.packed += ZERO_RUNS[(symbol - self.next) % NUMBERS];
        self.next = symbol + 1;
    }

    /// The numbers of single zeros, short runs and long runs.
    fn counts(&self) -> [i16; 3] {
        [SINGLE_SHIFT, SHORT_SHIFT, LONG_SHIFT]
            .map(|shift| (self.packed >> shift & RUN_MASK) as i16)
    }
}

/// What is certain about the dynamic block of a content.
struct Known<'a> {
    histogram: &'a Histogram,
    /// Bits that are certain, but for those of the literals and of the tokens.
    bits: u32,
    /// The number of tokens, before code lengths become part of repeats.
    tokens: i16,
    /// The sum of `n log n` over the kinds of zeros.
    zeros: u32,
    /// The bits that the literals have at least.
    literal_bits: u32,
    /// The number of literals in use, of those that occur once, and of those that occur once or twice.
    used: i16,
    once: i16,
    up_to_twice: i16,
    /// The number of distances in use whose code lengths are tokens of their own, by length.
    distances: [i16; LEVELS],
    /// Whether some literal may have a code of one bit.
    may_be_one_bit: bool,
}

/// Whether the dynamic block of a content has at least `limit` bits, without the three bits before a
/// block. If that is not certain, the answer is `false`.
pub(super) fn dynamic_reaches(
    limit: u32,
    levels: &mut Levels,
    histogram: &Histogram,
    distance_bits: u32,
    distance_lengths: &[u8; DISTANCE_SYMBOLS],
) -> bool {
    // Of larger contents hardly any end as a fixed block.
    if histogram.total >= WEIGHTS {
        return false;
    }
    let known = Known::new(histogram, distance_bits, distance_lengths);
    let coarse = known.coarse_bound();
    if coarse >= limit || coarse + HOPE * u32::from(known.used.unsigned_abs()) < limit {
        return coarse >= limit;
    }
    known.fine_bound(levels) >= limit
}

impl<'a> Known<'a> {
    fn new(
        histogram: &'a Histogram,
        distance_bits: u32,
        distance_lengths: &[u8; DISTANCE_SYMBOLS],
    ) -> Self {
        let mut runs = ZeroRuns::default();
        let mut entropy = n_log_n(histogram.total as i16);
        let (mut used, mut once, mut up_to_twice, mut most) = (0, 0, 0, 0);
        histogram.used_literals.for_each(|symbol| {
            let frequency = histogram.literals[symbol];
            entropy = entropy.wrapping_sub(n_log_n(frequency as i16));
            used += 1;
            once += i16::from(frequency == 1);
            up_to_twice += i16::from(frequency <= 2);
            most = most.max(frequency);
            runs.used(symbol);
        });

        let mut distances = [0; LEVELS];
        let mut written_lengths = 0;
        runs.next = 0;
        histogram.used_distances.for_each(|symbol| {
            let length = usize::from(distance_lengths[symbol]) % LEVELS;
            distances[length] += 1;
            written_lengths = written_lengths.max(header::written_up_to(length));
            runs.used(symbol);
        });
        if histogram.used_distances.len() >= REPEATABLE {
            distances = [0; LEVELS];
        }

        let [single, short, long] = runs.counts();
        Self {
            histogram,
            bits: header::frame_bits(written_lengths)
                + header::excess_bits(header::SHORT_ZEROS) * u32::from(short.unsigned_abs())
                + header::excess_bits(header::LONG_ZEROS) * u32::from(long.unsigned_abs())
                + distance_bits
                + histogram.extra_bits,
            tokens: used + distances.iter().sum::<i16>() + single + short + long,
            zeros: n_log_n(single) + n_log_n(short) + n_log_n(long),
            literal_bits: entropy.saturating_sub(ROUNDING) >> FRACTION_BITS,
            used,
            once,
            up_to_twice,
            distances,
            may_be_one_bit: 3 * usize::from(most) >= histogram.total,
        }
    }

    /// The bound with two groups of literals of which no code of one is as long as one of the other.
    ///
    /// Huffman's method joins the literals that occur once among each other, but for at most one
    /// that is left over. Each pair makes a node of weight 2. No node of a tree is deeper than a
    /// lighter one, so literals that occur three times or more are not deeper than these pairs, and
    /// have shorter codes than what the pairs are made of. The literal that is left over and those
    /// that occur twice belong to either group.
    ///
    /// A code of one bit takes at least a third of all symbols, so most often the code lengths of one
    /// or two distances, which are 1, are a third group.
    fn coarse_bound(&self) -> u32 {
        let mut tokens = self.tokens;
        let mut distances = self.distances[1];
        for (length, &count) in self.distances.iter().enumerate() {
            if length > 1 || self.may_be_one_bit {
                tokens -= count;
            }
        }
        if self.may_be_one_bit {
            distances = 0;
        }
        let repeatable = self.histogram.used_literals.rows_of_four().len() as i16;
        let repeats = Repeats::new(tokens, repeatable);
        let most_rare = self.up_to_twice;
        let most_frequent = self.used - self.once + 1;
        let concentration = |rare: i16| {
            let frequent = self.used - rare;
            let repeatable_frequent = repeatable.min(most_frequent);
            // The corners of what can be repeated of either group.
            let corners = [
                (0, 0),
                (repeatable, 0),
                (repeatable - repeatable_frequent, repeatable_frequent),
                (0, repeatable_frequent),
            ];
            let sums = corners.map(|(of_rare, of_frequent)| {
                repeats.n_log_n_without(rare, of_rare)
                    + repeats.n_log_n_without(frequent, of_frequent)
            });
            sums.into_iter().fold(0, u32::max)
        };
        let concentration = concentration(most_rare).max(concentration(self.used - most_frequent));
        self.literal_bits + self.bits(tokens, concentration + n_log_n(distances))
    }

    /// The bound with the literals grouped by their levels in the optimal trees.
    fn fine_bound(&self, levels: &mut Levels) -> u32 {
        let histogram = self.histogram;
        histogram.used_literals.for_each(|symbol| levels.add_leaf(histogram.literals[symbol]));
        let literal_bits = levels.join();
        if !levels.deal() {
            return 0;
        }

        let mut repeatable = [0_i16; LEVELS];
        let rows = self.repeatable(levels);
        rows.for_each(|symbol| {
            let range = levels.range(histogram.literals[symbol]);
            for level in range.first..=range.last {
                repeatable[usize::from(level) % LEVELS] += 1;
            }
        });
        for (level, repeatable) in repeatable.iter_mut().enumerate() {
            *repeatable = (*repeatable).min(levels.most_leaves(level));
        }
        let repeats = Repeats::new(self.tokens, rows.len() as i16);

        let deepest = levels.level_count().clamp(REPEATABLE, LEVELS);
        let concentration = levels.max_of_extremes(|leaves| {
            (1..deepest)
                .map(|level| {
                    repeats.n_log_n(leaves[level] + self.distances[level], repeatable[level])
                })
                .sum()
        });
        concentration
            .map_or(0, |concentration| literal_bits + self.bits(self.tokens, concentration))
    }

    /// The certain bits and those of the tokens, if `concentration` is the sum of `n log n` over all
    /// of them but zeros.
    fn bits(&self, tokens: i16, concentration: u32) -> u32 {
        let entropy = n_log_n(tokens).saturating_sub(concentration + self.zeros + ROUNDING);
        self.bits + (entropy >> FRACTION_BITS)
    }

    /// The literals whose code lengths may become part of a repeat: those that follow others in a
    /// row of symbols that can all be on the same level.
    fn repeatable(&self, levels: &Levels) -> SymbolSet {
        let mut repeatable = SymbolSet::EMPTY;
        self.histogram.used_literals.starts_of_four().for_each(|start| {
            let row = &self.histogram.literals[start..start + REPEATABLE];
            let (first, last) = row.iter().fold((0, u8::MAX), |(first, last), &frequency| {
                let range = levels.range(frequency);
                (range.first.max(first), range.last.min(last))
            });
            if first <= last {
                (start + 1..start + REPEATABLE).for_each(|symbol| repeatable.insert(symbol));
            }
        });
        repeatable
    }
}

/// What repeats can save.
struct Repeats {
    /// How much one token in a repeat can lower the entropy, but for the `n log n` of its kind.
    saving: u32,
}

impl Repeats {
    /// Without a token, `n log n` of all tokens is less by at most its derivative. But there is one
    /// more repeat for each [`header::MAX_REPEAT`] of them, which takes bits itself.
    fn new(tokens: i16, most: i16) -> Self {
        const ONE: u32 = 1 << FRACTION_BITS;
        /// log2(e) and log2(6), rounded up and down.
        const LOG_E: u32 = ONE * 14_427 / 10_000 + 1;
        const LOG_MAX_REPEAT: u32 = ONE * 25_849 / 10_000;
        let log = |number: i16| n_log_n(number) / u32::from(number.max(1).unsigned_abs());
        let all = log(tokens) + 2;
        let repeat = header::excess_bits(header::REPEAT) * ONE
            + (LOG_MAX_REPEAT + log(tokens)).saturating_sub(log(most) + 2);
        Self { saving: all + LOG_E - repeat / header::MAX_REPEAT as u32 }
    }

    /// `n log n` of `count` equal tokens, of which up to `repeatable` may be part of repeats, and what
    /// these save. Between none and all of them there is no higher value.
    #[inline]
    fn n_log_n(&self, count: i16, repeatable: i16) -> u32 {
        n_log_n(count).max(self.n_log_n_without(count, repeatable))
    }

    /// `n log n` of `count` equal tokens, of which `repeated` are part of repeats, and what these
    /// save.
    #[inline]
    fn n_log_n_without(&self, count: i16, repeated: i16) -> u32 {
        n_log_n(count - repeated) + u32::from(repeated.unsigned_abs()) * self.saving
    }
}
