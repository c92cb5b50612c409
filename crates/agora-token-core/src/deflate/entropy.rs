//! Entropy: the bits that symbols take at least, whatever their codes.

/// Numbers of symbols are less than this.
pub(super) const NUMBERS: usize = 512;

/// Bits are counted in fractions, of which so many make one.
pub(super) const ONE: u32 = 1 << FRACTION_BITS;
const FRACTION_BITS: u32 = 12;

/// Logarithms are rounded down, by less than this.
pub(super) const LOG_ERROR: u32 = 2;

/// The binary logarithm.
#[inline]
pub(super) fn log2(number: u16) -> u32 {
    static TABLE: [u16; NUMBERS] = {
        let mut table = [0; NUMBERS];
        let mut number = 1;
        while number < NUMBERS {
            table[number] = compute_log2(number as u32) as u16;
            number += 1;
        }
        table
    };
    u32::from(TABLE[usize::from(number) % NUMBERS])
}

/// `n log2 n`. The entropy of symbols is that of their number less those of how often each occurs.
#[inline]
pub(super) fn n_log_n(number: u16) -> u32 {
    u32::from(number) * log2(number)
}

/// The binary logarithm by repeated squaring.
const fn compute_log2(number: u32) -> u32 {
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

#[cfg(test)]
#[test]
fn logarithms_are_rounded_down() {
    for number in 1..NUMBERS as u16 {
        let error = f64::from(number).log2() * f64::from(ONE) - f64::from(log2(number));
        assert!((0.0..f64::from(LOG_ERROR)).contains(&error), "{number}: {error}");
    }
}
