//! Any content, compressed as it should be, so that the fuzzer need not find base64 and zlib.
#![no_main]

use agora_token_core::access_token2::parse;
use agora_token_core::deflate::{Compression, Encoder};
use agora_token_fuzz::OTHER_CERTIFICATE;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &[u8]| {
    let mut compressed = Vec::new();
    Encoder::new().compress(content, Compression::Zlib, &mut compressed);
    let token = format!("007{}", STANDARD.encode(&compressed));
    if let Ok(parsed) = parse(&token) {
        assert!(content.ends_with(&parsed.signing_info));
        assert!(!parsed.verify(OTHER_CERTIFICATE));
    }
});
