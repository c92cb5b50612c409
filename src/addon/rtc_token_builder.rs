//! Token007s for RTC, alone or together with RTM.

#![expect(
    clippy::too_many_arguments,
    reason = "the methods have the arguments of the public class"
)]

use agora_token_core::builder::{Grant, Rtc, RtcExpires};
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use super::numbers::{Role, Seconds};
use super::text::{JsText, SCRATCH_LENGTH, Scratch, Text, Uid};
use super::token007::{self, Origin};

/// Builds Token007s for RTC, alone or together with RTM.
#[napi]
pub struct RtcTokenBuilder;

#[napi]
impl RtcTokenBuilder {
    /// The same as `buildTokenWithUserAccount`.
    #[napi(catch_unwind)]
    pub fn build_token_with_uid(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        uid: Uid,
        role: Role,
        token_expire: Seconds,
        privilege_expire: Option<Seconds>,
        issue_ts: Option<f64>,
        salt: Option<f64>,
    ) -> Result<JsText> {
        Self::build_token_with_user_account(
            env,
            app_id,
            app_certificate,
            channel_name,
            uid,
            role,
            token_expire,
            privilege_expire,
            issue_ts,
            salt,
        )
    }

    /// Everybody may join, and role 1 may publish too. One expiry for all privileges, 0 if omitted.
    #[napi(catch_unwind)]
    pub fn build_token_with_user_account(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        account: Uid,
        role: Role,
        token_expire: Seconds,
        privilege_expire: Option<Seconds>,
        issue_ts: Option<f64>,
        salt: Option<f64>,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let grant = Grant::Rtc {
            rtc: Rtc {
                channel_name: &scratch.read(channel_name)?,
                account: &scratch.read_uid(account)?,
                publishes: role.publishes,
                expires: RtcExpires::same(privilege_expire.unwrap_or_default().to_u32(env)?),
            },
            expire: token_expire.to_u32(env)?,
        };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// The same as `BuildTokenWithUserAccountAndPrivilege`.
    #[napi(catch_unwind)]
    pub fn build_token_with_uid_and_privilege(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        uid: Uid,
        token_expire: Seconds,
        join_channel_privilege_expire: Seconds,
        pub_audio_privilege_expire: Seconds,
        pub_video_privilege_expire: Seconds,
        pub_data_stream_privilege_expire: Seconds,
        issue_ts: Option<f64>,
        salt: Option<f64>,
    ) -> Result<JsText> {
        Self::build_token_with_user_account_and_privilege(
            env,
            app_id,
            app_certificate,
            channel_name,
            uid,
            token_expire,
            join_channel_privilege_expire,
            pub_audio_privilege_expire,
            pub_video_privilege_expire,
            pub_data_stream_privilege_expire,
            issue_ts,
            salt,
        )
    }

    /// A publisher with an expiry for each privilege.
    #[napi(catch_unwind, js_name = "BuildTokenWithUserAccountAndPrivilege")]
    pub fn build_token_with_user_account_and_privilege(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        account: Uid,
        token_expire: Seconds,
        join_channel_privilege_expire: Seconds,
        pub_audio_privilege_expire: Seconds,
        pub_video_privilege_expire: Seconds,
        pub_data_stream_privilege_expire: Seconds,
        issue_ts: Option<f64>,
        salt: Option<f64>,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let grant = Grant::Rtc {
            rtc: Rtc {
                channel_name: &scratch.read(channel_name)?,
                account: &scratch.read_uid(account)?,
                publishes: true,
                expires: RtcExpires {
                    join_channel: join_channel_privilege_expire.to_u32(env)?,
                    pub_audio: pub_audio_privilege_expire.to_u32(env)?,
                    pub_video: pub_video_privilege_expire.to_u32(env)?,
                    pub_data_stream: pub_data_stream_privilege_expire.to_u32(env)?,
                },
            },
            expire: token_expire.to_u32(env)?,
        };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// RTC as in `buildTokenWithUserAccount`, and a login to RTM as long as the token.
    #[napi(catch_unwind)]
    pub fn build_token_with_rtm(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        account: Text,
        role: Role,
        token_expire: Seconds,
        privilege_expire: Option<Seconds>,
        issue_ts: Option<f64>,
        salt: Option<f64>,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let account = scratch.read(account)?;
        let expire = token_expire.to_u32(env)?;
        let grant = Grant::RtcAndRtm {
            rtc: Rtc {
                channel_name: &scratch.read(channel_name)?,
                account: &account,
                publishes: role.publishes,
                expires: RtcExpires::same(privilege_expire.unwrap_or_default().to_u32(env)?),
            },
            rtm_user_id: &account,
            rtm_expire: expire,
            expire,
        };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// RTC with an expiry for each privilege, and RTM with a user and an expiry of its own.
    #[napi(catch_unwind)]
    pub fn build_token_with_rtm2(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        rtc_account: Uid,
        rtc_role: Role,
        rtc_token_expire: Seconds,
        join_channel_privilege_expire: Seconds,
        pub_audio_privilege_expire: Seconds,
        pub_video_privilege_expire: Seconds,
        pub_data_stream_privilege_expire: Seconds,
        rtm_user_id: Text,
        rtm_token_expire: Seconds,
        issue_ts: Option<f64>,
        salt: Option<f64>,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let grant = Grant::RtcAndRtm {
            rtc: Rtc {
                channel_name: &scratch.read(channel_name)?,
                account: &scratch.read_uid(rtc_account)?,
                publishes: rtc_role.publishes,
                expires: RtcExpires {
                    join_channel: join_channel_privilege_expire.to_u32(env)?,
                    pub_audio: pub_audio_privilege_expire.to_u32(env)?,
                    pub_video: pub_video_privilege_expire.to_u32(env)?,
                    pub_data_stream: pub_data_stream_privilege_expire.to_u32(env)?,
                },
            },
            rtm_user_id: &scratch.read(rtm_user_id)?,
            rtm_expire: rtm_token_expire.to_u32(env)?,
            expire: rtc_token_expire.to_u32(env)?,
        };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }
}
