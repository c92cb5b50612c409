//! Any text, and any content, as a token of version 006.
#![no_main]

use agora_token_core::access_token::{Identity, parse};
use agora_token_fuzz::{APP_ID, OTHER_CERTIFICATE};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use libfuzzer_sys::fuzz_target;

const IDENTITY: Identity<'_> = Identity {
    app_id: APP_ID,
    app_certificate: OTHER_CERTIFICATE,
    channel_name: b"a-channel",
    uid: b"2882341273",
};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let app_id = String::from_utf8_lossy(APP_ID);
    for token in [text.to_string(), format!("006{app_id}{}", STANDARD.encode(bytes))] {
        if let Ok(parsed) = parse(&token) {
            assert!(!IDENTITY.verify(&parsed));
        }
    }
});
