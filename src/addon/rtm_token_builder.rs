//! Token007s for RTM.

use agora_token_core::builder::Grant;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use super::numbers::Seconds;
use super::text::{JsText, SCRATCH_LENGTH, Scratch, Text};
use super::token007::{self, Origin};

/// Builds Token007s for RTM.
#[napi]
pub struct RtmTokenBuilder;

#[napi]
impl RtmTokenBuilder {
    /// A user who may log in as long as the token.
    #[napi(catch_unwind)]
    pub fn build_token(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        user_id: Text,
        expire: Seconds,
        issue_ts: Option<f64>,
        salt: Option<f64>,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let user_id = scratch.read(user_id)?;
        let grant = Grant::Rtm { user_id: &user_id, expire: expire.to_u32(env)? };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }
}
