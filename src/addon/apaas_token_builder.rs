//! Token007s for aPaaS (Flexible Classroom).

#![expect(
    clippy::too_many_arguments,
    reason = "the methods have the arguments of the public classes"
)]

use agora_token_core::builder::Grant;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::addon::text::JsText;
use crate::addon::text::{SCRATCH_LENGTH, Scratch, Text};
use crate::addon::token007;
use crate::addon::token007::Origin;

/// Builds Token007s for aPaaS (Flexible Classroom), also for the public `EducationTokenBuilder`.
#[napi]
pub struct ApaasTokenBuilder;

#[napi]
impl ApaasTokenBuilder {
    /// A user of a room: aPaaS, RTM, and Chat under the MD5 of the user's id.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, roomUuid: string, userUuid: string, role: number, expire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
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
        let grant =
            Grant::ApaasRoomUser { room_uuid: &room_uuid, user_uuid: &user_uuid, role, expire };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// A user, whatever the room.
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
        let grant = Grant::ApaasUser { user_uuid: &user_uuid, expire };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// An app that administers aPaaS.
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
        let grant = Grant::ApaasApp { expire };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }
}
