//! The encoder against the outputs of Node.js's zlib, which `scripts/generate-deflate-vectors.mjs`
//! collected.

#![expect(clippy::cast_possible_truncation, reason = "the recipes' numbers are small")]

use std::io::Read;

use agora_token_core::deflate::{Compression, Encoder, ONE_BLOCK_LIMIT};
use flate2::read::ZlibDecoder;
use proptest::prelude::*;
use serde::Deserialize;
use sha2::{Digest, Sha256};

#[derive(Deserialize)]
struct Vectors {
    literal: Vec<Literal>,
    generated: Vec<Generated>,
}

/// A content and its output, both in hexadecimal.
#[derive(Deserialize)]
struct Literal {
    name: String,
    content: String,
    output: String,
}

/// Contents of the lengths `first`, `first + step` and so on, and the beginnings of the SHA-256
/// digests of their outputs.
#[derive(Deserialize)]
struct Generated {
    recipe: String,
    parameter: u32,
    first: u32,
    step: usize,
    digests: String,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("data/deflate.json")).expect("the vectors are valid")
}

#[test]
fn literal_vectors() {
    let mut encoder = Encoder::new();
    for vector in vectors().literal {
        let content = from_hex(&vector.content);
        let output = compress(&mut encoder, &content, Compression::Zlib);
        assert_eq!(to_hex(&output), vector.output, "{}", vector.name);
        assert_eq!(inflate(&compress(&mut encoder, &content, Compression::Fixed)), content);
    }
}

#[test]
fn generated_vectors() {
    let mut encoder = Encoder::new();
    for vector in vectors().generated {
        let lengths = (vector.first..).step_by(vector.step);
        for (length, digest) in lengths.zip(vector.digests.split(' ')) {
            let content = content(&vector.recipe, length as usize, vector.parameter);
            let output = compress(&mut encoder, &content, Compression::Zlib);
            let name = format!("{} {} of length {length}", vector.recipe, vector.parameter);
            assert_eq!(to_hex(&Sha256::digest(&output)[..4]), digest, "{name}");
            assert_eq!(inflate(&output), content, "{name}");
            let fixed = compress(&mut encoder, &content, Compression::Fixed);
            assert_eq!(inflate(&fixed), content, "{name}, fixed");
        }
    }
}

#[test]
fn large_contents_stay_valid() {
    let mut encoder = Encoder::new();
    for length in [ONE_BLOCK_LIMIT + 1, 20_000, 70_000, 300_000] {
        for recipe in ["alphabet", "runs"] {
            let content = content(recipe, length, 200);
            for compression in [Compression::Zlib, Compression::Fixed] {
                assert_eq!(inflate(&compress(&mut encoder, &content, compression)), content);
            }
        }
    }
}

#[test]
fn output_is_appended() {
    let mut out = b"007".to_vec();
    Encoder::new().compress(b"token", Compression::Fixed, &mut out);
    assert_eq!(&out[..5], b"007\x78\x9c");
    assert_eq!(inflate(&out[3..]), b"token");
}

#[test]
fn debug_shows_no_content() {
    let mut encoder = Encoder::new();
    compress(&mut encoder, b"secret secret", Compression::Zlib);
    assert_eq!(format!("{encoder:?}"), "Encoder { .. }");
}

/// Contents with repeats: pieces of few letters, each of which may be used again.
fn contents() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..60),
        prop::collection::vec(b'a'..b'f', 0..60),
        (any::<u8>(), 0_usize..300).prop_map(|(byte, count)| vec![byte; count]),
    ];
    (prop::collection::vec(piece, 1..8), prop::collection::vec(any::<prop::sample::Index>(), 0..40))
        .prop_map(|(pieces, order)| {
            order.iter().flat_map(|index| index.get(&pieces).clone()).collect()
        })
}

proptest! {
    #[test]
    fn inflates_to_the_content(content in contents()) {
        let mut encoder = Encoder::new();
        for compression in [Compression::Zlib, Compression::Fixed] {
            let output = compress(&mut encoder, &content, compression);
            prop_assert_eq!(&inflate(&output), &content);
        }
    }

    #[test]
    fn depends_on_nothing_but_the_content(contents in prop::collection::vec(contents(), 1..5)) {
        let mut encoder = Encoder::new();
        for content in &contents {
            for compression in [Compression::Zlib, Compression::Fixed] {
                let output = compress(&mut encoder, content, compression);
                prop_assert_eq!(output, compress(&mut Encoder::new(), content, compression));
            }
        }
    }
}

fn compress(encoder: &mut Encoder, content: &[u8], compression: Compression) -> Vec<u8> {
    let mut out = Vec::new();
    encoder.compress(content, compression, &mut out);
    out
}

fn inflate(stream: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    let mut decoder = ZlibDecoder::new(stream);
    decoder.read_to_end(&mut content).expect("the stream is valid");
    assert_eq!(decoder.total_in(), stream.len() as u64, "nothing follows the stream");
    content
}

/// The content that the script makes by the same recipe.
fn content(recipe: &str, length: usize, parameter: u32) -> Vec<u8> {
    let mut random = Random(length as u32 * 31 + parameter);
    let mut content = Vec::new();
    match recipe {
        "alphabet" => {
            content.extend((0..length).map(|_| 40_u8.wrapping_add(random.byte(parameter))));
        }
        "runs" => {
            while content.len() < length {
                let byte = random.byte(256);
                let run = 1 + random.below(parameter) as usize;
                content.extend(std::iter::repeat_n(byte, run));
            }
        }
        "echo" => {
            let distance = parameter as usize;
            for index in 0..length {
                let fresh = random.byte(256);
                let keep = random.below(4) == 0;
                content.push(if keep || index < distance {
                    fresh
                } else {
                    content[index - distance]
                });
            }
        }
        "copies" => {
            while content.len() < length {
                if content.len() > parameter as usize && random.below(4) == 0 {
                    let from = content.len() - 1 - random.below(parameter) as usize;
                    let count = 3 + random.below(16) as usize;
                    (from..from + count).for_each(|index| content.push(content[index]));
                } else {
                    content.push(random.byte(256));
                }
            }
        }
        "skewed" => content.extend((0..length).map(|_| {
            let steps = (0..255_u8).take_while(|_| random.below(100) < parameter).count() as u8;
            steps.wrapping_mul(37)
        })),
        "fibonacci" => {
            let (mut count, mut next) = (1, 1);
            let mut letter = parameter as u8;
            while content.len() + count <= length {
                content.extend(std::iter::repeat_n(letter, count));
                letter = letter.wrapping_add(1);
                (count, next) = (next, count + next);
            }
            for index in (1..content.len()).rev() {
                content.swap(index, random.below(index as u32 + 1) as usize);
            }
        }
        "half" => content.extend((0..length).map(|index| {
            let first = index * 100 < length * parameter as usize;
            if first { random.byte(256) } else { b'a' + random.byte(20) }
        })),
        "channels" => {
            while content.len() < length {
                let name = format!("channel-{}", random.below(parameter));
                content.extend([0, name.len() as u8]);
                content.extend(name.bytes());
            }
        }
        _ => panic!("no such recipe: {recipe}"),
    }
    content.truncate(length);
    content
}

/// The script's random numbers.
struct Random(u32);

impl Random {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % bound
    }

    fn byte(&mut self, bound: u32) -> u8 {
        self.below(bound) as u8
    }
}

fn from_hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> =
        text.chars().map(|digit| digit.to_digit(16).expect("a digit") as u8).collect();
    digits.as_chunks().0.iter().map(|[high, low]| high << 4 | low).collect()
}

fn to_hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}
