//! Building a Token007 in this thread's workspace, and handing it to JavaScript.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use agora_token_core::access_token2::Workspace;
use agora_token_core::builder::{self, Grant};
use agora_token_core::deflate::Compression;
use agora_token_core::{Error as CoreError, ErrorKind};
use napi::bindgen_prelude::{Result, ToNapiValue, TypeName, ValidateNapiValue};
use napi::{Env, Error, Status, ValueType, sys};

use crate::convert::{Secret, Text};
use crate::moment::Moment;

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::new(Workspace::new());
}

/// Runs `work` with this thread's workspace, and contains its panic.
pub fn with_workspace<T>(work: impl FnOnce(&mut Workspace) -> Result<T>) -> Result<T> {
    WORKSPACE.with_borrow_mut(|workspace| contain_panic(workspace, work))
}

/// Runs `work`. A panic becomes a JavaScript error, and the workspace that it may have left
/// half-written is replaced.
pub fn contain_panic<T>(
    workspace: &mut Workspace,
    work: impl FnOnce(&mut Workspace) -> Result<T>,
) -> Result<T> {
    catch_unwind(AssertUnwindSafe(|| work(workspace))).unwrap_or_else(|_| {
        *workspace = Workspace::new();
        Err(Error::new(Status::GenericFailure, "internal error in agora-token-native"))
    })
}

/// A string made for JavaScript, or `null`.
pub struct JsText(sys::napi_value);

impl JsText {
    /// A JavaScript string of ASCII text.
    pub fn from_ascii(env: Env, text: &[u8]) -> Result<Self> {
        let mut value = std::ptr::null_mut();
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

    pub fn null(env: Env) -> Result<Self> {
        // SAFETY: `env` is the running call's.
        unsafe {
            napi::bindgen_prelude::Null::to_napi_value(env.raw(), napi::bindgen_prelude::Null)
        }
        .map(Self)
    }
}

impl ToNapiValue for JsText {
    unsafe fn to_napi_value(_env: sys::napi_env, value: Self) -> Result<sys::napi_value> {
        Ok(value.0)
    }
}

impl TypeName for JsText {
    fn type_name() -> &'static str {
        "String"
    }

    fn value_type() -> ValueType {
        ValueType::String
    }
}

impl ValidateNapiValue for JsText {}

/// The role that may publish in an RTC channel.
pub const PUBLISHER: u32 = 1;

/// What every token is made from, as it comes from JavaScript.
#[derive(Clone, Copy)]
pub struct Origin {
    pub app_id: Text,
    pub app_certificate: Text,
    pub issue_ts: f64,
    pub salt: f64,
}

/// Builds a token: `''` for bad credentials, `null` for a clock or salt that does not fit.
pub fn build(env: Env, origin: Origin, grant: &Grant<'_>) -> Result<JsText> {
    let app_id = Secret::read(origin.app_id)?;
    let app_certificate = Secret::read(origin.app_certificate)?;
    let moment = Moment::new(origin.issue_ts, origin.salt);
    let Moment { issue_ts, salt } = moment.unwrap_or_default();
    let origin = builder::Origin {
        app_id: app_id.as_bytes(),
        app_certificate: app_certificate.as_bytes(),
        issue_ts,
        salt,
    };
    with_workspace(|workspace| match grant.build_in(origin, Compression::Zlib, workspace) {
        Ok(_) if moment.is_none() => JsText::null(env),
        Ok(token) => JsText::from_ascii(env, token),
        Err(error) => match error.kind() {
            ErrorKind::AppId | ErrorKind::AppCertificate => JsText::from_ascii(env, b""),
            _ => Err(to_js_error(error)),
        },
    })
}

pub fn to_js_error(error: CoreError) -> Error {
    Error::new(Status::InvalidArg, error.to_string())
}
