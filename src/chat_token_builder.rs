//! Token007s for Chat.

use agora_token_core::service::{Payload, Privilege, Service, chat};
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::convert::{SCRATCH_LENGTH, Scratch, Text};
use crate::moment::Moment;
use crate::token::{self, JsText};

/// Builds Token007s for Chat.
#[napi]
pub struct ChatTokenBuilder;

#[napi]
impl ChatTokenBuilder {
    /// A user, as long as the token.
    #[napi(
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
        let user = [Privilege { key: chat::USER, expire }];
        let services = [service(&user_uuid, &user)];
        let moment = Moment::new(issue_ts, salt);
        token::build(env, app_id, app_certificate, moment, expire, &services)
    }

    /// An app that administers Chat, as long as the token.
    #[napi(
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
        let app = [Privilege { key: chat::APP, expire }];
        let services = [service(b"", &app)];
        let moment = Moment::new(issue_ts, salt);
        token::build(env, app_id, app_certificate, moment, expire, &services)
    }
}

fn service<'a>(user_id: &'a [u8], privileges: &'a [Privilege; 1]) -> Service<'a> {
    Service {
        payload: Payload::Chat { user_id: user_id.into() },
        privileges: privileges.as_slice().into(),
    }
}
