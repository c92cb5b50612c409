//! Any bytes as a zlib stream: what comes out, and the memory it takes, stay within the limit.
#![no_main]

use agora_token_core::inflate::{CONTENT_LIMIT, Inflater};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|compressed: &[u8]| {
    let mut inflater = Inflater::new();
    let mut content = Vec::new();
    let first = inflater.inflate(compressed, &mut content);
    assert!(first.is_err() || content.len() <= CONTENT_LIMIT);
    assert!(content.capacity() <= 4 * CONTENT_LIMIT);

    let before = first.is_ok().then(|| content.clone());
    let again = inflater.inflate(compressed, &mut content);
    assert_eq!(first, again);
    assert!(before.is_none_or(|before| before == content));
});
