//! The Token007s of `RtcTokenBuilder` and `RtmTokenBuilder`: which services each grants.

use crate::privilege::{rtc, rtm};
use crate::{AccessToken2, Compression, Error, Payload, Privilege, Service, Workspace};

/// What every token is made from, whatever it grants.
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    /// The App ID: 32 hex digits.
    pub app_id: &'a [u8],
    /// The App Certificate: 32 hex digits.
    pub app_certificate: &'a [u8],
    /// Second of issue, since the epoch.
    pub issue_ts: u32,
    /// A random number that makes tokens differ.
    pub salt: u32,
}

/// What a token grants. Expiries are in seconds from the token's issue; names, users and accounts
/// are bytes, by convention UTF-8.
#[derive(Clone, Copy, Debug)]
pub enum Grant<'a> {
    /// An RTC channel.
    Rtc {
        /// The user's place in the channel.
        rtc: Rtc<'a>,
        /// Lifetime of the token.
        expire: u32,
    },
    /// An RTC channel and RTM.
    RtcAndRtm {
        /// The user's place in the channel.
        rtc: Rtc<'a>,
        /// The RTM user.
        rtm_user_id: &'a [u8],
        /// Expiry of the RTM login.
        rtm_expire: u32,
        /// Lifetime of the token.
        expire: u32,
    },
    /// RTM.
    Rtm {
        /// The RTM user.
        user_id: &'a [u8],
        /// Lifetime of the token and of the login.
        expire: u32,
    },
}

/// A user's place in an RTC channel.
#[derive(Clone, Copy, Debug)]
pub struct Rtc<'a> {
    /// The channel.
    pub channel_name: &'a [u8],
    /// The uid or user account; empty for any user.
    pub account: &'a [u8],
    /// Whether the user may publish; everybody may join.
    pub publishes: bool,
    /// When the privileges end.
    pub expires: RtcExpires,
}

/// Expiries of the privileges in an RTC channel, in seconds from the token's issue; 0 for as long as
/// the token.
#[derive(Clone, Copy, Debug)]
pub struct RtcExpires {
    /// Joining the channel.
    pub join_channel: u32,
    /// Publishing audio.
    pub pub_audio: u32,
    /// Publishing video.
    pub pub_video: u32,
    /// Publishing data streams.
    pub pub_data_stream: u32,
}

impl RtcExpires {
    /// One expiry for joining and for everything published.
    #[must_use]
    pub const fn same(expire: u32) -> Self {
        Self { join_channel: expire, pub_audio: expire, pub_video: expire, pub_data_stream: expire }
    }

    const fn privileges(self) -> [Privilege; 4] {
        [
            Privilege { key: rtc::JOIN_CHANNEL, expire: self.join_channel },
            Privilege { key: rtc::PUBLISH_AUDIO_STREAM, expire: self.pub_audio },
            Privilege { key: rtc::PUBLISH_VIDEO_STREAM, expire: self.pub_video },
            Privilege { key: rtc::PUBLISH_DATA_STREAM, expire: self.pub_data_stream },
        ]
    }
}

impl Grant<'_> {
    /// Builds the token.
    ///
    /// # Errors
    ///
    /// Those of [`AccessToken2::build`].
    pub fn build(&self, origin: Origin<'_>) -> Result<String, Error> {
        let mut workspace = Workspace::new();
        let token = self.build_in(origin, Compression::Zlib, &mut workspace)?;
        Ok(String::from_utf8_lossy(token).into_owned())
    }

    /// Builds the token as ASCII in a workspace, without allocating once the workspace has grown.
    ///
    /// # Errors
    ///
    /// Those of [`AccessToken2::build`].
    pub fn build_in<'w>(
        &self,
        origin: Origin<'_>,
        compression: Compression,
        workspace: &'w mut Workspace,
    ) -> Result<&'w [u8], Error> {
        let mut token = |expire, services: &[Service<'_>]| {
            let Origin { app_id, app_certificate, issue_ts, salt } = origin;
            AccessToken2 { app_id, app_certificate, issue_ts, expire, salt, services }
                .pack_and_sign(workspace)
        };
        match *self {
            Self::Rtc { rtc, expire } => {
                token(expire, &[rtc_service(rtc, &rtc.expires.privileges())])
            }
            Self::RtcAndRtm { rtc, rtm_user_id, rtm_expire, expire } => token(
                expire,
                &[
                    rtc_service(rtc, &rtc.expires.privileges()),
                    rtm_service(rtm_user_id, &rtm_login(rtm_expire)),
                ],
            ),
            Self::Rtm { user_id, expire } => {
                token(expire, &[rtm_service(user_id, &rtm_login(expire))])
            }
        }?;
        Ok(workspace.encode(compression))
    }
}

fn rtc_service<'a>(rtc: Rtc<'a>, all: &'a [Privilege; 4]) -> Service<'a> {
    let Rtc { channel_name, account, publishes, .. } = rtc;
    let payload = Payload::Rtc { channel_name: channel_name.into(), uid: account.into() };
    let privileges = if publishes { &all[..] } else { &all[..1] };
    Service { payload, privileges: privileges.into() }
}

fn rtm_service<'a>(user_id: &'a [u8], login: &'a [Privilege; 1]) -> Service<'a> {
    let payload = Payload::Rtm { user_id: user_id.into() };
    Service { payload, privileges: login.into() }
}

const fn rtm_login(expire: u32) -> [Privilege; 1] {
    [Privilege { key: rtm::LOGIN, expire }]
}
