//! Tokens of version 006 (`AccessToken`): `"006" + App ID + base64(content)`.
//!
//! The content is the signature (u16 length and bytes), the CRC-32 of the channel name and of the
//! uid (u32 each) and the message (u16 length and bytes): salt, timestamp (u32 each) and the
//! privileges (u16 count, then u16 key and u32 expiry each). The signature is the HMAC-SHA256 under
//! the App Certificate of App ID, channel name, uid and message.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::base64_text::append_base64;
use crate::digest::{SHA256_LENGTH, SHA256_LENGTH_LE, hmac_sha256, is_hmac_sha256};
use crate::privilege as privileges;
use crate::wire::{Reader, Writer};
use crate::{Error, ErrorKind, Privilege, Workspace};

/// The version that these tokens begin with.
const VERSION: &str = "006";

/// What a token can permit, by number.
pub mod privilege {
    /// Joining an RTC channel.
    pub const JOIN_CHANNEL: u16 = 1;
    /// Publishing audio.
    pub const PUBLISH_AUDIO_STREAM: u16 = 2;
    /// Publishing video.
    pub const PUBLISH_VIDEO_STREAM: u16 = 3;
    /// Publishing data streams.
    pub const PUBLISH_DATA_STREAM: u16 = 4;
    /// Logging in to RTM.
    pub const RTM_LOGIN: u16 = 1000;

    /// Those of an RTC publisher; a subscriber has the first.
    pub const RTC: [u16; 4] =
        [JOIN_CHANNEL, PUBLISH_AUDIO_STREAM, PUBLISH_VIDEO_STREAM, PUBLISH_DATA_STREAM];
}

/// Length of the App ID that a parser takes off the front.
const APP_ID_LENGTH: usize = 32;

/// What stands in front of the message: the signature with its length, the two CRC-32 and the
/// length of the message.
const HEAD_LENGTH: usize = 2 + SHA256_LENGTH + 4 + 4 + 2;

/// What is signed besides the message. Of any length: version 006 does not check credentials.
#[derive(Clone, Copy)]
pub struct Identity<'a> {
    /// The App ID.
    pub app_id: &'a [u8],
    /// The App Certificate, used as text.
    pub app_certificate: &'a [u8],
    /// The channel name; for RTM the user id.
    pub channel_name: &'a [u8],
    /// The uid as text, empty for any user; for RTM empty.
    pub uid: &'a [u8],
}

impl fmt::Debug for Identity<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Identity")
            .field("app_id", &String::from_utf8_lossy(self.app_id))
            .field("channel_name", &String::from_utf8_lossy(self.channel_name))
            .field("uid", &String::from_utf8_lossy(self.uid))
            .finish_non_exhaustive()
    }
}

impl Identity<'_> {
    /// Builds a token.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TooLong`] for a message above 65 535 bytes, which is some 10 000 privileges, and
    /// [`ErrorKind::AppId`] for an App ID that is not UTF-8.
    pub fn build(&self, message: Message<'_>) -> Result<String, Error> {
        let mut workspace = Workspace::new();
        let token = self.build_in(message, &mut workspace)?.to_vec();
        String::from_utf8(token).map_err(|_| Error::new(ErrorKind::AppId))
    }

    /// Builds a token in a workspace, without allocating once the workspace has grown. It is ASCII but
    /// for the App ID, which is copied as it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TooLong`], as for [`build`](Self::build).
    pub fn build_in<'w>(
        &self,
        message: Message<'_>,
        workspace: &'w mut Workspace,
    ) -> Result<&'w [u8], Error> {
        message.pack(&mut Writer::new(workspace.begin(HEAD_LENGTH)))?;
        self.sign_and_encode(workspace)
    }

    /// The same of a message that is packed already, for callers that pack it themselves.
    ///
    /// # Errors
    ///
    /// Those of [`build_in`](Self::build_in).
    pub fn seal_in<'w>(
        &self,
        message: &[u8],
        workspace: &'w mut Workspace,
    ) -> Result<&'w [u8], Error> {
        workspace.begin(HEAD_LENGTH).extend_from_slice(message);
        self.sign_and_encode(workspace)
    }

    /// Fills the head in front of the message, and encodes both.
    fn sign_and_encode<'w>(&self, workspace: &'w mut Workspace) -> Result<&'w [u8], Error> {
        let (mut head, message) = workspace.content.split_at_mut(HEAD_LENGTH);
        let length = u16::try_from(message.len()).map_err(|_| Error::new(ErrorKind::TooLong))?;
        let fields: [&[u8]; 5] = [
            &SHA256_LENGTH_LE,
            &hmac_sha256(self.app_certificate, &self.signed(message)),
            &crc32fast::hash(self.channel_name).to_le_bytes(),
            &crc32fast::hash(self.uid).to_le_bytes(),
            &length.to_le_bytes(),
        ];
        for field in fields {
            let (start, rest) = head.split_at_mut(field.len());
            start.copy_from_slice(field);
            head = rest;
        }
        let prefix = [VERSION.as_bytes(), self.app_id];
        append_base64(&prefix, &workspace.content, &mut workspace.token);
        Ok(&workspace.token)
    }

    /// Whether this identity's certificate signed a parsed token for this channel and uid.
    #[must_use]
    pub fn verify(&self, token: &ParsedToken) -> bool {
        token.app_id == self.app_id
            && is_hmac_sha256(self.app_certificate, &self.signed(&token.message), &token.signature)
    }

    fn signed<'b>(&'b self, message: &'b [u8]) -> [&'b [u8]; 4] {
        [self.app_id, self.channel_name, self.uid, message]
    }
}

/// What a token says besides whom it is for.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// A random number that makes tokens differ.
    pub salt: u32,
    /// A second since the epoch, a day after the issue by custom; nothing depends on it.
    pub ts: u32,
    /// Privileges with the second since the epoch at which each ends.
    pub privileges: &'a [Privilege],
}

impl Message<'_> {
    fn pack(self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.put_u32(self.salt);
        writer.put_u32(self.ts);
        privileges::pack(self.privileges, writer)
    }
}

/// The privileges of an RTC publisher, which end at one second since the epoch. A subscriber has the
/// first of them.
#[must_use]
pub fn rtc_privileges(expire: u32) -> [Privilege; 4] {
    privilege::RTC.map(|key| Privilege { key, expire })
}

/// The privilege of an RTM user, which ends at a second since the epoch.
#[must_use]
pub const fn rtm_privileges(expire: u32) -> [Privilege; 1] {
    [Privilege { key: privilege::RTM_LOGIN, expire }]
}

/// A token that was parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedToken {
    /// The App ID.
    pub app_id: Vec<u8>,
    /// The signature that the token carries.
    pub signature: Vec<u8>,
    /// CRC-32 of the channel name, which itself is not in the token.
    pub crc_channel_name: u32,
    /// CRC-32 of the uid, which itself is not in the token.
    pub crc_uid: u32,
    /// The message as packed.
    pub message: Vec<u8>,
    /// The salt.
    pub salt: u32,
    /// The timestamp.
    pub ts: u32,
    /// The privileges, each with the second since the epoch at which it ends.
    pub privileges: Vec<Privilege>,
}

/// Parses a token of version 006.
///
/// # Errors
///
/// [`ErrorKind::Version`], [`ErrorKind::Base64`] and [`ErrorKind::Truncated`].
pub fn parse(token: &str) -> Result<ParsedToken, Error> {
    let rest =
        token.as_bytes().strip_prefix(VERSION.as_bytes()).ok_or(Error::new(ErrorKind::Version))?;
    let (app_id, encoded) =
        rest.split_at_checked(APP_ID_LENGTH).ok_or(Error::new(ErrorKind::Truncated))?;
    let content = STANDARD.decode(encoded).map_err(|_| Error::new(ErrorKind::Base64))?;

    let mut reader = Reader::new(&content);
    let signature = reader.bytes()?.to_vec();
    let (crc_channel_name, crc_uid) = (reader.u32()?, reader.u32()?);
    let message = reader.bytes()?.to_vec();

    let mut reader = Reader::new(&message);
    let (salt, ts) = (reader.u32()?, reader.u32()?);
    let privileges = privileges::unpack(&mut reader)?;
    Ok(ParsedToken {
        app_id: app_id.to_vec(),
        signature,
        crc_channel_name,
        crc_uid,
        salt,
        ts,
        privileges,
        message,
    })
}
