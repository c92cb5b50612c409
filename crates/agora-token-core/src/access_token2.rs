//! Token007 (`AccessToken2`): `"007" + base64(zlib(signature, signing info))`.
//!
//! The signing info is the App ID, the second of issue, the lifetime, the salt and the services; the
//! signature is its HMAC-SHA256 under a key that is derived from the App Certificate, the second of
//! issue and the salt.

use std::fmt;

use crate::digest::{Key, SHA256_LENGTH, is_hmac_sha256};
use crate::wire::{Reader, Writer};
use crate::{Compression, Error, ErrorKind, Service, Workspace, is_hex_id};

pub use crate::sealer::{Sealer, seal};

/// The version that a Token007 begins with.
pub(crate) const VERSION: &str = "007";

/// The u16 length of the signature and the signature, in front of the signing info.
pub(crate) const SIGNATURE_FIELD_LENGTH: usize = 2 + SHA256_LENGTH;

/// A token to be built.
#[derive(Clone, Copy)]
pub struct AccessToken2<'a> {
    /// The App ID: 32 hex digits, whose case is kept.
    pub app_id: &'a [u8],
    /// The App Certificate: 32 hex digits, used as text.
    pub app_certificate: &'a [u8],
    /// Second of issue, since the epoch.
    pub issue_ts: u32,
    /// Lifetime of the token in seconds from its issue.
    pub expire: u32,
    /// A random number that makes tokens differ.
    pub salt: u32,
    /// What the token grants. Packed by ascending type; those of one type keep their order.
    pub services: &'a [Service<'a>],
}

impl fmt::Debug for AccessToken2<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AccessToken2")
            .field("app_id", &String::from_utf8_lossy(self.app_id))
            .field("issue_ts", &self.issue_ts)
            .field("expire", &self.expire)
            .field("salt", &self.salt)
            .field("services", &self.services)
            .finish_non_exhaustive()
    }
}

impl AccessToken2<'_> {
    /// Builds the token.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AppId`] and [`ErrorKind::AppCertificate`] for credentials that are not 32 hex
    /// digits, [`ErrorKind::NoService`], and [`ErrorKind::TooLong`] for a field above 65 535 bytes.
    pub fn build(&self) -> Result<String, Error> {
        let mut workspace = Workspace::new();
        let token = self.build_in(&mut workspace, Compression::Zlib)?;
        Ok(String::from_utf8_lossy(token).into_owned())
    }

    /// Builds the token as ASCII in a workspace, without allocating once the workspace has grown.
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build).
    pub fn build_in<'w>(
        &self,
        workspace: &'w mut Workspace,
        compression: Compression,
    ) -> Result<&'w [u8], Error> {
        self.pack_and_sign(workspace)?;
        Ok(workspace.encode(compression))
    }

    /// Leaves the signed content in the workspace.
    pub(crate) fn pack_and_sign(&self, workspace: &mut Workspace) -> Result<(), Error> {
        if !is_hex_id(self.app_id) {
            return Err(Error::new(ErrorKind::AppId));
        }
        if !is_hex_id(self.app_certificate) {
            return Err(Error::new(ErrorKind::AppCertificate));
        }
        if self.services.is_empty() {
            return Err(Error::new(ErrorKind::NoService));
        }

        self.pack_signing_info(&mut Writer::new(workspace.begin(SIGNATURE_FIELD_LENGTH)))?;
        let mut key = Key::default();
        key.derive(self.app_certificate, self.issue_ts, self.salt);
        workspace.sign(&key);
        Ok(())
    }

    fn pack_signing_info(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.put_bytes(self.app_id)?;
        writer.put_u32(self.issue_ts);
        writer.put_u32(self.expire);
        writer.put_u32(self.salt);
        writer.put_count(self.services.len())?;
        if self.services.is_sorted_by_key(Service::service_type) {
            return self.services.iter().try_for_each(|service| service.pack(writer));
        }
        let mut sorted: Vec<_> = self.services.iter().collect();
        sorted.sort_by_key(|service| service.service_type());
        sorted.into_iter().try_for_each(|service| service.pack(writer))
    }
}

/// Encodes signing info that is packed and signed already.
///
/// # Errors
///
/// [`ErrorKind::TooLong`] for a signature above 65 535 bytes.
pub fn encode<'w>(
    signature: &[u8],
    signing_info: &[u8],
    workspace: &'w mut Workspace,
) -> Result<&'w [u8], Error> {
    Writer::new(workspace.begin(0)).put_bytes(signature)?;
    workspace.content.extend_from_slice(signing_info);
    Ok(workspace.encode(Compression::Zlib))
}

/// A token that was parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedToken {
    /// The signature that the token carries.
    pub signature: Vec<u8>,
    /// What the signature covers.
    pub signing_info: Vec<u8>,
    /// The App ID.
    pub app_id: Vec<u8>,
    /// Second of issue, since the epoch.
    pub issue_ts: u32,
    /// Lifetime of the token in seconds from its issue.
    pub expire: u32,
    /// The salt.
    pub salt: u32,
    /// The services up to the first of unknown type.
    pub services: Vec<Service<'static>>,
    /// The services that were left unread, from the first of unknown type on.
    pub unread_services: u16,
}

impl ParsedToken {
    /// Whether the App ID and the App Certificate are 32 hex digits each, and the certificate made
    /// the signature; compares in constant time.
    #[must_use]
    pub fn verify(&self, app_certificate: &[u8]) -> bool {
        let Self { app_id, issue_ts, salt, signing_info, signature, .. } = self;
        is_hex_id(app_id) && verify(app_certificate, *issue_ts, *salt, signing_info, signature)
    }
}

/// Parses a Token007. A service of unknown type ends the parse without an error, since nothing
/// tells how long it is.
///
/// # Errors
///
/// Those of [`Workspace::open`], and [`ErrorKind::Truncated`].
pub fn parse(token: &str) -> Result<ParsedToken, Error> {
    let mut workspace = Workspace::new();
    let mut reader = Reader::new(workspace.open(token.as_bytes())?);
    let signature = reader.bytes()?.to_vec();
    let signing_info = reader.rest().to_vec();
    let app_id = reader.bytes()?.to_vec();
    let (issue_ts, expire, salt) = (reader.u32()?, reader.u32()?, reader.u32()?);
    let mut unread_services = reader.u16()?;
    let mut services = Vec::new();
    while unread_services > 0 {
        let Some(service) = Service::unpack(&mut reader)? else { break };
        services.push(service);
        unread_services -= 1;
    }
    Ok(ParsedToken {
        signature,
        signing_info,
        app_id,
        issue_ts,
        expire,
        salt,
        services,
        unread_services,
    })
}

/// Whether the App Certificate is 32 hex digits, and `signature` its signature of the signing info for
/// a second of issue and a salt; compares in constant time.
#[must_use]
pub fn verify(
    app_certificate: &[u8],
    issue_ts: u32,
    salt: u32,
    signing_info: &[u8],
    signature: &[u8],
) -> bool {
    if !is_hex_id(app_certificate) {
        return false;
    }
    let mut key = Key::default();
    key.derive(app_certificate, issue_ts, salt);
    is_hmac_sha256(key.bytes(), &[signing_info], signature)
}
