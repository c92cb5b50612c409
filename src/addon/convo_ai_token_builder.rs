//! Token007s for Conversational AI together with RTC and RTM.

#![expect(
    clippy::too_many_arguments,
    reason = "the methods have the arguments of the public classes"
)]

use agora_token_core::builder::{Beside, RtcExpires};
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::addon::rtc_rtm_token::RtcRtmToken;
use crate::addon::text::JsText;
use crate::addon::text::{Text, Uid};
use crate::addon::token007::{Origin, PUBLISHER};

/// Builds Token007s for Conversational AI together with RTC and RTM.
#[napi(js_name = "ConvoAITokenBuilder")]
pub struct ConvoAiTokenBuilder;

#[napi]
impl ConvoAiTokenBuilder {
    /// RTC and RTM for accounts of their own, with an expiry for each privilege.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, channelName: string, rtcAccount: string | number, rtcRole: number, rtcTokenExpire: number, joinChannelPrivilegeExpire: number, pubAudioPrivilegeExpire: number, pubVideoPrivilegeExpire: number, pubDataStreamPrivilegeExpire: number, rtmUserId: string, rtmTokenExpire: number, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token(
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
        token.build(env, Origin { app_id, app_certificate, issue_ts, salt }, Some(Beside::ConvoAi))
    }
}
