//! Bounded decompression of token contents.

use std::fmt;

use flate2::{Decompress, FlushDecompress, Status};

use crate::{Error, ErrorKind};

/// The most bytes a token's content may inflate to. Tokens travel in headers and join requests, so
/// that real ones stay far below; the limit is a guard against compression bombs.
pub const CONTENT_LIMIT: usize = 1024 * 1024;

/// Inflates zlib streams, keeping its state for the next.
pub(crate) struct Inflater {
    state: Decompress,
}

impl Inflater {
    pub(crate) fn new() -> Self {
        Self { state: Decompress::new(true) }
    }

    /// Replaces `content` by what the zlib stream at the front of `compressed` inflates to. Bytes
    /// behind the stream are ignored, as Node's `inflateSync` ignores them. Fails for a malformed or
    /// truncated stream, and beyond [`CONTENT_LIMIT`] bytes.
    pub(crate) fn inflate(
        &mut self,
        compressed: &[u8],
        content: &mut Vec<u8>,
    ) -> Result<(), Error> {
        self.state.reset(true);
        content.clear();
        content.reserve(INITIAL_CAPACITY);
        loop {
            let unread = usize::try_from(self.state.total_in())
                .ok()
                .and_then(|read| compressed.get(read..))
                .unwrap_or_default();
            let written_before = content.len();
            let status = self
                .state
                .decompress_vec(unread, content, FlushDecompress::Finish)
                .map_err(|_| Error::new(ErrorKind::Compression))?;
            if content.len() > CONTENT_LIMIT {
                return Err(Error::new(ErrorKind::TooLarge));
            }
            match status {
                Status::StreamEnd => return Ok(()),
                _ if content.len() == content.capacity() => content.reserve(content.len()),
                _ if content.len() == written_before => {
                    return Err(Error::new(ErrorKind::Compression));
                }
                _ => {}
            }
        }
    }
}

/// Enough for nearly every token at the first attempt.
const INITIAL_CAPACITY: usize = 1024;

impl Default for Inflater {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Inflater {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Inflater").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn compress(content: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn inflate(compressed: &[u8]) -> Result<Vec<u8>, ErrorKind> {
        let mut content = b"left from before".to_vec();
        match Inflater::new().inflate(compressed, &mut content) {
            Ok(()) => Ok(content),
            Err(error) => Err(error.kind()),
        }
    }

    #[test]
    fn inflates_any_size_up_to_the_limit() {
        for length in [0, 1, 1023, 1024, 1025, 100_000, CONTENT_LIMIT] {
            let content = vec![b'a'; length];
            assert_eq!(inflate(&compress(&content)), Ok(content));
        }
        assert_eq!(inflate(&compress(&vec![0; CONTENT_LIMIT + 1])), Err(ErrorKind::TooLarge));
        assert_eq!(inflate(&compress(&vec![0; 50 * CONTENT_LIMIT])), Err(ErrorKind::TooLarge));
    }

    #[test]
    fn ignores_bytes_behind_the_stream() {
        let mut compressed = compress(b"content");
        compressed.extend_from_slice(b"trailing");
        assert_eq!(inflate(&compressed), Ok(b"content".to_vec()));
    }

    #[test]
    fn refuses_every_truncation_and_a_wrong_checksum() {
        let compressed = compress(b"some content, some content");
        for length in 0..compressed.len() {
            assert_eq!(inflate(&compressed[..length]), Err(ErrorKind::Compression), "{length}");
        }
        let mut wrong = compressed;
        *wrong.last_mut().unwrap() ^= 1;
        assert_eq!(inflate(&wrong), Err(ErrorKind::Compression));
    }

    #[test]
    fn a_failure_does_not_spoil_the_next_stream() {
        let mut inflater = Inflater::new();
        let mut content = Vec::new();
        assert!(inflater.inflate(&[0x78, 0x9c, 0xff, 0xff], &mut content).is_err());
        assert!(inflater.inflate(&compress(b"next"), &mut content).is_ok());
        assert_eq!(content, b"next");
    }
}
