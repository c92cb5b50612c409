//! Any bytes as a zlib stream: what comes out stays within the limit, whatever was inflated before.
#![no_main]

use agora_token_core::{CONTENT_LIMIT, Workspace};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|compressed: &[u8]| {
    let mut workspace = Workspace::new();
    let first = workspace.inflate(compressed).map(<[u8]>::to_vec);
    assert!(first.as_ref().is_ok_and(|content| content.len() <= CONTENT_LIMIT) || first.is_err());
    let again = workspace.inflate(compressed).map(<[u8]>::to_vec);
    assert_eq!(first, again);
});
