//! Token007s for Chat.

use agora_token_core::builder::Grant;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::addon::text::JsText;
use crate::addon::text::{SCRATCH_LENGTH, Scratch, Text};
use crate::addon::token007;
use crate::addon::token007::Origin;

/// Builds Token007s for Chat.
#[napi]
pub struct ChatTokenBuilder;

#[napi]
impl ChatTokenBuilder {
    /// A user, as long as the token.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, userUuid: string, expire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_user_token(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        user_uuid: Text,
        expire: u32,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let user_uuid = scratch.read(user_uuid)?;
        let grant = Grant::ChatUser { user_id: &user_uuid, expire };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// An app that administers Chat, as long as the token.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, expire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_app_token(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        expire: u32,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let grant = Grant::ChatApp { expire };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }
}
