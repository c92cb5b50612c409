//! Token007s for aPaaS (Flexible Classroom), whose builder goes by two names.

use agora_token_core::service::{Payload, Privilege, Service, apaas, chat};
use agora_token_core::signaling::md5_hex;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::convert::{SCRATCH_LENGTH, Scratch, Text};
use crate::moment::Moment;
use crate::rtc_rtm_token::{rtm_login, rtm_service};
use crate::token::{self, JsText};

/// The role of a token that is not for a user of a room.
const NO_ROLE: i16 = -1;

/// Builds Token007s for aPaaS (Flexible Classroom), also as `EducationTokenBuilder`.
#[napi]
pub struct ApaasTokenBuilder;

#[napi]
impl ApaasTokenBuilder {
    /// A user of a room: aPaaS, RTM, and Chat under the MD5 of the user's id.
    #[napi(
        ts_args_type = "appId: string, appCertificate: string, roomUuid: string, userUuid: string, role: number, expire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    #[expect(clippy::too_many_arguments, reason = "the arguments of the public class")]
    pub fn build_room_user_token(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        room_uuid: Text,
        user_uuid: Text,
        role: i16,
        expire: u32,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let room_uuid = scratch.read(room_uuid)?;
        let user_uuid = scratch.read(user_uuid)?;
        let login = rtm_login(expire);
        let chat_user_id = md5_hex(&user_uuid);
        let chat_user = [Privilege { key: chat::USER, expire }];
        let services = [
            rtm_service(&user_uuid, &login),
            Service {
                payload: Payload::Chat { user_id: chat_user_id.as_bytes().into() },
                privileges: chat_user.as_slice().into(),
            },
            service(&room_uuid, &user_uuid, role, &[]),
        ];
        let moment = Moment::new(issue_ts, salt);
        token::build(env, app_id, app_certificate, moment, expire, &services)
    }

    /// A user, whatever the room.
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
        let user = [Privilege { key: apaas::USER, expire }];
        let services = [service(b"", &user_uuid, NO_ROLE, &user)];
        let moment = Moment::new(issue_ts, salt);
        token::build(env, app_id, app_certificate, moment, expire, &services)
    }

    /// An app that administers aPaaS.
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
        let app = [Privilege { key: apaas::APP, expire }];
        let services = [service(b"", b"", NO_ROLE, &app)];
        let moment = Moment::new(issue_ts, salt);
        token::build(env, app_id, app_certificate, moment, expire, &services)
    }
}

fn service<'a>(
    room_uuid: &'a [u8],
    user_uuid: &'a [u8],
    role: i16,
    privileges: &'a [Privilege],
) -> Service<'a> {
    Service {
        payload: Payload::Apaas { room_uuid: room_uuid.into(), user_uuid: user_uuid.into(), role },
        privileges: privileges.into(),
    }
}
