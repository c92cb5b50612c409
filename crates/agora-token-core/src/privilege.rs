//! What the services of a Token007 permit: a module of numbers for each service that has privileges.
//! RTM2 has those of [`rtm`].

use crate::Error;
use crate::wire::{Reader, Writer};

/// One privilege and its expiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Privilege {
    /// The number of the privilege within its service.
    pub key: u16,
    /// When it ends. In a Token007 in seconds from the token's issue, 0 for as long as the token; in
    /// a token 006 the second since the epoch.
    pub expire: u32,
}

/// Appends packed privileges (u16 count, then u16 key and u32 expiry each); fails above 65 535.
pub(crate) fn pack(privileges: &[Privilege], writer: &mut Writer<'_>) -> Result<(), Error> {
    writer.put_count(privileges.len())?;
    for privilege in privileges {
        writer.put_u16(privilege.key);
        writer.put_u32(privilege.expire);
    }
    Ok(())
}

/// Reads packed privileges; fails if the bytes end too early.
pub(crate) fn unpack(reader: &mut Reader<'_>) -> Result<Vec<Privilege>, Error> {
    (0..reader.u16()?)
        .map(|_| Ok(Privilege { key: reader.u16()?, expire: reader.u32()? }))
        .collect()
}

/// Privileges of the RTC service.
pub mod rtc {
    /// Joining the channel.
    pub const JOIN_CHANNEL: u16 = 1;
    /// Publishing audio.
    pub const PUBLISH_AUDIO_STREAM: u16 = 2;
    /// Publishing video.
    pub const PUBLISH_VIDEO_STREAM: u16 = 3;
    /// Publishing data streams.
    pub const PUBLISH_DATA_STREAM: u16 = 4;
}

/// Privileges of the RTM and the RTM2 service.
pub mod rtm {
    /// Logging in.
    pub const LOGIN: u16 = 1;
}

/// Privileges of the Streaming service.
pub mod streaming {
    /// Publishing a mixed stream.
    pub const PUBLISH_MIX_STREAM: u16 = 1;
    /// Publishing a raw stream.
    pub const PUBLISH_RAW_STREAM: u16 = 2;
}

/// Privileges of the FPA service.
pub mod fpa {
    /// Logging in.
    pub const LOGIN: u16 = 1;
}

/// Privileges of the Chat service.
pub mod chat {
    /// Acting as a user.
    pub const USER: u16 = 1;
    /// Administering Chat as an app.
    pub const APP: u16 = 2;
}

/// Privileges of the FCDN service.
pub mod fcdn {
    /// Publishing.
    pub const PUBLISH: u16 = 1;
    /// Playing.
    pub const PLAY: u16 = 2;
}

/// Privileges of the aPaaS service.
pub mod apaas {
    /// Acting as a user of a room.
    pub const ROOM_USER: u16 = 1;
    /// Acting as a user.
    pub const USER: u16 = 2;
    /// Administering aPaaS as an app.
    pub const APP: u16 = 3;
}
