//! Base64 of token contents.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Replaces `token` by a prefix, given in parts, and the base64 of a content.
pub(crate) fn append_base64(prefix: &[&[u8]], content: &[u8], token: &mut Vec<u8>) {
    token.clear();
    for part in prefix {
        token.extend_from_slice(part);
    }
    let start = token.len();
    let encoded_length = content.len().div_ceil(3) * 4;
    token.resize(start + encoded_length, 0);
    let written = STANDARD.encode_slice(content, &mut token[start..]);
    debug_assert_eq!(written, Ok(encoded_length));
}
