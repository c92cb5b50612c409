//! Tokens of version 006.

use agora_token_core::access_token::Identity;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::convert::{Secret, Text};
use crate::token::{JsText, to_js_error};

/// UTF-8 of U+FFFD, which stands where a string had a lone surrogate.
const REPLACEMENT: &[u8] = "\u{fffd}".as_bytes();

/// Builds tokens of version 006.
#[napi]
pub struct AccessToken;

#[napi]
impl AccessToken {
    /// Signs a packed message. `null` for texts that may hold lone surrogates: the CRC-32 of those
    /// is not that of their UTF-8, and is left to JavaScript.
    #[napi(
        ts_args_type = "appId: string, appCertificate: string, channelName: string, uid: string, message: Uint8Array",
        ts_return_type = "string | null"
    )]
    pub fn build(
        env: Env,
        app_id: Text,
        app_certificate: Secret,
        channel_name: Text,
        uid: Text,
        message: &[u8],
    ) -> Result<JsText> {
        if has_replacement(channel_name.as_bytes()) || has_replacement(uid.as_bytes()) {
            return JsText::null(env);
        }
        let identity = Identity {
            app_id: app_id.as_str(),
            app_certificate: app_certificate.as_str(),
            channel_name: channel_name.as_str(),
            uid: uid.as_str(),
        };
        let token = identity.build(message).map_err(to_js_error)?;
        JsText::from_utf8(env, &token)
    }
}

fn has_replacement(text: &[u8]) -> bool {
    text.windows(REPLACEMENT.len()).any(|window| window == REPLACEMENT)
}
