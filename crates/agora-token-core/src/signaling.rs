//! Tokens of the retired Signaling SDK: `"1:" + App ID + ":" + expiry + ":" + MD5`.

use md5::{Digest, Md5};
use zeroize::Zeroizing;

use crate::hex;
use crate::panic_test::panic_if_marked;

/// Version of the SDK, in front of each token.
const SDK_VERSION: &str = "1";

/// Builds the token of an account; `expired_ts` is the second since the epoch at which it ends.
#[must_use]
pub fn build(app_id: &str, app_certificate: &str, account: &str, expired_ts: u32) -> String {
    let expired = expired_ts.to_string();
    let parts = [account, app_id, app_certificate, &expired];
    // As long as it gets: growing would leave a copy behind.
    let mut signed =
        Zeroizing::new(String::with_capacity(parts.iter().map(|part| part.len()).sum()));
    for part in parts {
        signed.push_str(part);
    }
    let signature = md5_hex(signed.as_bytes());
    format!("{SDK_VERSION}:{app_id}:{expired_ts}:{signature}")
}

/// MD5 as 32 lower-case hex digits. aPaaS names its Chat users by it.
#[must_use]
pub fn md5_hex(bytes: &[u8]) -> String {
    panic_if_marked(bytes);
    hex::encode_lower(&Md5::digest(bytes))
}

#[cfg(test)]
mod tests {
    #[test]
    fn md5_of_the_empty_string() {
        assert_eq!(super::md5_hex(b""), "d41d8cd98f00b204e9800998ecf8427e");
    }
}
