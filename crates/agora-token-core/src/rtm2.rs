//! What an RTM2 service permits: reading from and writing to resources by name.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::Error;
use crate::wire::{Reader, Writer};

/// Resources: message channels.
pub const MESSAGE_CHANNELS: u16 = 0;
/// Resources: stream channels.
pub const STREAM_CHANNELS: u16 = 1;
/// Resources: group channels.
pub const GROUP_CHANNELS: u16 = 2;
/// Resources: server groups.
pub const SERVER_GROUPS: u16 = 3;
/// Resources: users.
pub const USERS: u16 = 4;

/// Permission to read.
pub const READ: u16 = 0;
/// Permission to write.
pub const WRITE: u16 = 1;

/// Names of resources by type of resource, then by permission; packed in numeric order.
pub type Permissions<'a> = BTreeMap<u16, BTreeMap<u16, Vec<Cow<'a, [u8]>>>>;

/// Appends packed permissions; fails if a name or a list exceeds 65 535 entries.
pub(crate) fn pack(permissions: &Permissions<'_>, writer: &mut Writer<'_>) -> Result<(), Error> {
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

/// Reads packed permissions; fails if the bytes end too early.
pub(crate) fn unpack(reader: &mut Reader<'_>) -> Result<Permissions<'static>, Error> {
    let mut resources = Permissions::new();
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
