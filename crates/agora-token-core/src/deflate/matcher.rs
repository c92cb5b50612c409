//! Finding the repeats of a content: zlib's lazy matcher (`deflate_slow`) at level 6.
//!
//! RFC 1951 leaves the choice of matches to the encoder; every rule in this file is zlib's, as
//! Node.js builds it. zlib works byte by byte: hash, link, compare, decide. Here a first pass links
//! all positions, because a position's chain depends on the bytes alone, and notes which positions
//! have a predecessor at all. Few have, so the second pass, which compares and decides, skips most
//! of the content.

use std::mem;

use super::{
    ONE_BLOCK_LIMIT,
    symbols::{MAX_MATCH, MIN_MATCH},
};

/// Bits of a hash.
const HASH_BITS: u32 = 15;
/// Multiplier and increment of the hash.
const HASH_FACTOR: u32 = 66_521;
/// Bytes that are hashed, one more than the shortest match has.
const HASHED_BYTES: usize = 4;

/// Candidates to be tried at one position.
const MAX_CHAIN: usize = 128;
/// The same while a match of at least [`GOOD_LENGTH`] is at hand.
const MAX_CHAIN_AFTER_GOOD: usize = MAX_CHAIN / 4;
const GOOD_LENGTH: usize = 8;
/// A match of this length or more is taken without looking at the next position.
const LAZY_LENGTH: usize = 16;
/// A match of this length or more ends the search among the candidates.
const NICE_LENGTH: usize = 128;
/// The shortest match is not worth its bits beyond this distance.
const TOO_FAR: usize = 4096;

/// Positions rounded up to a power of two, so that a masked position is a valid index.
const POSITIONS: usize = (ONE_BLOCK_LIMIT + 1).next_power_of_two();

/// A repeat: `length` bytes from `start` on occur `distance` bytes earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub start: u16,
    pub length: u16,
    pub distance: u16,
}

impl Match {
    /// Where the match begins.
    pub fn start(self) -> usize {
        usize::from(self.start)
    }

    /// The position after the last byte of the match.
    pub fn end(self) -> usize {
        usize::from(self.start) + usize::from(self.length)
    }
}

/// The tables of the matcher, kept from one content to the next so that they need no clearing.
pub(super) struct Matcher {
    /// For each hash the last position that has it, plus `base`.
    heads: Box<[u16; 1 << HASH_BITS]>,
    /// What the positions of this content are raised by, in all tables, and those of the next. Entries
    /// of earlier contents are not above it, and neither is position 0: zlib has 0 mean "none" and
    /// never finds it.
    base: u16,
    next_base: u16,
    /// For each position the previous one with the same hash, not above `base` if there is none.
    previous: Box<[u16; POSITIONS]>,
    /// One bit for each position, from the highest on: is there a previous one?
    candidates: Box<[u64; POSITIONS / 64]>,
    matches: Vec<Match>,
}

impl Matcher {
    #[expect(
        clippy::large_stack_arrays,
        reason = "the standard library has no other way to make a boxed array without a fallible step"
    )]
    pub fn new() -> Self {
        Self {
            heads: Box::new([0; 1 << HASH_BITS]),
            base: 0,
            next_base: 0,
            previous: Box::new([0; POSITIONS]),
            candidates: Box::new([0; POSITIONS / 64]),
            matches: Vec::new(),
        }
    }

    /// The matches of `content`, in order and without overlap. The bytes between them are literals.
    pub fn find(&mut self, content: &[u8]) -> &[Match] {
        debug_assert!(content.len() <= ONE_BLOCK_LIMIT);
        self.matches.clear();
        if content.len() > MIN_MATCH {
            self.link(content);
            self.select(content);
        }
        &self.matches
    }

    /// Links every position that has [`MIN_MATCH`] bytes left to the previous one of its hash.
    fn link(&mut self, content: &[u8]) {
        if self.next_base.checked_add(content.len() as u16).is_none() {
            self.heads.fill(0);
            self.next_base = 0;
        }
        self.base = self.next_base;
        self.next_base += content.len() as u16;

        // The hash of the last position includes a zero byte from behind the content.
        let last = content.len() - MIN_MATCH;
        let tail = [content[last], content[last + 1], content[last + 2], 0];

        let (base, heads) = (self.base, &mut *self.heads);
        let mut position = base;
        let mut link = |quad: [u8; HASHED_BYTES], previous: &mut u16| {
            let head = &mut heads[hash(quad)];
            *previous = mem::replace(head, position);
            position += 1;
            u64::from(*previous > base)
        };
        self.candidates[last / 64] = 0;
        let groups = self.previous[..last].chunks_mut(64);
        for (index, (word, group)) in self.candidates.iter_mut().zip(groups).enumerate() {
            let quads = content[index * 64..].windows(HASHED_BYTES);
            let mut bits = 0;
            for (quad, previous) in quads.zip(&mut *group) {
                bits = bits << 1 | link([quad[0], quad[1], quad[2], quad[3]], previous);
            }
            *word = bits << (64 - group.len());
        }
        let is_candidate = link(tail, &mut self.previous[last]);
        self.candidates[last / 64] |= is_candidate << (63 - last % 64);
    }

    /// Chooses among the matches: a match gives way to a longer one at the next position.
    fn select(&mut self, content: &[u8]) {
        let mut position = 0;
        while let Some(start) = self.next_candidate(position, content.len()) {
            let Some(mut found) = self.longest(content, start, MIN_MATCH - 1) else {
                position = start + 1;
                continue;
            };
            while found.length < LAZY_LENGTH as u16
                && self.has_candidate(found.start() + 1, content.len())
            {
                match self.longest(content, found.start() + 1, usize::from(found.length)) {
                    Some(longer) => found = longer,
                    None => break,
                }
            }
            self.matches.push(found);
            position = found.end();
        }
    }

    fn has_candidate(&self, position: usize, content_length: usize) -> bool {
        position + MIN_MATCH <= content_length
            && self.candidates[position / 64 % (POSITIONS / 64)] << (position % 64) >> 63 != 0
    }

    /// The first position from `position` on that has a candidate.
    fn next_candidate(&self, position: usize, content_length: usize) -> Option<usize> {
        if position + MIN_MATCH > content_length {
            return None;
        }
        let words = &self.candidates[..=(content_length - MIN_MATCH) / 64];
        let mut index = position / 64;
        let mut word = words.get(index)? & (u64::MAX >> (position % 64));
        while word == 0 {
            index += 1;
            word = *words.get(index)?;
        }
        Some(index * 64 + word.leading_zeros() as usize)
    }

    /// The longest match at `start`, which has a candidate, if it is longer than `best`. Of equally
    /// long ones it is the nearest.
    fn longest(&self, content: &[u8], start: usize, mut best: usize) -> Option<Match> {
        let rest = &content[start..];
        let rest = &rest[..rest.len().min(MAX_MATCH)];
        let mut tries = if best >= GOOD_LENGTH { MAX_CHAIN_AFTER_GOOD } else { MAX_CHAIN };
        let mut distance = None;
        let mut link = self.previous[start & (POSITIONS - 1)];
        while link > self.base && tries != 0 && best < rest.len() && best < NICE_LENGTH {
            let candidate = usize::from(link - self.base);
            // Most candidates fail here: they share the hash only, or are not longer.
            if content.get(candidate + best) == rest.get(best) {
                let length = common_prefix(rest, &content[candidate..]);
                if length > best {
                    best = length;
                    distance = Some(start - candidate);
                }
            }
            link = self.previous[candidate & (POSITIONS - 1)];
            tries -= 1;
        }
        let distance = distance?;
        if best == MIN_MATCH && distance > TOO_FAR {
            return None;
        }
        Some(Match { start: start as u16, length: best as u16, distance: distance as u16 })
    }
}

fn hash(quad: [u8; HASHED_BYTES]) -> usize {
    let mixed = u32::from_le_bytes(quad).wrapping_mul(HASH_FACTOR).wrapping_add(HASH_FACTOR);
    (mixed >> 16) as usize & ((1 << HASH_BITS) - 1)
}

/// The number of equal bytes at the beginning of `left` and `right`, of which `left` is the shorter.
fn common_prefix(left: &[u8], right: &[u8]) -> usize {
    let (left_words, left_rest) = left.as_chunks::<8>();
    let (right_words, _) = right.as_chunks::<8>();
    let mut length = 0;
    for (&left_word, &right_word) in left_words.iter().zip(right_words) {
        let difference = u64::from_le_bytes(left_word) ^ u64::from_le_bytes(right_word);
        if difference != 0 {
            return length + (difference.trailing_zeros() / 8) as usize;
        }
        length += 8;
    }
    length
        + left_rest.iter().zip(&right[length..]).take_while(|(left, right)| left == right).count()
}

#[cfg(test)]
mod tests {
    use super::{Match, Matcher};

    fn find(content: &[u8]) -> Vec<(u16, u16, u16)> {
        let matches = Matcher::new().find(content).to_vec();
        matches.iter().map(|&Match { start, length, distance }| (start, length, distance)).collect()
    }

    #[test]
    fn rules_of_zlib() {
        assert_eq!(find(b"-abcd-abcd"), [(6, 4, 5)], "position 0 is no candidate");
        assert_eq!(find(b"xxxxxxxx"), [(2, 6, 1)], "a match may overlap what it repeats");
        assert_eq!(find(b"-abc-abd"), [], "the fourth byte is hashed");
        assert_eq!(find(b"-abcd-bcdefg-abcdefg"), [(14, 6, 8)], "a longer match is waited for");
        assert_eq!(find(b"-abc\0abc"), [(5, 3, 4)], "behind the content are zeros");
    }
}
