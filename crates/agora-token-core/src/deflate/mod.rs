//! A zlib encoder for small contents that writes the very bytes that Node.js writes.
//!
//! The format (RFC 1950, RFC 1951) leaves much to the encoder: which repeats to use, how to divide
//! the data into blocks, which codes to write them with. [`Encoder`] decides as zlib does at level 6
//! in the version that Node.js contains, and so its output is that of `zlib.deflateSync(content)`.
//!
//! General encoders prepare for megabytes, and spend most of their time on that when there are 150
//! bytes. This one encodes one block, keeps its tables from one content to the next without clearing
//! them, and does not build what will not be written. A content goes through these steps:
//!
//! 1. `matcher` finds the repeats.
//! 2. `histogram` counts the symbols that stand for the rest and the repeats (`symbols`).
//! 3. `block` chooses the kind of block. `fixed` gives the size with the fixed codes.
//!    `dynamic_size` finds the least that other codes would take, without building them, from the
//!    frequencies (`classes`, `lengths`) and from what the code lengths take in the header
//!    (`entropy`, `repeats`). Only if that does not decide, `huffman` builds them and `header` the
//!    description that goes with them.
//! 4. `block` writes the symbols with the help of `bits`, and `adler32` adds the checksum.

#![expect(
    clippy::cast_possible_truncation,
    reason = "positions, frequencies and bit counts of a content of less than 16 KiB fit their types"
)]

mod adler32;
mod bits;
mod block;
mod classes;
mod dynamic_size;
mod entropy;
mod fixed;
mod header;
mod histogram;
mod huffman;
mod lengths;
mod matcher;
mod repeats;
mod symbol_set;
mod symbols;

use std::{fmt, io::Write};

use flate2::write::ZlibEncoder;

use self::{
    adler32::adler32,
    bits::SLACK,
    block::{BlockEncoder, Kind, fixed_block_limit},
    matcher::Matcher,
};

/// The longest content, in bytes, that [`Encoder`] encodes itself, as one block.
///
/// zlib ends a block when its buffer of 16 383 symbols is full, which no shorter content achieves.
pub const ONE_BLOCK_LIMIT: usize = 16_383;

/// The first two bytes of a stream: deflate with a window of 32 KiB, and the default level.
const STREAM_HEADER: [u8; 2] = [0x78, 0x9c];

/// How to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// The output of Node.js's `zlib.deflateSync(content)`, byte for byte.
    Zlib,
    /// The same repeats, always with the fixed Huffman codes of the format. Some outputs are longer,
    /// tokens by less than 2 per cent on average, but this is several times as fast.
    Fixed,
}

/// An encoder, to be used for one content after another.
///
/// Only its memory is kept in between: the output depends on nothing but the content.
///
/// ```
/// use agora_token_core::deflate::{Compression, Encoder};
///
/// let mut encoder = Encoder::new();
/// let mut out = Vec::new();
/// encoder.compress(b"token token", Compression::Zlib, &mut out);
/// assert_eq!(out, b"\x78\x9c\x2b\xc9\xcf\x4e\xcd\x53\x28\x01\x91\x00\x1a\x83\x04\x63");
/// ```
pub struct Encoder {
    matcher: Matcher,
    block: Box<BlockEncoder>,
}

impl Encoder {
    /// Creates an encoder. It takes about 120 KiB.
    #[must_use]
    pub fn new() -> Self {
        Self { matcher: Matcher::new(), block: Box::new(BlockEncoder::new()) }
    }

    /// Compresses `content` and appends the zlib stream to `out`.
    ///
    /// Above [`ONE_BLOCK_LIMIT`] the stream is valid, but not the one that Node.js would write.
    pub fn compress(&mut self, content: &[u8], compression: Compression, out: &mut Vec<u8>) {
        if content.len() > ONE_BLOCK_LIMIT {
            compress_large(content, out);
            return;
        }
        let matches = self.matcher.find(content);
        // The size of the block, or more.
        let (kind, size) = match compression {
            Compression::Zlib => self.block.plan(content, matches),
            Compression::Fixed => (Kind::Fixed, fixed_block_limit(content.len())),
        };
        out.extend_from_slice(&STREAM_HEADER);
        let start = out.len();
        out.resize(start + size + SLACK, 0);
        let end = start + self.block.write(kind, content, matches, &mut out[start..]);
        out.truncate(end);
        out.extend_from_slice(&adler32(content).to_be_bytes());
    }
}

/// Compresses a content of any size.
fn compress_large(content: &[u8], out: &mut Vec<u8>) {
    let mut encoder = ZlibEncoder::new(out, flate2::Compression::default());
    // Writing to a vector cannot fail.
    let _ = encoder.write_all(content);
    let _ = encoder.finish();
}

impl Default for Encoder {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Encoder {
    /// Shows nothing of the tables, which hold traces of the last content.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Encoder").finish_non_exhaustive()
    }
}
