//! The services that the RTC builders grant, alone and together with RTM.

use agora_token_core::service::{Payload, Privilege, Service, rtc, rtm};

/// The role that may publish; any other may only join.
pub const PUBLISHER: u32 = 1;

/// Expiries of the privileges in an RTC channel, in seconds from the token's issue.
#[derive(Clone, Copy)]
pub struct RtcExpires {
    pub join_channel: u32,
    pub pub_audio: u32,
    pub pub_video: u32,
    pub pub_data_stream: u32,
}

impl RtcExpires {
    /// One expiry for joining and for everything published.
    pub const fn same(expire: u32) -> Self {
        Self { join_channel: expire, pub_audio: expire, pub_video: expire, pub_data_stream: expire }
    }

    /// The privileges of a role: all four, or only that of joining.
    pub const fn privileges(self, role: u32) -> RtcPrivileges {
        let all = [
            Privilege { key: rtc::JOIN_CHANNEL, expire: self.join_channel },
            Privilege { key: rtc::PUBLISH_AUDIO_STREAM, expire: self.pub_audio },
            Privilege { key: rtc::PUBLISH_VIDEO_STREAM, expire: self.pub_video },
            Privilege { key: rtc::PUBLISH_DATA_STREAM, expire: self.pub_data_stream },
        ];
        RtcPrivileges { all, count: if role == PUBLISHER { 4 } else { 1 } }
    }
}

/// The privileges that a role has.
pub struct RtcPrivileges {
    all: [Privilege; 4],
    count: usize,
}

impl RtcPrivileges {
    /// The RTC service with these privileges.
    pub fn service<'a>(&'a self, channel_name: &'a [u8], account: &'a [u8]) -> Service<'a> {
        Service {
            payload: Payload::Rtc { channel_name: channel_name.into(), uid: account.into() },
            privileges: self.all[..self.count].into(),
        }
    }
}

/// The privilege of logging in to RTM.
pub const fn rtm_login(expire: u32) -> [Privilege; 1] {
    [Privilege { key: rtm::LOGIN, expire }]
}

/// The RTM service with that privilege.
pub fn rtm_service<'a>(user_id: &'a [u8], login: &'a [Privilege; 1]) -> Service<'a> {
    Service {
        payload: Payload::Rtm { user_id: user_id.into() },
        privileges: login.as_slice().into(),
    }
}

/// A service without privileges or fields of its own.
pub fn bare_service(payload: Payload<'static>) -> Service<'static> {
    Service { payload, privileges: Vec::new().into() }
}
