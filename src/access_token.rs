//! Tokens of version 006.

#![expect(
    clippy::too_many_arguments,
    reason = "one call a token, with everything that the token is made of"
)]

use agora_token_core::access_token::{Identity, pack_message};
use agora_token_core::service::Privilege;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::convert::{SCRATCH_LENGTH, Scratch, Secret, Text, Uid};
use crate::moment::to_u32;
use crate::token::{JsText, to_js_error};

/// The privileges of an RTC publisher; a subscriber has the first.
const RTC_PRIVILEGES: [u16; 4] = [1, 2, 3, 4];

/// The privilege of logging in to RTM.
const RTM_LOGIN: u16 = 1000;

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
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, channelName: string, uid: string, message: Uint8Array",
        ts_return_type = "string | null"
    )]
    pub fn build(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        uid: Uid,
        message: &[u8],
    ) -> Result<JsText> {
        sign(env, app_id, app_certificate, channel_name, uid, message)
    }

    /// The RTC privileges, the first or all four, that end at one second since the epoch.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, channelName: string, account: string | number, publishes: boolean, expiredTs: number, salt: number, ts: number",
        ts_return_type = "string | null"
    )]
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
    ) -> Result<JsText> {
        let Some(ts) = to_u32(ts) else { return JsText::null(env) };
        let privileges = RTC_PRIVILEGES.map(|key| Privilege { key, expire: expired_ts });
        let granted = if publishes { &privileges[..] } else { &privileges[..1] };
        let message = pack_message(salt, ts, granted).map_err(to_js_error)?;
        sign(env, app_id, app_certificate, channel_name, account, &message)
    }

    /// The privilege of logging in to RTM, which ends at a second since the epoch.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, account: string, expiredTs: number, salt: number, ts: number",
        ts_return_type = "string | null"
    )]
    pub fn build_rtm(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        account: Text,
        expired_ts: u32,
        salt: u32,
        ts: f64,
    ) -> Result<JsText> {
        let Some(ts) = to_u32(ts) else { return JsText::null(env) };
        let login = Privilege { key: RTM_LOGIN, expire: expired_ts };
        let message = pack_message(salt, ts, &[login]).map_err(to_js_error)?;
        sign(env, app_id, app_certificate, account, Uid::Number(0), &message)
    }
}

fn sign(
    env: Env,
    app_id: Text,
    app_certificate: Text,
    channel_name: Text,
    uid: Uid,
    message: &[u8],
) -> Result<JsText> {
    let mut buffer = [0; SCRATCH_LENGTH];
    let mut scratch = Scratch::new(&mut buffer);
    let app_id = scratch.read(app_id)?;
    let channel_name = scratch.read(channel_name)?;
    let uid = scratch.read_uid(uid)?;
    if [&app_id, &channel_name, &uid].into_iter().any(|text| has_replacement(text)) {
        return JsText::null(env);
    }
    let app_certificate = Secret::read(app_certificate)?;
    let identity = Identity {
        app_id: &app_id,
        app_certificate: app_certificate.as_bytes(),
        channel_name: &channel_name,
        uid: &uid,
    };
    let token = identity.build(message).map_err(to_js_error)?;
    JsText::from_utf8(env, &token)
}

fn has_replacement(text: &[u8]) -> bool {
    !text.is_ascii() && text.windows(REPLACEMENT.len()).any(|window| window == REPLACEMENT)
}
