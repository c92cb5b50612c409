//! The packed form of a batch: one record a token, and one a result.
//!
//! A record is the App Certificate (u16 length and bytes; none if it is that of the record before)
//! and the packed signing info (u32 length and bytes). A result is a u32 length and that many ASCII
//! characters, none if the App Certificate is not 32 hex digits. Integers are little-endian.

use agora_token_core::access_token2::Sealer;
use agora_token_core::deflate::Compression;
use agora_token_core::wire::Reader;
use agora_token_core::workspace::Workspace;
use agora_token_core::{Error, is_hex_id};
use zeroize::Zeroize;

/// Bytes of results for a byte of records: a token is longer than its signing info by the signature
/// and by base64, where compression does not make up for it.
const EXPANSION: usize = 2;

/// A packed batch. Erased when dropped, as it holds certificates.
pub struct Records {
    pub bytes: Vec<u8>,
    pub compression: Compression,
}

impl Records {
    /// Builds the tokens and returns the packed results.
    ///
    /// # Errors
    ///
    /// If the bytes are not records, which only a mistake of the package itself can bring about.
    pub fn build(&self, workspace: &mut Workspace) -> Result<Vec<u8>, Error> {
        let mut results = Vec::with_capacity(self.bytes.len() * EXPANSION);
        let mut reader = Reader::new(&self.bytes);
        let mut certificate: &[u8] = &[];
        let mut sealer = Sealer::new(certificate);
        while !reader.rest().is_empty() {
            let given = reader.bytes()?;
            if !given.is_empty() {
                certificate = given;
                sealer = Sealer::new(certificate);
            }
            let signing_info = reader.long_bytes()?;
            let token = if is_hex_id(certificate) {
                sealer.seal(signing_info, self.compression, workspace)?
            } else {
                b""
            };
            results
                .extend_from_slice(&u32::try_from(token.len()).unwrap_or_default().to_le_bytes());
            results.extend_from_slice(token);
        }
        Ok(results)
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}
