//! Any bytes as packed signing info: sealed, or refused because they are too short for its head. The
//! content that comes out is the bytes behind a signature that verifies, whatever was sealed before.
#![no_main]

use agora_token_core::access_token2::{Sealer, seal, verify};
use agora_token_core::{Compression, ErrorKind, Workspace};
use agora_token_fuzz::signing_info::Head;
use agora_token_fuzz::{APP_CERTIFICATE, OTHER_CERTIFICATE};
use libfuzzer_sys::fuzz_target;

const SIGNATURE_LENGTH: usize = 32;

fuzz_target!(|signing_info: &[u8]| {
    let mut sealer = Sealer::new(APP_CERTIFICATE).expect("a certificate");
    let mut used = Workspace::new();
    for compression in [Compression::Zlib, Compression::Fixed] {
        let mut fresh = Workspace::new();
        let single = seal(APP_CERTIFICATE, signing_info, compression, &mut fresh);
        assert_eq!(sealer.seal(signing_info, compression, &mut used), single);
        match single {
            Ok(token) => check(token, signing_info),
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::Truncated);
                assert!(Head::read(signing_info).is_none());
            }
        }
    }
});

fn check(token: &[u8], signing_info: &[u8]) {
    let Head { issue_ts, salt } = Head::read(signing_info).expect("what was sealed has a head");
    let mut workspace = Workspace::new();
    let content = workspace.open(token).expect("a token that was sealed");
    let (signature, rest) = content[2..].split_at(SIGNATURE_LENGTH);
    assert_eq!((&content[..2], rest), ([32, 0].as_slice(), signing_info));
    assert!(verify(APP_CERTIFICATE, issue_ts, salt, rest, signature));
    assert!(!verify(OTHER_CERTIFICATE, issue_ts, salt, rest, signature));
}
