//! Any text as a Token007. The seeds are signed, but not with the certificate asked about.
#![no_main]

use agora_token_core::access_token2::parse;
use agora_token_fuzz::OTHER_CERTIFICATE;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|token: &str| {
    if let Ok(parsed) = parse(token) {
        assert!(!parsed.verify(OTHER_CERTIFICATE));
    }
});
