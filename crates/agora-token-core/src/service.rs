//! The services that a Token007 grants, and how each is packed.
//!
//! Every service is packed as its type (u16), its privileges (u16 count, then u16 key and u32
//! expiry each) and a payload of its own. An expiry is in seconds from the token's issue; 0 means
//! as long as the token.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::Error;
use crate::wire::{Reader, Writer};

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

/// Privileges of the RTM service, and of the RTM2 service.
pub mod rtm {
    /// Logging in.
    pub const LOGIN: u16 = 1;
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

/// Privileges of the aPaaS service.
pub mod apaas {
    /// Acting as a user of a room.
    pub const ROOM_USER: u16 = 1;
    /// Acting as a user.
    pub const USER: u16 = 2;
    /// Administering aPaaS as an app.
    pub const APP: u16 = 3;
}

/// One privilege and its expiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Privilege {
    /// The number of the privilege within its service.
    pub key: u16,
    /// Seconds from the token's issue; 0 for as long as the token.
    pub expire: u32,
}

/// A service that a token grants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service<'a> {
    /// What the service is and whom it is for.
    pub payload: Payload<'a>,
    /// What it permits, in the order of packing.
    pub privileges: Cow<'a, [Privilege]>,
}

/// What a service is, and the fields of its own. Strings are bytes, by convention UTF-8; an empty
/// uid or account stands for any user.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are named by the field's own terms")]
pub enum Payload<'a> {
    /// Joining and publishing in an RTC channel.
    Rtc { channel_name: Cow<'a, [u8]>, uid: Cow<'a, [u8]> },
    /// Logging in to RTM.
    Rtm { user_id: Cow<'a, [u8]> },
    /// Publishing to a streaming channel.
    Streaming { channel_name: Cow<'a, [u8]>, account: Cow<'a, [u8]> },
    /// Logging in to FPA (full-path acceleration).
    Fpa,
    /// Using Chat.
    Chat { user_id: Cow<'a, [u8]> },
    /// Publishing to and playing from FCDN.
    FCdn { channel_name: Cow<'a, [u8]>, account: Cow<'a, [u8]> },
    /// Using aPaaS (Flexible Classroom); role -1 stands for none.
    Apaas { room_uuid: Cow<'a, [u8]>, user_uuid: Cow<'a, [u8]>, role: i16 },
    /// Logging in to RTM2 with permissions by resource.
    Rtm2 { user_id: Cow<'a, [u8]>, permissions: Rtm2Permissions<'a> },
    /// Using Conversational AI.
    ConvoAi,
    /// Using speech to text.
    Stt,
}

/// Names of resources by type of resource, then by type of permission; packed in numeric order.
pub type Rtm2Permissions<'a> = BTreeMap<u16, BTreeMap<u16, Vec<Cow<'a, [u8]>>>>;

impl Service<'_> {
    /// The number of the service.
    #[must_use]
    pub const fn service_type(&self) -> u16 {
        match self.payload {
            Payload::Rtc { .. } => 1,
            Payload::Rtm { .. } => 2,
            Payload::Streaming { .. } => 3,
            Payload::Fpa => 4,
            Payload::Chat { .. } => 5,
            Payload::FCdn { .. } => 6,
            Payload::Apaas { .. } => 7,
            Payload::Rtm2 { .. } => 8,
            Payload::ConvoAi => 9,
            Payload::Stt => 10,
        }
    }

    /// Appends the packed service.
    ///
    /// # Errors
    ///
    /// [`TooLong`](crate::ErrorKind::TooLong) if a string or a list exceeds 65 535 entries.
    pub fn pack(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.put_u16(self.service_type());
        writer.put_count(self.privileges.len())?;
        for privilege in self.privileges.iter() {
            writer.put_u16(privilege.key);
            writer.put_u32(privilege.expire);
        }
        self.payload.pack(writer)
    }
}

impl Service<'static> {
    /// Reads a packed service; `None` if its type is unknown, when nothing tells how long it is.
    ///
    /// # Errors
    ///
    /// [`Truncated`](crate::ErrorKind::Truncated) if the bytes end too early.
    pub fn unpack(reader: &mut Reader<'_>) -> Result<Option<Self>, Error> {
        let service_type = reader.u16()?;
        if !(1..=10).contains(&service_type) {
            return Ok(None);
        }
        let privileges = (0..reader.u16()?)
            .map(|_| Ok(Privilege { key: reader.u16()?, expire: reader.u32()? }))
            .collect::<Result<Vec<_>, Error>>()?;
        let payload = Payload::unpack(service_type, reader)?;
        Ok(payload.map(|payload| Self { payload, privileges: privileges.into() }))
    }
}

impl Payload<'_> {
    fn pack(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        match self {
            Self::Rtc { channel_name, uid: user }
            | Self::Streaming { channel_name, account: user }
            | Self::FCdn { channel_name, account: user } => {
                writer.put_bytes(channel_name)?;
                writer.put_bytes(user)
            }
            Self::Rtm { user_id } | Self::Chat { user_id } => writer.put_bytes(user_id),
            Self::Apaas { room_uuid, user_uuid, role } => {
                writer.put_bytes(room_uuid)?;
                writer.put_bytes(user_uuid)?;
                writer.put_i16(*role);
                Ok(())
            }
            Self::Rtm2 { user_id, permissions } => {
                writer.put_bytes(user_id)?;
                pack_permissions(permissions, writer)
            }
            Self::Fpa | Self::ConvoAi | Self::Stt => Ok(()),
        }
    }
}

impl Payload<'static> {
    fn unpack(service_type: u16, reader: &mut Reader<'_>) -> Result<Option<Self>, Error> {
        let mut string = || reader.bytes().map(|bytes| Cow::Owned(bytes.to_vec()));
        Ok(Some(match service_type {
            1 => Self::Rtc { channel_name: string()?, uid: string()? },
            2 => Self::Rtm { user_id: string()? },
            3 => Self::Streaming { channel_name: string()?, account: string()? },
            4 => Self::Fpa,
            5 => Self::Chat { user_id: string()? },
            6 => Self::FCdn { channel_name: string()?, account: string()? },
            7 => Self::Apaas { room_uuid: string()?, user_uuid: string()?, role: reader.i16()? },
            8 => Self::Rtm2 { user_id: string()?, permissions: unpack_permissions(reader)? },
            9 => Self::ConvoAi,
            10 => Self::Stt,
            _ => return Ok(None),
        }))
    }
}

fn pack_permissions(
    permissions: &Rtm2Permissions<'_>,
    writer: &mut Writer<'_>,
) -> Result<(), Error> {
    writer.put_count(permissions.len())?;
    for (resource, permissions) in permissions {
        writer.put_u16(*resource);
        writer.put_count(permissions.len())?;
        for (permission, names) in permissions {
            writer.put_u16(*permission);
            writer.put_count(names.len())?;
            for name in names {
                writer.put_bytes(name)?;
            }
        }
    }
    Ok(())
}

fn unpack_permissions(reader: &mut Reader<'_>) -> Result<Rtm2Permissions<'static>, Error> {
    let mut resources = Rtm2Permissions::new();
    for _ in 0..reader.u16()? {
        let permissions = resources.entry(reader.u16()?).or_default();
        for _ in 0..reader.u16()? {
            let permission = reader.u16()?;
            let names = (0..reader.u16()?)
                .map(|_| reader.bytes().map(|name| Cow::Owned(name.to_vec())))
                .collect::<Result<Vec<_>, Error>>()?;
            permissions.insert(permission, names);
        }
    }
    Ok(resources)
}
