//! The lengths against those of the trees that zlib builds.

use super::{super::huffman::TreeBuilder, LENGTHS, Lengths, SYMBOLS, WEIGHTS, raise_odd_one};
use crate::deflate::{classes::Classes, symbol_set::SymbolSet, symbols::LITERAL_SYMBOLS};

#[derive(Default)]
struct Tally {
    trees: usize,
    /// Trees that were as here, and trees with an odd one above.
    plain: usize,
    raised: usize,
    undecided: usize,
}

struct Comparison {
    builder: TreeBuilder,
    classes: Classes,
    lengths: Lengths,
    tally: Tally,
}

impl Comparison {
    fn new() -> Self {
        Self {
            builder: TreeBuilder::new(),
            classes: Classes::new(),
            lengths: Lengths::new(),
            tally: Tally::default(),
        }
    }

    /// Compares the trees of symbols with these frequencies.
    fn add(&mut self, frequencies: &[u16]) {
        let total: u16 = frequencies.iter().sum();
        for &frequency in frequencies {
            self.classes.add_leaf(frequency);
        }
        self.classes.sort(frequencies.len() as u16);
        let (classes, bits) = self.classes.join(total);

        let mut used = SymbolSet::default();
        (0..frequencies.len()).for_each(|symbol| used.insert(symbol));
        let mut lengths = [0; LITERAL_SYMBOLS];
        let exact = self.builder.build(frequencies, &mut used, LENGTHS - 1, &mut lengths);
        assert_eq!(bits, exact, "{frequencies:?}");

        self.tally.trees += 1;
        let mut counts = [0; SYMBOLS];
        let Some(odd) = self.lengths.deal(classes, &mut counts) else {
            self.tally.undecided += 1;
            return;
        };
        let mut expected = [0; SYMBOLS];
        for (&frequency, length) in frequencies.iter().zip(lengths) {
            expected[usize::from(length)] += 1;
            assert_ne!(self.lengths.of(frequency) >> length & 1, 0, "{frequencies:?}");
        }
        if counts == expected {
            self.tally.plain += 1;
            return;
        }
        assert_ne!(odd, 0, "{frequencies:?}: {counts:?}");
        raise_odd_one(&mut counts, odd);
        assert_eq!(counts, expected, "{frequencies:?}");
        self.tally.raised += 1;
    }
}

/// Calls `visit` with all ways to write `total` as a sum, in descending order.
fn partitions(total: u16, most: u16, parts: &mut Vec<u16>, visit: &mut impl FnMut(&mut Vec<u16>)) {
    if total == 0 {
        visit(parts);
        return;
    }
    for part in 1..=most.min(total) {
        parts.push(part);
        partitions(total - part, part, parts, visit);
        parts.pop();
    }
}

#[test]
fn all_frequencies_of_few_symbols() {
    let mut comparison = Comparison::new();
    for total in 2..=30 {
        partitions(total, total - 1, &mut Vec::new(), &mut |frequencies| {
            // What the heap does with ties depends on where they come from.
            let mut frequencies = frequencies.clone();
            let half = frequencies.len() / 2;
            for _ in 0..2 {
                comparison.add(&frequencies);
                frequencies.reverse();
                comparison.add(&frequencies);
                frequencies.rotate_left(half);
            }
        });
    }
    let Tally { trees, plain, raised, undecided } = comparison.tally;
    println!("{trees} {plain} {raised} {undecided}");
    assert!(raised > 0 && undecided * 50 < trees);
}

#[test]
fn frequencies_with_many_ties() {
    let mut state = 1_u32;
    let mut below = |bound: u16| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as u16 % bound
    };
    let mut comparison = Comparison::new();
    for _ in 0..40_000 {
        let (most, doublings, base) = (2 + below(510), 1 + below(6), 1 + below(4));
        let mut frequencies = Vec::new();
        let mut total = 0;
        while frequencies.len() < LITERAL_SYMBOLS {
            let frequency = (base << below(doublings)) + u16::from(below(8) == 0);
            total += frequency;
            if usize::from(total) >= WEIGHTS || total > most && frequencies.len() > 1 {
                break;
            }
            frequencies.push(frequency);
        }
        if frequencies.len() > 1 {
            comparison.add(&frequencies);
        }
    }
    let Tally { trees, plain, raised, undecided } = comparison.tally;
    println!("{trees} {plain} {raised} {undecided}");
    assert!(raised > 0 && undecided * 2 < trees);
}
