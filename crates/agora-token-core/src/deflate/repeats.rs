//! What a header can save by repeats of code lengths, at most: which literal has which length is known
//! only in part.
//!
//! Let `t` tokens, `n` of them of one kind, become `t - s + r`, with `r` repeats for `s` of them. Then
//! `t log t` in their entropy becomes less by no more than `(s - r) d`, where `d = log t + log e` is its
//! derivative; `n log n` becomes `(n - s) log (n - s)`; and there comes `r log r`, which is not more than
//! `r log m` if there can be `m` repeats. Each takes two bits besides. So `s` save `s d` and cost
//! `r (d + 2 - log m)`, where `r` is not less than `s` by the longest repeat. With that, all is the sum
//! of a convex function of each kind's `s`, and so the most is saved at an end: none, or all that can be.

use super::{
    entropy::{LOG_ERROR, ONE, log2, n_log_n},
    header::{MAX_REPEAT, MIN_RUN, REPEAT, excess_bits},
    lengths::LENGTHS,
    symbol_set::SymbolSet,
};

/// How many codes of each length can be part of a repeat.
#[derive(Default)]
pub(super) struct Repeats {
    counts: [u16; LENGTHS],
    total: u16,
}

impl Repeats {
    /// Adds those of an alphabet whose symbols can have the code `lengths`, one bit each.
    #[inline]
    pub fn add(&mut self, used: &SymbolSet, lengths: impl Fn(usize) -> u16) {
        let (mut last, mut before) = (0, 0);
        used.starts_of_four().for_each(|start| {
            let common =
                lengths(start) & lengths(start + 1) & lengths(start + 2) & lengths(start + 3);
            if common != 0 {
                let continued = if start == last + 1 { before } else { 0 };
                self.add_row(common, continued);
                (last, before) = (start, common);
            }
        });
    }

    /// Adds four symbols that can have a length in common. The first is not repeated; and where the
    /// four before `continued` to have it in common, only the last is new.
    fn add_row(&mut self, common: u16, continued: u16) {
        for length in (0..LENGTHS).filter(|length| common >> length & 1 == 1) {
            let new = if continued >> length & 1 == 1 { 1 } else { MIN_RUN as u16 };
            self.counts[length] += new;
            self.total += new;
        }
    }

    /// What they save at most of the entropy of so many `tokens`, of which `counts` are code lengths.
    #[inline]
    pub fn saving(&self, tokens: u16, counts: &[u16]) -> u32 {
        /// `log e`, rounded up.
        const LOG_E: u32 = ONE * 14_427 / 10_000 + 1;
        if self.total == 0 {
            return 0;
        }
        let derivative = log2(tokens) + LOG_ERROR + LOG_E;
        let repeats = u32::from(self.total) / MIN_RUN as u32;
        let log_repeats = repeats.next_power_of_two().ilog2() * ONE;
        let cost = log2(tokens) + LOG_E - 1 + excess_bits(REPEAT) * ONE - log_repeats;
        let of_kind = |(&count, &repeated): (&u16, &u16)| {
            if repeated == 0 || usize::from(count) <= MIN_RUN {
                return 0;
            }
            let repeated = u32::from(repeated.min(count - 1));
            let each = derivative - cost / repeated.min(MAX_REPEAT as u32);
            (n_log_n(count - repeated as u16) + repeated * each).saturating_sub(n_log_n(count))
        };
        counts.iter().zip(&self.counts).map(of_kind).sum()
    }
}
