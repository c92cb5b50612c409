//! Tokens of version 006.

#![expect(
    clippy::too_many_arguments,
    reason = "one call a token, with everything that the token is made of"
)]

use agora_token_core::access_token::{Identity, Message, rtc_privileges, rtm_privileges};
use agora_token_core::{Error as CoreError, Workspace};
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use super::numbers::to_u32;
use super::secret::Secret;
use super::text::{JsText, SCRATCH_LENGTH, Scratch, Text, Uid};
use super::workspace::{to_js_error, with_workspace};

/// UTF-8 of U+FFFD, which stands where a string had a lone surrogate.
const REPLACEMENT: &[u8] = "\u{fffd}".as_bytes();

/// Builds tokens of version 006. Every method returns `null` for texts that may hold lone
/// surrogates, which the App ID keeps and whose CRC-32 is not that of their UTF-8, and for a
/// timestamp that is no u32.
#[napi]
pub struct AccessToken;

#[napi]
impl AccessToken {
    /// Signs a packed message.
    #[napi(catch_unwind)]
    pub fn build(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        uid: Uid,
        message: &[u8],
    ) -> Result<Option<JsText>> {
        let texts = Texts { app_id, app_certificate, channel_name, uid };
        texts.build(env, |identity, workspace| identity.seal_in(message, workspace))
    }

    /// The RTC privileges, the first or all four, that end at one second since the epoch.
    #[napi(catch_unwind)]
    pub fn build_rtc(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        account: Uid,
        publishes: bool,
        expired_ts: u32,
        salt: u32,
        ts: f64,
    ) -> Result<Option<JsText>> {
        let Some(ts) = to_u32(ts) else { return Ok(None) };
        let all = rtc_privileges(expired_ts);
        let privileges = if publishes { &all[..] } else { &all[..1] };
        let message = Message { salt, ts, privileges };
        let texts = Texts { app_id, app_certificate, channel_name, uid: account };
        texts.build(env, |identity, workspace| identity.build_in(message, workspace))
    }

    /// The privilege of logging in to RTM, which ends at a second since the epoch.
    #[napi(catch_unwind)]
    pub fn build_rtm(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        account: Text,
        expired_ts: u32,
        salt: u32,
        ts: f64,
    ) -> Result<Option<JsText>> {
        let Some(ts) = to_u32(ts) else { return Ok(None) };
        let message = Message { salt, ts, privileges: &rtm_privileges(expired_ts) };
        let texts = Texts { app_id, app_certificate, channel_name: account, uid: Uid::Number(0) };
        texts.build(env, |identity, workspace| identity.build_in(message, workspace))
    }
}

/// The texts of a token, not yet read.
struct Texts {
    app_id: Text,
    app_certificate: Text,
    channel_name: Text,
    uid: Uid,
}

impl Texts {
    fn build(
        self,
        env: Env,
        build_in: impl for<'w> FnOnce(
            Identity<'_>,
            &'w mut Workspace,
        ) -> std::result::Result<&'w [u8], CoreError>,
    ) -> Result<Option<JsText>> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let app_id = scratch.read(self.app_id)?;
        let channel_name = scratch.read(self.channel_name)?;
        let uid = scratch.read_uid(self.uid)?;
        if [&app_id, &channel_name, &uid].into_iter().any(|text| has_replacement(text)) {
            return Ok(None);
        }
        let app_certificate = Secret::read(self.app_certificate)?;
        let identity = Identity {
            app_id: &app_id,
            app_certificate: app_certificate.as_bytes(),
            channel_name: &channel_name,
            uid: &uid,
        };
        with_workspace(|workspace| {
            let token = build_in(identity, workspace).map_err(to_js_error)?;
            // All of a token is ASCII but for its App ID.
            if app_id.is_ascii() {
                JsText::from_ascii(env, token)
            } else {
                JsText::from_utf8(env, token)
            }
            .map(Some)
        })
    }
}

fn has_replacement(text: &[u8]) -> bool {
    !text.is_ascii() && text.windows(REPLACEMENT.len()).any(|window| window == REPLACEMENT)
}
