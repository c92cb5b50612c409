//! Strings read from JavaScript into fixed scratch space, without an allocation where they are
//! short and without being moved.

use std::borrow::Cow;
use std::ptr;

use napi::bindgen_prelude::{FromNapiValue, Result, ToNapiValue, TypeName, ValidateNapiValue};
use napi::{Env, Error, Status, ValueType, sys};

use super::numbers::to_u32;

/// Room for the channel names and user accounts of nearly every token. The engine converts a string
/// the fast way into a buffer of three bytes a character.
pub const SCRATCH_LENGTH: usize = 512;

/// The space that the engine may leave unused, since it writes whole characters and a zero byte.
pub const SLACK: usize = 4;

/// A JavaScript string, not yet read. Lone surrogates are read as U+FFFD, as in `Buffer.from`.
///
/// Holds handles of the running call: never keep one.
#[derive(Clone, Copy)]
pub struct Text {
    env: sys::napi_env,
    value: sys::napi_value,
}

impl Text {
    /// Reads the string into memory of its own.
    pub fn to_vec(self) -> Result<Vec<u8>> {
        let mut bytes = vec![0; self.utf8_length()? + 1];
        let length = self.read_start(&mut bytes)?;
        bytes.truncate(length);
        Ok(bytes)
    }

    /// Reads as many whole characters as fit `buffer` with a zero byte; returns their length.
    pub fn read_start(self, buffer: &mut [u8]) -> Result<usize> {
        let mut length = 0;
        // SAFETY: the handles are those of the running call, and `buffer` is writable for its
        // length.
        check(unsafe {
            sys::napi_get_value_string_utf8(
                self.env,
                self.value,
                buffer.as_mut_ptr().cast(),
                buffer.len(),
                &raw mut length,
            )
        })?;
        Ok(length)
    }

    fn utf8_length(self) -> Result<usize> {
        let mut length = 0;
        // SAFETY: as above; without a buffer the engine writes the length only.
        check(unsafe {
            sys::napi_get_value_string_utf8(
                self.env,
                self.value,
                ptr::null_mut(),
                0,
                &raw mut length,
            )
        })?;
        Ok(length)
    }
}

fn check(status: sys::napi_status) -> Result<()> {
    match Status::from(status) {
        Status::Ok => Ok(()),
        status => Err(Error::new(status, "a string was expected")),
    }
}

impl FromNapiValue for Text {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        Ok(Self { env, value })
    }
}

/// Hands out parts of a buffer to strings that are read.
pub struct Scratch<'a> {
    free: &'a mut [u8],
}

impl<'a> Scratch<'a> {
    pub const fn new(buffer: &'a mut [u8]) -> Self {
        Self { free: buffer }
    }

    /// Reads a string, into memory of its own if it does not fit.
    pub fn read(&mut self, text: Text) -> Result<Cow<'a, [u8]>> {
        let length = text.read_start(self.free)?;
        if length + SLACK >= self.free.len() {
            return text.to_vec().map(Cow::Owned);
        }
        let (read, free) = std::mem::take(&mut self.free).split_at_mut(length);
        self.free = free;
        Ok(Cow::Borrowed(read))
    }

    /// Reads a uid or a user account: a number as its digits, 0 as the empty text.
    pub fn read_uid(&mut self, uid: Uid) -> Result<Cow<'a, [u8]>> {
        match uid {
            Uid::Text(text) => self.read(text),
            Uid::Number(0) => Ok(Cow::Borrowed(&[])),
            Uid::Number(number) => Ok(self.write_digits(number)),
        }
    }

    fn write_digits(&mut self, number: u32) -> Cow<'a, [u8]> {
        let count = number.checked_ilog10().map_or(1, |log| log as usize + 1);
        let Some((digits, free)) = std::mem::take(&mut self.free).split_at_mut_checked(count)
        else {
            return Cow::Owned(number.to_string().into_bytes());
        };
        self.free = free;
        let mut rest = number;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        Cow::Borrowed(digits)
    }
}

/// A uid or a user account. A number that is no u32 is taken as its text.
#[derive(Clone, Copy)]
pub enum Uid {
    Number(u32),
    Text(Text),
}

impl FromNapiValue for Uid {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        let mut kind = 0;
        // SAFETY: `env` and `value` are valid by this method's contract.
        check(unsafe { sys::napi_typeof(env, value, &raw mut kind) })?;
        // Asked first, because Deno reads any text as the number 0.
        if kind != sys::ValueType::napi_number {
            return Ok(Self::Text(Text { env, value }));
        }
        let mut number = 0.0;
        // SAFETY: as above.
        check(unsafe { sys::napi_get_value_double(env, value, &raw mut number) })?;
        if let Some(whole) = to_u32(number).filter(|_| number.fract() == 0.0) {
            return Ok(Self::Number(whole));
        }
        let mut text = ptr::null_mut();
        // SAFETY: as above.
        check(unsafe { sys::napi_coerce_to_string(env, value, &raw mut text) })?;
        Ok(Self::Text(Text { env, value: text }))
    }
}

macro_rules! text_like {
    ($($name:ident),*) => {$(
        impl TypeName for $name {
            fn type_name() -> &'static str {
                "String"
            }

            fn value_type() -> ValueType {
                ValueType::String
            }
        }

        impl ValidateNapiValue for $name {}
    )*};
}

text_like!(Text, Uid, JsText);

/// A string made for JavaScript.
pub struct JsText(sys::napi_value);

impl JsText {
    /// A JavaScript string of ASCII text.
    pub fn from_ascii(env: Env, text: &[u8]) -> Result<Self> {
        let mut value = ptr::null_mut();
        let length = isize::try_from(text.len()).unwrap_or(isize::MAX);
        // SAFETY: `env` is the running call's, and `text` is readable for its length.
        let status = unsafe {
            sys::napi_create_string_latin1(env.raw(), text.as_ptr().cast(), length, &raw mut value)
        };
        match Status::from(status) {
            Status::Ok => Ok(Self(value)),
            status => Err(Error::new(status, "a string could not be made")),
        }
    }

    /// A JavaScript string of UTF-8.
    pub fn from_utf8(env: Env, text: &[u8]) -> Result<Self> {
        if text.is_ascii() {
            return Self::from_ascii(env, text);
        }
        let text = String::from_utf8_lossy(text);
        // SAFETY: `env` is the running call's.
        unsafe { <&str>::to_napi_value(env.raw(), &text) }.map(Self)
    }
}

impl ToNapiValue for JsText {
    unsafe fn to_napi_value(_env: sys::napi_env, value: Self) -> Result<sys::napi_value> {
        Ok(value.0)
    }
}
