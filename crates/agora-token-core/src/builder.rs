//! The Token007s that the builders of `agora-token` make: which services each grants.

use crate::Error;
use crate::access_token2::{AccessToken2, Workspace};
use crate::deflate::Compression;
use crate::service::{Payload, Privilege, Service, apaas, chat, fpa, rtc, rtm};
use crate::signaling::md5_hex;

/// Lifetime of an FPA token, in seconds.
const ONE_DAY: u32 = 24 * 3600;

/// The role of an aPaaS token that is not for a user of a room.
const NO_ROLE: i16 = -1;

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
        /// One more service, if any.
        beside: Option<Beside>,
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
    /// Chat, as a user.
    ChatUser {
        /// The Chat user.
        user_id: &'a [u8],
        /// Lifetime of the token and of the privilege.
        expire: u32,
    },
    /// Chat, as an app that administers it.
    ChatApp {
        /// Lifetime of the token and of the privilege.
        expire: u32,
    },
    /// FPA, for 24 hours.
    Fpa,
    /// A room of aPaaS, RTM, and Chat under the MD5 of the user's id.
    ApaasRoomUser {
        /// The room.
        room_uuid: &'a [u8],
        /// The user.
        user_uuid: &'a [u8],
        /// The user's role in the room.
        role: i16,
        /// Lifetime of the token and of its privileges.
        expire: u32,
    },
    /// aPaaS, as a user, whatever the room.
    ApaasUser {
        /// The user.
        user_uuid: &'a [u8],
        /// Lifetime of the token and of the privilege.
        expire: u32,
    },
    /// aPaaS, as an app that administers it.
    ApaasApp {
        /// Lifetime of the token and of the privilege.
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

/// Expiries of the privileges in an RTC channel.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the fields are named after the privileges")]
pub struct RtcExpires {
    pub join_channel: u32,
    pub pub_audio: u32,
    pub pub_video: u32,
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

/// A service that a token may grant beside RTC and RTM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Conversational AI.
    ConvoAi,
    /// Speech to text.
    Stt,
}

impl Grant<'_> {
    /// Builds the token as ASCII in a workspace.
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
            Self::RtcAndRtm { rtc, rtm_user_id, rtm_expire, beside: None, expire } => token(
                expire,
                &[
                    rtc_service(rtc, &rtc.expires.privileges()),
                    rtm_service(rtm_user_id, &rtm_login(rtm_expire)),
                ],
            ),
            Self::RtcAndRtm { rtc, rtm_user_id, rtm_expire, beside: Some(beside), expire } => {
                token(
                    expire,
                    &[
                        rtc_service(rtc, &rtc.expires.privileges()),
                        rtm_service(rtm_user_id, &rtm_login(rtm_expire)),
                        service(beside.payload(), &[]),
                    ],
                )
            }
            Self::Rtm { user_id, expire } => {
                token(expire, &[rtm_service(user_id, &rtm_login(expire))])
            }
            Self::ChatUser { user_id, expire } => {
                token(expire, &[chat_service(user_id, &[Privilege { key: chat::USER, expire }])])
            }
            Self::ChatApp { expire } => {
                token(expire, &[chat_service(b"", &[Privilege { key: chat::APP, expire }])])
            }
            Self::Fpa => {
                let login = [Privilege { key: fpa::LOGIN, expire: 0 }];
                token(ONE_DAY, &[service(Payload::Fpa, &login)])
            }
            Self::ApaasRoomUser { room_uuid, user_uuid, role, expire } => {
                let chat_user_id = md5_hex(user_uuid);
                let chat_user = [Privilege { key: chat::USER, expire }];
                token(
                    expire,
                    &[
                        rtm_service(user_uuid, &rtm_login(expire)),
                        chat_service(chat_user_id.as_bytes(), &chat_user),
                        apaas_service(room_uuid, user_uuid, role, &[]),
                    ],
                )
            }
            Self::ApaasUser { user_uuid, expire } => {
                let user = [Privilege { key: apaas::USER, expire }];
                token(expire, &[apaas_service(b"", user_uuid, NO_ROLE, &user)])
            }
            Self::ApaasApp { expire } => {
                let app = [Privilege { key: apaas::APP, expire }];
                token(expire, &[apaas_service(b"", b"", NO_ROLE, &app)])
            }
        }?;
        Ok(workspace.encode(compression))
    }
}

impl Beside {
    const fn payload(self) -> Payload<'static> {
        match self {
            Self::ConvoAi => Payload::ConvoAi,
            Self::Stt => Payload::Stt,
        }
    }
}

fn service<'a>(payload: Payload<'a>, privileges: &'a [Privilege]) -> Service<'a> {
    Service { payload, privileges: privileges.into() }
}

fn rtc_service<'a>(rtc: Rtc<'a>, all: &'a [Privilege; 4]) -> Service<'a> {
    let Rtc { channel_name, account, publishes, .. } = rtc;
    let payload = Payload::Rtc { channel_name: channel_name.into(), uid: account.into() };
    service(payload, if publishes { all } else { &all[..1] })
}

fn rtm_service<'a>(user_id: &'a [u8], login: &'a [Privilege; 1]) -> Service<'a> {
    service(Payload::Rtm { user_id: user_id.into() }, login)
}

const fn rtm_login(expire: u32) -> [Privilege; 1] {
    [Privilege { key: rtm::LOGIN, expire }]
}

fn chat_service<'a>(user_id: &'a [u8], privileges: &'a [Privilege; 1]) -> Service<'a> {
    service(Payload::Chat { user_id: user_id.into() }, privileges)
}

fn apaas_service<'a>(
    room_uuid: &'a [u8],
    user_uuid: &'a [u8],
    role: i16,
    privileges: &'a [Privilege],
) -> Service<'a> {
    let payload = Payload::Apaas { room_uuid: room_uuid.into(), user_uuid: user_uuid.into(), role };
    service(payload, privileges)
}
