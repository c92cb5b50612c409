//! Issue time and salt, as JavaScript hands them over.

/// The second of issue and the salt of a token.
#[derive(Clone, Copy, Default)]
pub struct Moment {
    pub issue_ts: u32,
    pub salt: u32,
}

impl Moment {
    /// `None` if a number does not fit a u32. A fraction is cut off, and NaN counts as 0, which is
    /// how Node's `writeUInt32LE` takes them.
    pub fn new(issue_ts: f64, salt: f64) -> Option<Self> {
        Some(Self { issue_ts: to_u32(issue_ts)?, salt: to_u32(salt)? })
    }
}

/// A number as a u32, or `None` if it does not fit; a fraction is cut off, and NaN counts as 0.
pub fn to_u32(number: f64) -> Option<u32> {
    if number < 0.0 || number > f64::from(u32::MAX) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked, and the fraction is to be cut off"
    )]
    Some(number as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_cut_off_and_nan_is_zero() {
        assert_eq!(to_u32(1.9), Some(1));
        assert_eq!(to_u32(4_294_967_295.0), Some(u32::MAX));
        assert_eq!(to_u32(f64::NAN), Some(0));
        assert_eq!(to_u32(-0.0), Some(0));
    }

    #[test]
    fn what_exceeds_a_u32_is_refused() {
        assert_eq!(to_u32(-0.5), None);
        assert_eq!(to_u32(4_294_967_295.5), None);
        assert_eq!(to_u32(f64::INFINITY), None);
    }
}
