//! The memory that one token after another is made in.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::access_token2::{SIGNATURE_FIELD_LENGTH, VERSION};
use crate::base64_text::append_base64;
use crate::deflate::Encoder;
use crate::digest::{Key, SHA256_LENGTH_LE, hmac_sha256};
use crate::inflate::Inflater;
use crate::{Compression, Error, ErrorKind};

/// The most bytes of a buffer that stay allocated once the next token begins: tokens from outside may
/// have any length, and a thread must not hold on to the longest.
const KEPT_CAPACITY: usize = 64 * 1024;

/// The buffers of one token, kept for the next, so that tokens in a row allocate nothing. Any thread
/// may have one. Holds contents and tokens, but no key.
#[derive(Default)]
pub struct Workspace {
    pub(crate) content: Vec<u8>,
    compressed: Vec<u8>,
    pub(crate) token: Vec<u8>,
    encoder: Encoder,
    inflater: Inflater,
}

impl Workspace {
    /// An empty workspace.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The content of a new token, with room in front for what is known last.
    pub(crate) fn begin(&mut self, room: usize) -> &mut Vec<u8> {
        self.clear();
        self.content.resize(room, 0);
        &mut self.content
    }

    fn clear(&mut self) {
        for buffer in [&mut self.content, &mut self.compressed, &mut self.token] {
            if buffer.capacity() > KEPT_CAPACITY {
                *buffer = Vec::new();
            }
            buffer.clear();
        }
    }

    /// Signs the content begun.
    pub(crate) fn sign(&mut self, key: &Key) {
        if let Some((field, signing_info)) =
            self.content.split_first_chunk_mut::<SIGNATURE_FIELD_LENGTH>()
        {
            let (length, signature) = field.split_at_mut(2);
            length.copy_from_slice(&SHA256_LENGTH_LE);
            signature.copy_from_slice(&hmac_sha256(key.bytes(), &[signing_info]));
        }
    }

    /// Compresses and encodes the content.
    pub(crate) fn encode(&mut self, compression: Compression) -> &[u8] {
        self.encoder.compress(&self.content, compression, &mut self.compressed);
        append_base64(&[VERSION.as_bytes()], &self.compressed, &mut self.token);
        &self.token
    }

    /// Returns the content of a Token007: what its base64 inflates to.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Version`], [`ErrorKind::Base64`] unless the base64 is of the standard alphabet
    /// with padding, [`ErrorKind::Compression`] and [`ErrorKind::TooLarge`].
    pub fn open(&mut self, token: &[u8]) -> Result<&[u8], Error> {
        let encoded =
            token.strip_prefix(VERSION.as_bytes()).ok_or(Error::new(ErrorKind::Version))?;
        self.clear();
        STANDARD
            .decode_vec(encoded, &mut self.compressed)
            .map_err(|_| Error::new(ErrorKind::Base64))?;
        self.inflater.inflate(&self.compressed, &mut self.content)?;
        Ok(&self.content)
    }

    /// Inflates the zlib stream at the front of `compressed`; what follows it is ignored.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Compression`] for a malformed or truncated stream, and [`ErrorKind::TooLarge`]
    /// for a content above [`CONTENT_LIMIT`](crate::CONTENT_LIMIT).
    pub fn inflate(&mut self, compressed: &[u8]) -> Result<&[u8], Error> {
        self.clear();
        self.inflater.inflate(compressed, &mut self.content)?;
        Ok(&self.content)
    }
}

impl fmt::Debug for Workspace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Workspace").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CONTENT_LIMIT, access_token2};

    fn kept(workspace: &Workspace) -> usize {
        let Workspace { content, compressed, token, .. } = workspace;
        [content, compressed, token].iter().map(|buffer| buffer.capacity()).sum()
    }

    #[test]
    fn what_a_long_token_took_is_given_back_with_the_next() {
        let mut workspace = Workspace::new();
        let short = access_token2::encode(&[], b"short", &mut workspace).unwrap().to_vec();
        let start = kept(&workspace);

        // Of bytes that do not compress, so that each buffer grows.
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .take(CONTENT_LIMIT / 2)
        .collect();
        let long = access_token2::encode(&[], &noise, &mut workspace).unwrap().to_vec();
        assert!(kept(&workspace) > noise.len() * 3);

        workspace.begin(0);
        assert!(kept(&workspace) <= start, "{} bytes are kept", kept(&workspace));
        assert_eq!(workspace.open(&long).map(<[u8]>::len), Ok(noise.len() + 2));
        assert!(kept(&workspace) > noise.len() * 2);
        assert_eq!(workspace.open(&short), Ok(b"\0\0short".as_slice()));
        assert!(kept(&workspace) <= 3 * KEPT_CAPACITY, "{} bytes are kept", kept(&workspace));
    }
}
