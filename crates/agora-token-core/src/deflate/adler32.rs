//! The Adler-32 checksum that ends a zlib stream (RFC 1950, section 8.2).

/// The largest prime below 2^16.
const MODULUS: u32 = 65_521;

/// Bytes that can be summed before the sums must be reduced: the most for which
/// `255 n (n + 1) / 2 + (n + 1) (MODULUS - 1)` stays below 2^32.
const BYTES_PER_REDUCTION: usize = 5552;

/// The Adler-32 checksum of `content`.
pub(super) fn adler32(content: &[u8]) -> u32 {
    let mut first: u32 = 1;
    let mut second: u32 = 0;
    for part in content.chunks(BYTES_PER_REDUCTION) {
        for &byte in part {
            first += u32::from(byte);
            second += first;
        }
        first %= MODULUS;
        second %= MODULUS;
    }
    second << 16 | first
}

#[cfg(test)]
mod tests {
    use super::adler32;

    #[test]
    fn known_checksums() {
        assert_eq!(adler32(b""), 1);
        assert_eq!(adler32(b"a"), 0x0062_0062);
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
        assert_eq!(adler32(&[0xff; 16_383]), naive(&[0xff; 16_383]));
        let bytes: Vec<u8> = (0..6000u32).map(|index| (index * 7 + index / 256) as u8).collect();
        for length in [31, 32, 33, 63, 64, 65, 150, 5551, 5552, 5553, 6000] {
            assert_eq!(adler32(&bytes[..length]), naive(&bytes[..length]), "length {length}");
        }
    }

    fn naive(content: &[u8]) -> u32 {
        let (mut first, mut second) = (1, 0);
        for &byte in content {
            first = (first + u32::from(byte)) % super::MODULUS;
            second = (second + first) % super::MODULUS;
        }
        second << 16 | first
    }
}
