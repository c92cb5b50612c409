//! App IDs and App Certificates, erased once they are no longer needed.

use napi::bindgen_prelude::Result;
use zeroize::Zeroize;

use super::text::{SLACK, Text};

/// Characters of an App ID and of an App Certificate.
const ID_LENGTH: usize = 32;

/// Room for an id in three bytes a character, so that the engine converts it the fast way, and so for
/// more of any longer text than an id has: none is taken for its start.
const INLINE_LENGTH: usize = 3 * ID_LENGTH + 1 + SLACK;

/// An App ID or an App Certificate, or another text of any length, erased when dropped.
pub struct Secret {
    inline: [u8; INLINE_LENGTH],
    length: usize,
    /// The text where it does not fit `inline`.
    spilled: Vec<u8>,
}

impl Secret {
    pub fn read(text: Text) -> Result<Self> {
        let mut secret = Self { inline: [0; INLINE_LENGTH], length: 0, spilled: Vec::new() };
        secret.length = text.read_start(&mut secret.inline)?;
        if secret.length > ID_LENGTH {
            secret.spilled = text.to_vec()?;
        }
        Ok(secret)
    }

    pub fn as_bytes(&self) -> &[u8] {
        if self.spilled.is_empty() { &self.inline[..self.length] } else { &self.spilled }
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.inline.zeroize();
        self.spilled.zeroize();
    }
}
