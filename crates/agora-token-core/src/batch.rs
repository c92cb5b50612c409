//! Many Token007s at once, from records that hold what each is made from.
//!
//! A record is the App Certificate (u16 length and bytes; none if it is that of the record before)
//! and packed signing info, as [`seal`](crate::access_token2::seal) takes it (u32 length and bytes).
//! A result is a u32 length and that many ASCII characters, none if the App Certificate is not 32 hex
//! digits. Integers are little-endian.

use crate::access_token2::Sealer;
use crate::wire::Reader;
use crate::{Compression, Error, Workspace};

/// Bytes of results for a byte of records: a token is longer than its signing info by the signature
/// and by base64, where compression does not make up for it.
const EXPANSION: usize = 2;

/// Builds the tokens of packed records, and returns the packed results. The records hold App
/// Certificates: the caller should erase them.
///
/// # Errors
///
/// [`ErrorKind::Truncated`](crate::ErrorKind::Truncated) if the bytes end in the middle of a record,
/// or a record's signing info before its services.
pub fn seal(
    records: &[u8],
    compression: Compression,
    workspace: &mut Workspace,
) -> Result<Vec<u8>, Error> {
    let mut results = Vec::with_capacity(records.len() * EXPANSION);
    let mut reader = Reader::new(records);
    let mut sealer = None;
    while !reader.rest().is_empty() {
        let app_certificate = reader.bytes()?;
        if !app_certificate.is_empty() {
            sealer = Sealer::new(app_certificate).ok();
        }
        let signing_info = reader.long_bytes()?;
        let token = match &mut sealer {
            Some(sealer) => sealer.seal(signing_info, compression, workspace)?,
            None => &[],
        };
        results.extend_from_slice(&u32::try_from(token.len()).unwrap_or_default().to_le_bytes());
        results.extend_from_slice(token);
    }
    Ok(results)
}
