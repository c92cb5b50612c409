//! Arguments read from JavaScript without an allocation where they are short.

use std::ptr;

use napi::bindgen_prelude::{FromNapiValue, Result, TypeName, ValidateNapiValue};
use napi::{Error, Status, ValueType, sys};
use zeroize::Zeroize;

/// UTF-8 bytes of nearly every App ID, channel name and user account, and a terminating zero.
const INLINE_CAPACITY: usize = 80;

/// A JavaScript string as UTF-8; lone surrogates become U+FFFD, as in `Buffer.from`.
pub struct Text {
    inline: [u8; INLINE_CAPACITY],
    length: usize,
    /// The bytes where they do not fit `inline`.
    spilled: Vec<u8>,
}

impl Text {
    pub fn as_bytes(&self) -> &[u8] {
        if self.spilled.is_empty() { &self.inline[..self.length] } else { &self.spilled }
    }

    /// The text; empty if the engine wrote anything but UTF-8, which it does not.
    pub fn as_str(&self) -> &str {
        str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    const fn new() -> Self {
        Self { inline: [0; INLINE_CAPACITY], length: 0, spilled: Vec::new() }
    }
}

impl FromNapiValue for Text {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        let mut text = Self::new();
        // SAFETY: `env` and `value` are the caller's, valid by this method's contract.
        text.length = unsafe { read_utf8(env, value, &mut text.inline)? };
        // The engine stops at a whole character, so that a cut text may end up to 3 bytes early.
        if text.length + 4 >= INLINE_CAPACITY {
            // SAFETY: as above.
            text.spilled = unsafe { read_long_utf8(env, value)? };
        }
        Ok(text)
    }
}

/// Reads as much of a string as fits `buffer`, less a terminating zero; returns its length.
///
/// # Safety
///
/// `env` and `value` must be valid.
unsafe fn read_utf8(
    env: sys::napi_env,
    value: sys::napi_value,
    buffer: &mut [u8],
) -> Result<usize> {
    let mut length = 0;
    // SAFETY: `buffer` is writable for its length, and `length` is writable.
    let status = unsafe {
        sys::napi_get_value_string_utf8(
            env,
            value,
            buffer.as_mut_ptr().cast(),
            buffer.len(),
            &raw mut length,
        )
    };
    check(status)?;
    Ok(length)
}

/// Reads a whole string.
///
/// # Safety
///
/// `env` and `value` must be valid.
unsafe fn read_long_utf8(env: sys::napi_env, value: sys::napi_value) -> Result<Vec<u8>> {
    let mut length = 0;
    // SAFETY: without a buffer the engine only writes the string's length.
    check(unsafe {
        sys::napi_get_value_string_utf8(env, value, ptr::null_mut(), 0, &raw mut length)
    })?;
    let mut bytes = vec![0; length + 1];
    // SAFETY: `env` and `value` are the caller's, valid by this function's contract.
    let written = unsafe { read_utf8(env, value, &mut bytes)? };
    bytes.truncate(written);
    Ok(bytes)
}

fn check(status: sys::napi_status) -> Result<()> {
    match Status::from(status) {
        Status::Ok => Ok(()),
        status => Err(Error::new(status, "a string was expected")),
    }
}

/// A text that is erased when dropped.
pub struct Secret(Text);

impl Secret {
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.inline.zeroize();
        self.0.spilled.zeroize();
    }
}

impl FromNapiValue for Secret {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        // SAFETY: the contract is the same.
        unsafe { Text::from_napi_value(env, value) }.map(Self)
    }
}

/// A uid or a user account: a number as its digits, 0 as the empty text, a string as it is.
pub struct Uid(Text);

impl Uid {
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    fn from_number(number: u32) -> Self {
        let mut text = Text::new();
        if number != 0 {
            text.length = write_digits(number, &mut text.inline);
        }
        Self(text)
    }
}

/// Writes the decimal digits of a number; returns how many.
fn write_digits(number: u32, buffer: &mut [u8; INLINE_CAPACITY]) -> usize {
    let length = number.checked_ilog10().map_or(1, |log| log as usize + 1);
    let mut rest = number;
    for digit in buffer[..length].iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    length
}

impl FromNapiValue for Uid {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        let mut number = 0;
        // SAFETY: `env` and `value` are the caller's, valid by this method's contract.
        match unsafe { sys::napi_get_value_uint32(env, value, &raw mut number) } {
            sys::Status::napi_ok => Ok(Self::from_number(number)),
            // SAFETY: the contract is the same.
            _ => unsafe { Text::from_napi_value(env, value) }.map(Self),
        }
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

text_like!(Text, Secret, Uid);
