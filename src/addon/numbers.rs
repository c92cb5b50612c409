//! Numbers of the builders' arguments, read as the original reads them, and what stands for those
//! that are left out.

use std::time::{SystemTime, UNIX_EPOCH};

use napi::bindgen_prelude::{FromNapiValue, Result, TypeName, ValidateNapiValue};
use napi::{Env, Error, Status, ValueType, sys};

/// A duration in seconds: whatever JavaScript makes a number of. A fraction is cut off, and what is
/// no number counts as 0.
#[derive(Clone, Copy, Default)]
pub struct Seconds(f64);

impl Seconds {
    /// The duration as it is packed; throws a `RangeError` if it does not fit.
    pub fn to_u32(self, env: Env) -> Result<u32> {
        to_u32(self.0).ok_or_else(|| out_of_range(env, "a duration", self.0))
    }
}

impl FromNapiValue for Seconds {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        // SAFETY: `env` and `value` are valid by this method's contract.
        unsafe { number(env, value) }.map(Self)
    }
}

/// Whether a role is that of a publisher, compared with `==` as the original compares it. An object is
/// none, whatever it converts to.
#[derive(Clone, Copy)]
pub struct Role {
    pub publishes: bool,
}

/// The number of the role that may publish.
const PUBLISHER: u8 = 1;

impl FromNapiValue for Role {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        let mut kind = 0;
        // SAFETY: `env` and `value` are valid by this method's contract.
        check(unsafe { sys::napi_typeof(env, value, &raw mut kind) })?;
        let publishes = match kind {
            sys::ValueType::napi_number
            | sys::ValueType::napi_string
            | sys::ValueType::napi_boolean => {
                // SAFETY: as above.
                let number = unsafe { number(env, value) }?;
                number.to_bits() == f64::from(PUBLISHER).to_bits()
            }
            sys::ValueType::napi_bigint => {
                let (mut number, mut is_whole) = (0, false);
                // SAFETY: as above.
                check(unsafe {
                    sys::napi_get_value_bigint_uint64(
                        env,
                        value,
                        &raw mut number,
                        &raw mut is_whole,
                    )
                })?;
                is_whole && number == u64::from(PUBLISHER)
            }
            _ => false,
        };
        Ok(Self { publishes })
    }
}

/// The value as a number, as JavaScript's `Number` gives it.
///
/// # Safety
///
/// Both must be handles of the running call.
unsafe fn number(env: sys::napi_env, value: sys::napi_value) -> Result<f64> {
    let (mut converted, mut number) = (std::ptr::null_mut(), 0.0);
    // SAFETY: by this function's contract.
    check(unsafe { sys::napi_coerce_to_number(env, value, &raw mut converted) })?;
    // SAFETY: `converted` was made by the call before.
    check(unsafe { sys::napi_get_value_double(env, converted, &raw mut number) })?;
    Ok(number)
}

fn check(status: sys::napi_status) -> Result<()> {
    match Status::from(status) {
        Status::Ok => Ok(()),
        status => Err(Error::new(status, "a number was expected")),
    }
}

/// The second of issue and the salt of a token.
#[derive(Clone, Copy)]
pub struct Moment {
    pub issue_ts: u32,
    pub salt: u32,
}

/// The most that a salt is drawn to.
const MOST_SALT: u32 = 99_999_999;

impl Moment {
    /// The given second of issue and salt; the system's clock and a random draw from 1 to
    /// 99 999 999 for those that are not given.
    pub fn new(env: Env, issue_ts: Option<f64>, salt: Option<f64>) -> Result<Self> {
        let issue_ts = issue_ts.unwrap_or_else(now);
        let salt = match salt {
            Some(salt) => salt,
            None => f64::from(draw()? % MOST_SALT + 1),
        };
        let fit = |what, number| to_u32(number).ok_or_else(|| out_of_range(env, what, number));
        Ok(Self { issue_ts: fit("issueTs", issue_ts)?, salt: fit("salt", salt)? })
    }
}

fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())
}

fn draw() -> Result<u32> {
    getrandom::u32().map_err(|error| Error::from_reason(format!("no random number: {error}")))
}

/// A number as a u32, or `None` if it does not fit; a fraction is cut off, and NaN counts as 0, which
/// is how Node's `writeUInt32LE` takes them.
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

/// Throws a `RangeError`; the error returned says that one is pending.
fn out_of_range(env: Env, what: &str, number: f64) -> Error {
    let message = format!("{what} must be from 0 to {}; found {number}", u32::MAX);
    match env.throw_range_error(&message, Some("ERR_OUT_OF_RANGE")) {
        Ok(()) => Error::new(Status::PendingException, message),
        Err(error) => error,
    }
}

macro_rules! number_like {
    ($($name:ident),*) => {$(
        impl TypeName for $name {
            fn type_name() -> &'static str {
                "Number"
            }

            fn value_type() -> ValueType {
                ValueType::Number
            }
        }

        impl ValidateNapiValue for $name {}
    )*};
}

number_like!(Seconds, Role);

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
