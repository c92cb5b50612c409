//! Token007s for RTC, alone or together with RTM.

#![expect(
    clippy::too_many_arguments,
    reason = "the methods have the arguments of the public classes"
)]

use agora_token_core::builder::{Grant, Rtc, RtcExpires};
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::addon::rtc_rtm_token::RtcRtmToken;
use crate::addon::text::JsText;
use crate::addon::text::{SCRATCH_LENGTH, Scratch, Text, Uid};
use crate::addon::token007;
use crate::addon::token007::{Origin, PUBLISHER};

/// Builds Token007s for RTC, alone or together with RTM.
#[napi]
pub struct RtcTokenBuilder;

#[napi]
impl RtcTokenBuilder {
    /// The same as `buildTokenWithUserAccount`.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, channelName: string, uid: string | number, role: number, tokenExpire: number, privilegeExpire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token_with_uid(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        uid: Uid,
        role: u32,
        token_expire: u32,
        privilege_expire: u32,
        issue_ts: f64,
        salt: f64,
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

    /// Everybody may join, and role 1 may publish too. One expiry for all privileges.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, channelName: string, account: string | number, role: number, tokenExpire: number, privilegeExpire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token_with_user_account(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        account: Uid,
        role: u32,
        token_expire: u32,
        privilege_expire: u32,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let channel_name = scratch.read(channel_name)?;
        let account = scratch.read_uid(account)?;
        let grant = Grant::Rtc {
            rtc: Rtc {
                channel_name: &channel_name,
                account: &account,
                publishes: role == PUBLISHER,
                expires: RtcExpires::same(privilege_expire),
            },
            expire: token_expire,
        };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// The same as `BuildTokenWithUserAccountAndPrivilege`.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, channelName: string, uid: string | number, tokenExpire: number, joinChannelPrivilegeExpire: number, pubAudioPrivilegeExpire: number, pubVideoPrivilegeExpire: number, pubDataStreamPrivilegeExpire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token_with_uid_and_privilege(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        uid: Uid,
        token_expire: u32,
        join_channel_privilege_expire: u32,
        pub_audio_privilege_expire: u32,
        pub_video_privilege_expire: u32,
        pub_data_stream_privilege_expire: u32,
        issue_ts: f64,
        salt: f64,
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
    #[napi(
        catch_unwind,
        js_name = "BuildTokenWithUserAccountAndPrivilege",
        ts_args_type = "appId: string, appCertificate: string, channelName: string, account: string | number, tokenExpire: number, joinChannelPrivilegeExpire: number, pubAudioPrivilegeExpire: number, pubVideoPrivilegeExpire: number, pubDataStreamPrivilegeExpire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token_with_user_account_and_privilege(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        account: Uid,
        token_expire: u32,
        join_channel_privilege_expire: u32,
        pub_audio_privilege_expire: u32,
        pub_video_privilege_expire: u32,
        pub_data_stream_privilege_expire: u32,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let channel_name = scratch.read(channel_name)?;
        let account = scratch.read_uid(account)?;
        let grant = Grant::Rtc {
            rtc: Rtc {
                channel_name: &channel_name,
                account: &account,
                publishes: true,
                expires: RtcExpires {
                    join_channel: join_channel_privilege_expire,
                    pub_audio: pub_audio_privilege_expire,
                    pub_video: pub_video_privilege_expire,
                    pub_data_stream: pub_data_stream_privilege_expire,
                },
            },
            expire: token_expire,
        };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// RTC as by `buildTokenWithUserAccount`, and RTM for the same account as long as the token.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, channelName: string, account: string | number, role: number, tokenExpire: number, privilegeExpire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token_with_rtm(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        account: Uid,
        role: u32,
        token_expire: u32,
        privilege_expire: u32,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let channel_name = scratch.read(channel_name)?;
        let account = scratch.read_uid(account)?;
        let grant = Grant::RtcAndRtm {
            rtc: Rtc {
                channel_name: &channel_name,
                account: &account,
                publishes: role == PUBLISHER,
                expires: RtcExpires::same(privilege_expire),
            },
            rtm_user_id: &account,
            rtm_expire: token_expire,
            beside: None,
            expire: token_expire,
        };
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }

    /// RTC and RTM for accounts of their own, with an expiry for each privilege.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, channelName: string, rtcAccount: string | number, rtcRole: number, rtcTokenExpire: number, joinChannelPrivilegeExpire: number, pubAudioPrivilegeExpire: number, pubVideoPrivilegeExpire: number, pubDataStreamPrivilegeExpire: number, rtmUserId: string, rtmTokenExpire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token_with_rtm2(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        rtc_account: Uid,
        rtc_role: u32,
        rtc_token_expire: u32,
        join_channel_privilege_expire: u32,
        pub_audio_privilege_expire: u32,
        pub_video_privilege_expire: u32,
        pub_data_stream_privilege_expire: u32,
        rtm_user_id: Text,
        rtm_token_expire: u32,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let token = RtcRtmToken {
            channel_name,
            rtc_account,
            publishes: rtc_role == PUBLISHER,
            expires: RtcExpires {
                join_channel: join_channel_privilege_expire,
                pub_audio: pub_audio_privilege_expire,
                pub_video: pub_video_privilege_expire,
                pub_data_stream: pub_data_stream_privilege_expire,
            },
            rtm_user_id,
            rtm_expire: rtm_token_expire,
            expire: rtc_token_expire,
        };
        token.build(env, Origin { app_id, app_certificate, issue_ts, salt }, None)
    }
}
