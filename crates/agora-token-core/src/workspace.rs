//! The memory that one token after another is made in.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::access_token2::{SIGNATURE_FIELD_LENGTH, VERSION};
use crate::base64_text::append_base64;
use crate::deflate::{Compression, Encoder};
use crate::digest::{SHA256_LENGTH_LE, hmac_sha256};
use crate::inflate::Inflater;
use crate::{Error, ErrorKind};

/// The most bytes of a token that stay allocated for the next one: tokens from outside may have any
/// length, and a thread must not hold on to the longest.
const KEPT_CAPACITY: usize = 64 * 1024;

/// The buffers of one token, kept for the next. Holds contents and tokens, but no key.
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
        self.content.clear();
        self.content.resize(room, 0);
        &mut self.content
    }

    /// Signs the content begun.
    pub(crate) fn sign(&mut self, key: &[u8]) {
        if let Some((field, signing_info)) =
            self.content.split_first_chunk_mut::<SIGNATURE_FIELD_LENGTH>()
        {
            let (length, signature) = field.split_at_mut(2);
            length.copy_from_slice(&SHA256_LENGTH_LE);
            signature.copy_from_slice(&hmac_sha256(key, &[signing_info]));
        }
    }

    /// Compresses and encodes the content.
    pub(crate) fn encode(&mut self, compression: Compression) -> &[u8] {
        self.compressed.clear();
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
        self.compressed.clear();
        STANDARD
            .decode_vec(encoded, &mut self.compressed)
            .map_err(|_| Error::new(ErrorKind::Base64))?;
        let inflated = self.inflater.inflate(&self.compressed, &mut self.content);
        if self.compressed.capacity() > KEPT_CAPACITY {
            self.compressed = Vec::new();
        }
        inflated.map(|()| self.content.as_slice())
    }

    /// Inflates a zlib stream.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Compression`] and [`ErrorKind::TooLarge`].
    pub fn inflate(&mut self, compressed: &[u8]) -> Result<&[u8], Error> {
        self.inflater.inflate(compressed, &mut self.content)?;
        Ok(&self.content)
    }

    /// Compresses a content to a zlib stream.
    pub fn deflate(&mut self, content: &[u8]) -> &[u8] {
        self.compressed.clear();
        self.encoder.compress(content, Compression::Zlib, &mut self.compressed);
        &self.compressed
    }
}

impl fmt::Debug for Workspace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Workspace").finish_non_exhaustive()
    }
}
