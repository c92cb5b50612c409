//! The services that a Token007 grants, and how each is packed.
//!
//! Every service is packed as its type (u16), its privileges and a payload of its own.

use std::borrow::Cow;

use crate::wire::{Reader, Writer};
use crate::{Error, Privilege, ServiceType, privilege, rtm2};

/// A service that a token grants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service<'a> {
    /// What the service is and whom it is for.
    pub payload: Payload<'a>,
    /// What it permits, in the order of packing.
    pub privileges: Cow<'a, [Privilege]>,
}

/// What a service is, and the fields of its own. Strings are bytes, by convention UTF-8, of at most
/// 65 535.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Payload<'a> {
    /// Joining and publishing in an RTC channel.
    Rtc {
        /// The channel.
        channel_name: Cow<'a, [u8]>,
        /// The uid in decimal digits, or a user account; empty for any user.
        uid: Cow<'a, [u8]>,
    },
    /// Logging in to RTM.
    Rtm {
        /// The user.
        user_id: Cow<'a, [u8]>,
    },
    /// Publishing streams to a channel.
    Streaming {
        /// The channel.
        channel_name: Cow<'a, [u8]>,
        /// The uid in decimal digits, or a user account; empty for any user.
        account: Cow<'a, [u8]>,
    },
    /// Using FPA.
    Fpa,
    /// Using Chat, or administering it.
    Chat {
        /// The user; empty for an app.
        user_id: Cow<'a, [u8]>,
    },
    /// Publishing to and playing from FCDN.
    FCdn {
        /// The channel.
        channel_name: Cow<'a, [u8]>,
        /// The uid in decimal digits, or a user account; empty for any user.
        account: Cow<'a, [u8]>,
    },
    /// Using aPaaS (Flexible Classroom), or administering it.
    Apaas {
        /// The room; empty unless the token is for a user of one.
        room_uuid: Cow<'a, [u8]>,
        /// The user; empty for an app.
        user_uuid: Cow<'a, [u8]>,
        /// The role in the room; -1 for none.
        role: i16,
    },
    /// Logging in to RTM2.
    Rtm2 {
        /// The user.
        user_id: Cow<'a, [u8]>,
        /// What the user may do with which resources.
        permissions: rtm2::Permissions<'a>,
    },
    /// Using Conversational AI.
    ConvoAi,
    /// Using speech to text.
    Stt,
}

impl Service<'_> {
    /// Which service it is.
    #[must_use]
    pub const fn service_type(&self) -> ServiceType {
        match self.payload {
            Payload::Rtc { .. } => ServiceType::Rtc,
            Payload::Rtm { .. } => ServiceType::Rtm,
            Payload::Streaming { .. } => ServiceType::Streaming,
            Payload::Fpa => ServiceType::Fpa,
            Payload::Chat { .. } => ServiceType::Chat,
            Payload::FCdn { .. } => ServiceType::FCdn,
            Payload::Apaas { .. } => ServiceType::Apaas,
            Payload::Rtm2 { .. } => ServiceType::Rtm2,
            Payload::ConvoAi => ServiceType::ConvoAi,
            Payload::Stt => ServiceType::Stt,
        }
    }

    /// Appends the packed service; fails if a string or a list exceeds 65 535 entries.
    pub(crate) fn pack(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.put_u16(self.service_type().into());
        privilege::pack(&self.privileges, writer)?;
        self.payload.pack(writer)
    }
}

impl Service<'static> {
    /// Reads a packed service; `None` if its type is unknown, when nothing tells how long it is.
    /// Fails if the bytes end too early.
    pub(crate) fn unpack(reader: &mut Reader<'_>) -> Result<Option<Self>, Error> {
        let Ok(service_type) = ServiceType::try_from(reader.u16()?) else { return Ok(None) };
        let privileges = privilege::unpack(reader)?.into();
        let payload = Payload::unpack(service_type, reader)?;
        Ok(Some(Self { payload, privileges }))
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
                rtm2::pack(permissions, writer)
            }
            Self::Fpa | Self::ConvoAi | Self::Stt => Ok(()),
        }
    }
}

impl Payload<'static> {
    fn unpack(service_type: ServiceType, reader: &mut Reader<'_>) -> Result<Self, Error> {
        let mut string = || reader.bytes().map(|bytes| Cow::Owned(bytes.to_vec()));
        Ok(match service_type {
            ServiceType::Rtc => Self::Rtc { channel_name: string()?, uid: string()? },
            ServiceType::Rtm => Self::Rtm { user_id: string()? },
            ServiceType::Streaming => {
                Self::Streaming { channel_name: string()?, account: string()? }
            }
            ServiceType::Fpa => Self::Fpa,
            ServiceType::Chat => Self::Chat { user_id: string()? },
            ServiceType::FCdn => Self::FCdn { channel_name: string()?, account: string()? },
            ServiceType::Apaas => {
                Self::Apaas { room_uuid: string()?, user_uuid: string()?, role: reader.i16()? }
            }
            ServiceType::Rtm2 => {
                Self::Rtm2 { user_id: string()?, permissions: rtm2::unpack(reader)? }
            }
            ServiceType::ConvoAi => Self::ConvoAi,
            ServiceType::Stt => Self::Stt,
        })
    }
}
