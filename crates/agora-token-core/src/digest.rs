//! The hashes that tokens are signed with, and the keys that sign a Token007.

use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::hex;

/// Bytes of an HMAC-SHA256.
pub const SHA256_LENGTH: usize = 32;

/// The field in front of an HMAC-SHA256 in a content: its length as a little-endian u16.
pub(crate) const SHA256_LENGTH_LE: [u8; 2] = 32_u16.to_le_bytes();

/// Bytes of an HMAC-SHA1.
pub const SHA1_LENGTH: usize = 20;

/// The key that signs a Token007: `HMAC(salt, HMAC(issue_ts, certificate))`, where the integers,
/// little-endian, are the *keys* and the certificate is the message. Erased when dropped.
#[must_use]
pub fn signing_key(
    app_certificate: &[u8],
    issue_ts: u32,
    salt: u32,
) -> Zeroizing<[u8; SHA256_LENGTH]> {
    salted_key(issue_key(app_certificate, issue_ts).as_slice(), salt)
}

/// The first step to the [`signing_key`], the same for all tokens of one certificate and one second
/// of issue. Whoever has it can sign every token of that second. Erased when dropped.
pub(crate) fn issue_key(app_certificate: &[u8], issue_ts: u32) -> Zeroizing<[u8; SHA256_LENGTH]> {
    Zeroizing::new(hmac_sha256(&issue_ts.to_le_bytes(), &[app_certificate]))
}

/// The second step to the [`signing_key`]. Erased when dropped.
pub(crate) fn salted_key(issue_key: &[u8], salt: u32) -> Zeroizing<[u8; SHA256_LENGTH]> {
    Zeroizing::new(hmac_sha256(&salt.to_le_bytes(), &[issue_key]))
}

/// HMAC-SHA256 of a message given in parts.
#[must_use]
pub fn hmac_sha256(key: &[u8], message: &[&[u8]]) -> [u8; SHA256_LENGTH] {
    sha256_mac(key, message).finalize().into_bytes().into()
}

/// Whether `signature` is the HMAC-SHA256 of the message; compares in constant time.
#[must_use]
pub fn is_hmac_sha256(key: &[u8], message: &[&[u8]], signature: &[u8]) -> bool {
    sha256_mac(key, message).verify_slice(signature).is_ok()
}

/// HMAC-SHA1 of a message, which versions before 006 use.
#[must_use]
pub fn hmac_sha1(key: &[u8], message: &[u8]) -> [u8; SHA1_LENGTH] {
    let mut mac = keyed::<Hmac<Sha1>>(key);
    mac.update(message);
    mac.finalize().into_bytes().into()
}

fn sha256_mac(key: &[u8], message: &[&[u8]]) -> Hmac<Sha256> {
    let mut mac = keyed::<Hmac<Sha256>>(key);
    for part in message {
        mac.update(part);
    }
    mac
}

/// A MAC with a key of any length, which HMAC takes.
fn keyed<M: Mac + KeyInit>(key: &[u8]) -> M {
    M::new_from_slice(key).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"))
}

/// MD5 as 32 lower-case hex digits. Signaling tokens are signed with it, and aPaaS names its Chat
/// users by it.
#[must_use]
pub fn md5_hex(bytes: &[u8]) -> String {
    hex::encode_lower(&Md5::digest(bytes))
}

#[cfg(test)]
mod tests {
    #[test]
    fn md5_of_the_empty_string() {
        assert_eq!(super::md5_hex(b""), "d41d8cd98f00b204e9800998ecf8427e");
    }
}
