//! Writing bit fields of any width, least significant bit first (RFC 1951, section 3.1.1).

use std::mem;

/// Bits that may be added between two calls of [`BitWriter::flush`]: the accumulator has 64, of
/// which a flush leaves at most 7 in use, and one must stay free for the shift in `flush`.
pub(super) const BITS_PER_FLUSH: u32 = 56;

/// Bytes that the writer's buffer must have beyond the end of what is written to it, because a
/// flush always stores a whole word.
pub(super) const SLACK: usize = 8;

/// A code or number to be written: the bits, and how many of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    pub value: u16,
    pub count: u16,
}

/// Writes bits to a buffer whose size was computed beforehand.
pub(super) struct BitWriter<'a> {
    /// What is not written yet of a buffer of this size.
    rest: &'a mut [u8],
    size: usize,
    accumulator: u64,
    pending: u32,
}

impl<'a> BitWriter<'a> {
    /// A writer that starts at the first bit of `buffer`.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Self { size: buffer.len(), rest: buffer, accumulator: 0, pending: 0 }
    }

    /// Adds the low `count` bits of `value`, whose higher bits must be zero. The caller keeps to
    /// [`BITS_PER_FLUSH`].
    #[inline]
    pub fn add(&mut self, value: u64, count: u32) {
        debug_assert!(count == 0 || value >> count == 0);
        self.accumulator |= value << self.pending;
        self.pending += count;
        debug_assert!(self.pending < u64::BITS);
    }

    /// Adds a code. The caller keeps to [`BITS_PER_FLUSH`].
    #[inline]
    pub fn add_code(&mut self, code: Bits) {
        self.add(u64::from(code.value), u32::from(code.count));
    }

    /// Stores the complete bytes.
    ///
    /// A whole word is stored at any time, so that nothing here depends on how many bytes there
    /// are; the next flush overwrites what was not complete.
    #[inline]
    pub fn flush(&mut self) {
        let rest = mem::take(&mut self.rest);
        debug_assert!(rest.len() >= SLACK, "the buffer is smaller than the computed size");
        if rest.len() >= SLACK {
            rest[..SLACK].copy_from_slice(&self.accumulator.to_le_bytes());
            self.rest = &mut rest[(self.pending / 8) as usize % SLACK..];
        }
        self.accumulator >>= self.pending & !7;
        self.pending &= 7;
    }

    /// Pads to a byte boundary with zero bits and stores everything.
    pub fn align(&mut self) {
        self.pending = self.pending.next_multiple_of(8);
        self.flush();
    }

    /// Copies bytes; the writer must be aligned.
    pub fn bytes(&mut self, bytes: &[u8]) {
        debug_assert_eq!(self.pending, 0);
        if let Some((target, rest)) = mem::take(&mut self.rest).split_at_mut_checked(bytes.len()) {
            target.copy_from_slice(bytes);
            self.rest = rest;
        }
    }

    /// The number of bytes stored so far.
    pub fn written(&self) -> usize {
        self.size - self.rest.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{BitWriter, SLACK};

    #[test]
    fn fills_bytes_from_the_least_significant_bit() {
        let mut buffer = [0; 6 + SLACK];
        let mut writer = BitWriter::new(&mut buffer);
        writer.add(0b1, 1);
        writer.add(0b0110, 4);
        writer.flush();
        writer.add(0x0f0f, 16);
        writer.align();
        writer.bytes(b"abc");
        assert_eq!(writer.written(), 6);
        assert_eq!(buffer[..6], [0b1110_1101, 0b1110_0001, 0b0000_0001, b'a', b'b', b'c']);
    }
}
