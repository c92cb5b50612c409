//! Building a Token007, and handing it to JavaScript.

use agora_token_core::builder::{self, Grant};
use agora_token_core::deflate::Compression;
use agora_token_core::{Error as CoreError, ErrorKind};
use napi::bindgen_prelude::Result;
use napi::{Env, Error, Status};

use super::moment::Moment;
use super::secret::Secret;
use super::text::{JsText, Text};
use super::workspace::with_workspace;

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
