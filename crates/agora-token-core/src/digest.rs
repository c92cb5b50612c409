//! The hashes that tokens are signed with, and the keys that sign a Token007.

use hmac::digest::{CtOutput, FixedOutput, Output};
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
const SHA1_LENGTH: usize = 20;

/// A key that signs, erased when dropped.
///
/// The key that signs a Token007 is `HMAC(salt, HMAC(issue_ts, certificate))`, where the integers,
/// little-endian, are the *keys* and the certificate is the message. Each key is derived where it
/// stays, since a returned value can leave copies on the stack.
#[derive(Default)]
pub struct Key(Zeroizing<[u8; SHA256_LENGTH]>);

impl Key {
    /// Becomes the key that signs a Token007.
    pub fn derive(&mut self, app_certificate: &[u8], issue_ts: u32, salt: u32) {
        let mut issue_key = Self::default();
        issue_key.derive_issue_key(app_certificate, issue_ts);
        self.derive_salted(&issue_key, salt);
    }

    /// Becomes the first step to that, the same for all tokens of one certificate and one second of
    /// issue. Whoever has it can sign every token of that second.
    pub fn derive_issue_key(&mut self, app_certificate: &[u8], issue_ts: u32) {
        write_mac::<Hmac<Sha256>>(&issue_ts.to_le_bytes(), &[app_certificate], self.bytes_mut());
    }

    /// Becomes the second step.
    pub fn derive_salted(&mut self, issue_key: &Self, salt: u32) {
        write_mac::<Hmac<Sha256>>(&salt.to_le_bytes(), &[issue_key.bytes()], self.bytes_mut());
    }

    pub fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    fn bytes_mut(&mut self) -> &mut Output<Hmac<Sha256>> {
        (&mut *self.0).into()
    }
}

/// HMAC-SHA256 of a message given in parts.
pub fn hmac_sha256(key: &[u8], message: &[&[u8]]) -> [u8; SHA256_LENGTH] {
    mac_with_secret::<Hmac<Sha256>>(key, message).into()
}

/// Whether `signature` is the HMAC-SHA256 of the message; compares in constant time.
pub fn is_hmac_sha256(key: &[u8], message: &[&[u8]], signature: &[u8]) -> bool {
    let Ok(signature) = signature.try_into() else { return false };
    let mac = mac_with_secret::<Hmac<Sha256>>(key, message);
    CtOutput::<Hmac<Sha256>>::new(mac) == CtOutput::new(signature)
}

/// HMAC-SHA1 of a message, which versions before 006 use.
pub fn hmac_sha1(key: &[u8], message: &[u8]) -> [u8; SHA1_LENGTH] {
    mac_with_secret::<Hmac<Sha1>>(key, &[message]).into()
}

fn mac_with_secret<M>(key: &[u8], message: &[&[u8]]) -> Output<M>
where
    M: Mac + KeyInit + FixedOutput,
{
    let mut mac = Output::<M>::default();
    write_mac::<M>(key, message, &mut mac);
    clear_stack();
    mac
}

/// Writes the MAC of a message given in parts, under a key of any length. In a frame of its own, which
/// `clear_stack` overwrites: the hash crates leave the padded key there.
#[inline(never)]
fn write_mac<M>(key: &[u8], message: &[&[u8]], mac: &mut Output<M>)
where
    M: Mac + KeyInit + FixedOutput,
{
    let Ok(mut hash) = <M as KeyInit>::new_from_slice(key) else {
        unreachable!("HMAC takes keys of any length")
    };
    for part in message {
        Mac::update(&mut hash, part);
    }
    hash.finalize_into(mac);
}

/// More than the frames of [`write_mac`] and what it calls take in a release build.
const HASH_FRAMES: usize = 1024;

#[inline(never)]
fn clear_stack() {
    let mut frame = [0_u8; HASH_FRAMES];
    std::hint::black_box(&mut frame);
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
