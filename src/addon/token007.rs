//! Building the Token007 of a builder's grant, and handing it to JavaScript.

use agora_token_core::builder::{self, Grant};
use agora_token_core::{Compression, Error as CoreError, ErrorKind};
use napi::Env;
use napi::bindgen_prelude::Result;

use super::numbers::Moment;
use super::secret::Secret;
use super::text::{JsText, Text};
use super::workspace::{to_js_error, with_workspace};

/// What every token is made from, as it comes from JavaScript.
#[derive(Clone, Copy)]
pub struct Origin {
    pub app_id: Text,
    pub app_certificate: Text,
    pub issue_ts: Option<f64>,
    pub salt: Option<f64>,
}

/// Builds a token: `''` for bad credentials.
pub fn build(env: Env, origin: Origin, grant: &Grant<'_>) -> Result<JsText> {
    let app_id = Secret::read(origin.app_id)?;
    let app_certificate = Secret::read(origin.app_certificate)?;
    let Moment { issue_ts, salt } = Moment::new(env, origin.issue_ts, origin.salt)?;
    let origin = builder::Origin {
        app_id: app_id.as_bytes(),
        app_certificate: app_certificate.as_bytes(),
        issue_ts,
        salt,
    };
    with_workspace(|workspace| to_js(env, grant.build_in(origin, Compression::Zlib, workspace)))
}

/// A token for JavaScript: `''` for bad credentials.
pub fn to_js(env: Env, token: std::result::Result<&[u8], CoreError>) -> Result<JsText> {
    match token {
        Ok(token) => JsText::from_ascii(env, token),
        Err(error) => match error.kind() {
            ErrorKind::AppId | ErrorKind::AppCertificate => JsText::from_ascii(env, b""),
            _ => Err(to_js_error(error)),
        },
    }
}
