//! The encoder writes the bytes of Node's zlib, which is asked about each content.
#![no_main]

use std::sync::{LazyLock, Mutex};

use agora_token_core::deflate::{Compression, Encoder, ONE_BLOCK_LIMIT};
use agora_token_fuzz::node::Node;
use libfuzzer_sys::fuzz_target;

static NODE: LazyLock<Mutex<Node>> = LazyLock::new(|| Mutex::new(Node::start()));

fuzz_target!(|content: &[u8]| {
    let content = &content[..content.len().min(ONE_BLOCK_LIMIT)];
    let mut output = Vec::new();
    Encoder::new().compress(content, Compression::Zlib, &mut output);
    let expected = NODE.lock().expect("one thread").deflate(content);
    assert_eq!(output, expected);
});
