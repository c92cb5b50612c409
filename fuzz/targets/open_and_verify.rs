//! Any bytes as a Token007 that Node.js hands over to be opened, and the parts of its content, wherever
//! they are said to end, as a signature and what it signs.
#![no_main]

use agora_token_core::access_token2::verify;
use agora_token_core::{CONTENT_LIMIT, Workspace};
use agora_token_fuzz::{APP_CERTIFICATE, OTHER_CERTIFICATE};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u32, u32, u8, &[u8])| {
    let (issue_ts, salt, signature_length, token) = input;
    let mut workspace = Workspace::new();
    let Ok(content) = workspace.open(token).map(<[u8]>::to_vec) else { return };
    assert!(content.len() <= CONTENT_LIMIT);
    let Some((signature, signed)) = content.split_at_checked(signature_length.into()) else {
        return;
    };
    for app_certificate in [APP_CERTIFICATE, OTHER_CERTIFICATE, signature] {
        assert!(!verify(app_certificate, issue_ts, salt, signed, signature));
    }
    assert_eq!(workspace.open(token), Ok(content.as_slice()));
});
