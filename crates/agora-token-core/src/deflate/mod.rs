//! A zlib encoder (RFC 1950, RFC 1951) for small contents that writes the very bytes Node.js's
//! zlib writes.

mod adler32;
mod bits;
mod block;
mod fixed;
mod header;
mod histogram;
mod huffman;
mod matcher;
mod symbol_set;
mod symbols;

use std::{fmt, io::Write};

use flate2::write::ZlibEncoder;

use self::{
    adler32::adler32,
    bits::{BitWriter, SLACK},
    block::{BlockEncoder, Kind},
    matcher::Matcher,
};

/// The longest content, in bytes, that [`Encoder`] encodes itself, as one block.
///
/// zlib ends a block when its buffer of 16 383 symbols is full, which no shorter content achieves.
pub const ONE_BLOCK_LIMIT: usize = 16_383;

/// The first two bytes of a stream: deflate with a window of 32 KiB, and the default level.
const STREAM_HEADER: [u8; 2] = [0x78, 0x9c];
/// Bytes of the checksum at the end of a stream.
const CHECKSUM_BYTES: usize = 4;

/// How to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// The output of Node.js's `zlib.deflateSync(content)`, byte for byte.
    Zlib,
    /// The same matches, always with the fixed Huffman codes: larger by a few per cent, but faster.
    Fixed,
}

/// An encoder that is used for one content after another.
///
/// It only keeps its memory in between; its output depends on nothing but the content.
pub struct Encoder {
    matcher: Matcher,
    block: Box<BlockEncoder>,
}

impl Encoder {
    /// Creates an encoder. It takes about 100 KiB.
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
        let (kind, size) = match compression {
            Compression::Zlib => self.block.plan(content, matches),
            Compression::Fixed => (Kind::Fixed, content.len() * 2 + 16),
        };
        out.extend_from_slice(&STREAM_HEADER);
        let start = out.len();
        out.resize(start + size + SLACK, 0);
        let mut writer = BitWriter::new(&mut out[start..]);
        self.block.write(kind, content, matches, &mut writer);
        let written = writer.written();
        out.truncate(start + written);
        out.extend_from_slice(&adler32(content).to_be_bytes());
    }
}

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
