//! Sealing signing info that is packed already.

use std::fmt;

use crate::access_token2::SIGNATURE_FIELD_LENGTH;
use crate::digest::Key;
use crate::wire::Reader;
use crate::{Compression, Error, ErrorKind, Workspace, is_hex_id};

/// Signs and encodes signing info that is packed already, for callers that pack it themselves: the App
/// ID (u16 length and bytes), the second of issue, the lifetime and the salt (u32 each), and the
/// services, which are taken as they are. Integers are little-endian.
///
/// # Errors
///
/// [`ErrorKind::AppCertificate`] unless the certificate is 32 hex digits, and
/// [`ErrorKind::Truncated`] if the signing info ends before its services.
pub fn seal<'w>(
    app_certificate: &[u8],
    signing_info: &[u8],
    compression: Compression,
    workspace: &'w mut Workspace,
) -> Result<&'w [u8], Error> {
    Sealer::new(app_certificate)?.seal(signing_info, compression, workspace)
}

/// Seals tokens of one App Certificate one after another.
///
/// The part of the key that depends on the second of issue is derived once for all tokens in a row
/// that share it. It is erased when the sealer is dropped, which should be soon, since it can sign
/// every token of that second.
pub struct Sealer<'a> {
    app_certificate: &'a [u8],
    issue_ts: Option<u32>,
    issue_key: Key,
    signing_key: Key,
}

impl<'a> Sealer<'a> {
    /// A sealer that has derived no key yet.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AppCertificate`] unless the certificate is 32 hex digits.
    pub fn new(app_certificate: &'a [u8]) -> Result<Self, Error> {
        if !is_hex_id(app_certificate) {
            return Err(Error::new(ErrorKind::AppCertificate));
        }
        let [issue_key, signing_key] = [Key::default(), Key::default()];
        Ok(Self { app_certificate, issue_ts: None, issue_key, signing_key })
    }

    /// Signs and encodes packed signing info, as [`seal`] takes it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Truncated`] if the signing info ends before its services.
    pub fn seal<'w>(
        &mut self,
        signing_info: &[u8],
        compression: Compression,
        workspace: &'w mut Workspace,
    ) -> Result<&'w [u8], Error> {
        let mut reader = Reader::new(signing_info);
        reader.bytes()?;
        let (issue_ts, _expire, salt) = (reader.u32()?, reader.u32()?, reader.u32()?);
        if self.issue_ts != Some(issue_ts) {
            self.issue_ts = Some(issue_ts);
            self.issue_key.derive_issue_key(self.app_certificate, issue_ts);
        }
        self.signing_key.derive_salted(&self.issue_key, salt);
        workspace.begin(SIGNATURE_FIELD_LENGTH).extend_from_slice(signing_info);
        workspace.sign(&self.signing_key);
        Ok(workspace.encode(compression))
    }
}

impl fmt::Debug for Sealer<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sealer").finish_non_exhaustive()
    }
}
