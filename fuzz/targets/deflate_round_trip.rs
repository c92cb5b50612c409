//! Any content survives compression, whatever was compressed before it.
#![no_main]

use std::io::Read;

use agora_token_core::deflate::{Compression, Encoder};
use flate2::read::ZlibDecoder;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &[u8]| {
    let mut used = Encoder::new();
    for compression in [Compression::Zlib, Compression::Fixed] {
        let mut fresh_output = Vec::new();
        Encoder::new().compress(content, compression, &mut fresh_output);
        let mut output = Vec::new();
        used.compress(content, compression, &mut output);
        assert_eq!(output, fresh_output);

        let mut decoder = ZlibDecoder::new(output.as_slice());
        let mut inflated = Vec::new();
        decoder.read_to_end(&mut inflated).expect("the stream is valid");
        assert_eq!(inflated, content);
        assert_eq!(decoder.total_in(), output.len() as u64);
    }
});
