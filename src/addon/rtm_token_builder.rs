//! Token007s for RTM.

use agora_token_core::builder::Grant;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::addon::text::JsText;
use crate::addon::text::{SCRATCH_LENGTH, Scratch, Text};
use crate::addon::token007;
use crate::addon::token007::Origin;

/// Builds Token007s for RTM.
#[napi]
pub struct RtmTokenBuilder;

#[napi]
impl RtmTokenBuilder {
    /// A user who may log in as long as the token.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, userId: string, expire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        user_id: Text,
        expire: u32,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let user_id = scratch.read(user_id)?;
        let grant = Grant::Rtm { user_id: &user_id, expire };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }
}
