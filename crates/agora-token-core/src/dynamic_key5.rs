//! Keys of version 005 (`DynamicKey5`): `"005" + base64(content)`.
//!
//! The content is the service (u16), the signature (40 upper-case hex digits with a u16 length), the
//! App ID (its bytes with a u16 length), two timestamps and the salt (u32 each), and extras (u16
//! count, then u16 key and a string each). The signature is the HMAC-SHA1 under the bytes of the App
//! Certificate.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::digest::hmac_sha1;
use crate::wire::{Reader, Writer};
use crate::{Error, ErrorKind, hex};

/// The version that these keys begin with.
const VERSION: &str = "005";

/// Services that a key can be for.
pub mod service {
    /// Joining a media channel.
    pub const MEDIA_CHANNEL: u16 = 1;
    /// Recording a channel.
    pub const RECORDING: u16 = 2;
    /// Sharing a channel in public.
    pub const PUBLIC_SHARING: u16 = 3;
    /// Permissions within a channel.
    pub const IN_CHANNEL_PERMISSION: u16 = 4;
}

/// Key of the extra that allows uploading within a channel.
pub const ALLOW_UPLOAD_IN_CHANNEL: u16 = 1;

/// A key to be built.
#[derive(Clone, Copy)]
pub struct DynamicKey5<'a> {
    /// The App ID in hex; digits behind the first pair that is not hex are ignored.
    pub app_id: &'a [u8],
    /// The App Certificate in hex, read alike.
    pub app_certificate: &'a [u8],
    /// The channel name.
    pub channel_name: &'a [u8],
    /// Second of issue, since the epoch.
    pub unix_ts: u32,
    /// A random number that makes keys differ.
    pub salt: u32,
    /// The uid; 0 for any user.
    pub uid: u32,
    /// The second since the epoch at which the key ends.
    pub expired_ts: u32,
    /// One of [`service`].
    pub service: u16,
    /// Extras by key.
    pub extras: &'a [(u16, &'a str)],
}

impl fmt::Debug for DynamicKey5<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DynamicKey5")
            .field("app_id", &String::from_utf8_lossy(self.app_id))
            .field("channel_name", &String::from_utf8_lossy(self.channel_name))
            .field("uid", &self.uid)
            .field("service", &self.service)
            .finish_non_exhaustive()
    }
}

impl DynamicKey5<'_> {
    /// Builds the key.
    ///
    /// # Errors
    ///
    /// [`TooLong`](crate::ErrorKind::TooLong) for a field above 65 535 bytes.
    pub fn build(&self) -> Result<String, Error> {
        let app_id = hex::decode_leading(self.app_id);
        let signature = self.signature(&app_id)?;

        let mut content = Vec::new();
        let mut writer = Writer::new(&mut content);
        writer.put_u16(self.service);
        writer.put_bytes(signature.as_bytes())?;
        writer.put_bytes(&app_id)?;
        writer.put_u32(self.unix_ts);
        writer.put_u32(self.salt);
        writer.put_u32(self.expired_ts);
        self.pack_extras(&mut writer)?;

        let mut key = String::from(VERSION);
        STANDARD.encode_string(&content, &mut key);
        Ok(key)
    }

    fn signature(&self, app_id: &[u8]) -> Result<String, Error> {
        let mut message = Vec::new();
        let mut writer = Writer::new(&mut message);
        writer.put_u16(self.service);
        writer.put_bytes(app_id)?;
        writer.put_u32(self.unix_ts);
        writer.put_u32(self.salt);
        writer.put_bytes(self.channel_name)?;
        writer.put_u32(self.uid);
        writer.put_u32(self.expired_ts);
        self.pack_extras(&mut writer)?;

        let certificate = zeroize::Zeroizing::new(hex::decode_leading(self.app_certificate));
        Ok(hex::encode_upper(&hmac_sha1(&certificate, &message)))
    }

    fn pack_extras(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.put_count(self.extras.len())?;
        for (key, value) in self.extras {
            writer.put_u16(*key);
            writer.put_bytes(value.as_bytes())?;
        }
        Ok(())
    }
}

/// A key that was parsed. It holds neither channel nor uid; its signature covers both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedKey {
    /// One of [`service`].
    pub service: u16,
    /// The signature that the key carries, as text.
    pub signature: Vec<u8>,
    /// The bytes of the App ID.
    pub app_id: Vec<u8>,
    /// Second of issue, since the epoch.
    pub unix_ts: u32,
    /// The salt.
    pub salt: u32,
    /// The second since the epoch at which the key ends.
    pub expired_ts: u32,
    /// Extras by key, in the order of the key.
    pub extras: Vec<(u16, Vec<u8>)>,
}

/// Parses a key of version 005.
///
/// # Errors
///
/// [`ErrorKind::Version`], [`ErrorKind::Base64`] and [`ErrorKind::Truncated`].
pub fn parse(key: &str) -> Result<ParsedKey, Error> {
    let encoded = key.strip_prefix(VERSION).ok_or(Error::new(ErrorKind::Version))?;
    let content = STANDARD.decode(encoded).map_err(|_| Error::new(ErrorKind::Base64))?;
    let mut reader = Reader::new(&content);
    Ok(ParsedKey {
        service: reader.u16()?,
        signature: reader.bytes()?.to_vec(),
        app_id: reader.bytes()?.to_vec(),
        unix_ts: reader.u32()?,
        salt: reader.u32()?,
        expired_ts: reader.u32()?,
        extras: (0..reader.u16()?)
            .map(|_| Ok((reader.u16()?, reader.bytes()?.to_vec())))
            .collect::<Result<_, Error>>()?,
    })
}
