//! Tokens of the retired Signaling SDK: `"1:" + App ID + ":" + expiry + ":" + MD5`.

use zeroize::Zeroizing;

use crate::digest::md5_hex;

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
