//! Any text, and any content, as a key of version 005.
#![no_main]

use agora_token_core::dynamic_key5::parse;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use libfuzzer_sys::fuzz_target;

/// Everything but the signature, the App ID and the extras.
const FIXED_LENGTH: usize = 2 + 2 + 2 + 3 * 4 + 2;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for key in [text.to_string(), format!("005{}", STANDARD.encode(bytes))] {
        if let Ok(parsed) = parse(&key) {
            let extras: usize = parsed.extras.iter().map(|(_, value)| 4 + value.len()).sum();
            let read = FIXED_LENGTH + parsed.signature.len() + parsed.app_id.len() + extras;
            assert!(read <= (key.len() - 3) / 4 * 3, "more was read than the key holds");
        }
    }
});
