//! The cost of an RTC token by stage, over contents that differ in salt and uid as real ones do.

use std::hint::black_box;
use std::time::Instant;

use agora_token_core::access_token2::{seal, verify};
use agora_token_core::builder::{Grant, Origin, Rtc, RtcExpires};
use agora_token_core::deflate::Encoder;
use agora_token_core::{Compression, Workspace, batch};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use criterion::{Criterion, criterion_group, criterion_main};
use sha2::block_api::compress256;

const APP_ID: &[u8] = b"970CA35de60c44645bbae8a215061b33";
const APP_CERTIFICATE: &[u8] = b"5CFd2fd1755d40ecb72977518be15d3b";
const ISSUE_TS: u32 = 1_700_000_000;

/// So many tokens that no branch predictor knows them by heart.
const TOKENS: u32 = 4096;

/// Two bytes and the signature, in front of the signing info.
const SIGNATURE_FIELD_LENGTH: usize = 34;

struct Token {
    uid: Vec<u8>,
    salt: u32,
    text: Vec<u8>,
    content: Vec<u8>,
    compressed: Vec<u8>,
}

impl Token {
    fn new(number: u32, workspace: &mut Workspace) -> Self {
        let scattered = (number + 1).wrapping_mul(2_654_435_761);
        let uid = scattered.to_string().into_bytes();
        let salt = scattered.rotate_left(16) % 99_999_999 + 1;
        let text = build(&uid, salt, Compression::Zlib, workspace).to_vec();
        let content = workspace.open(&text).expect("a token opens").to_vec();
        let compressed = STANDARD.decode(&text[3..]).expect("a token is base64");
        Self { uid, salt, text, content, compressed }
    }

    fn signing_info(&self) -> &[u8] {
        &self.content[SIGNATURE_FIELD_LENGTH..]
    }

    /// How many blocks SHA-256 compresses to sign: four for each of the two keys that are derived,
    /// and the content with its padding, its key and the outer hash.
    fn sha256_blocks(&self) -> usize {
        4 + 4 + 1 + (self.signing_info().len() + 9).div_ceil(64) + 2
    }
}

fn build<'w>(
    uid: &[u8],
    salt: u32,
    compression: Compression,
    workspace: &'w mut Workspace,
) -> &'w [u8] {
    let rtc = Rtc {
        channel_name: b"7d72365eb983485397e3e3f9d460bdda",
        account: uid,
        publishes: true,
        expires: RtcExpires::same(3600),
    };
    let origin =
        Origin { app_id: APP_ID, app_certificate: APP_CERTIFICATE, issue_ts: ISSUE_TS, salt };
    Grant::Rtc { rtc, expire: 3600 }
        .build_in(origin, compression, workspace)
        .expect("the credentials are good")
}

fn stages(criterion: &mut Criterion) {
    let mut workspace = Workspace::new();
    let tokens: Vec<_> = (0..TOKENS).map(|number| Token::new(number, &mut workspace)).collect();
    let mut turn = 0;
    let mut next = || {
        turn = (turn + 1) % tokens.len();
        &tokens[turn]
    };
    let mut group = criterion.benchmark_group("rtc token");

    group.bench_function("floor", |bencher| {
        bencher.iter(|| {
            let mut state = [0; 8];
            let blocks = [[0; 64]; 16];
            let token = next();
            compress256(black_box(&mut state), &blocks[..token.sha256_blocks()]);
            state
        });
    });
    // Hashes what signing hashes.
    group.bench_function("verify", |bencher| {
        bencher.iter(|| {
            let token = next();
            let signature = &token.content[2..SIGNATURE_FIELD_LENGTH];
            verify(APP_CERTIFICATE, ISSUE_TS, token.salt, token.signing_info(), signature)
        });
    });
    for (name, compression) in [("zlib", Compression::Zlib), ("fixed", Compression::Fixed)] {
        let mut encoder = Encoder::new();
        let mut compressed = Vec::new();
        group.bench_function(format!("compress {name}"), |bencher| {
            bencher.iter(|| {
                compressed.clear();
                encoder.compress(&next().content, compression, &mut compressed);
                compressed.len()
            });
        });
    }
    let mut encoded = vec![0; 1024];
    group.bench_function("encode", |bencher| {
        bencher.iter(|| STANDARD.encode_slice(&next().compressed, &mut encoded));
    });
    for (name, compression) in [("zlib", Compression::Zlib), ("fixed", Compression::Fixed)] {
        group.bench_function(format!("whole {name}"), |bencher| {
            bencher.iter(|| {
                let token = next();
                build(&token.uid, token.salt, compression, &mut workspace).len()
            });
        });
    }
    group.bench_function("seal", |bencher| {
        bencher.iter(|| {
            let info = next().signing_info();
            seal(APP_CERTIFICATE, info, Compression::Zlib, &mut workspace).map(<[u8]>::len)
        });
    });
    group.bench_function("open", |bencher| {
        bencher.iter(|| workspace.open(&next().text).map(<[u8]>::len));
    });
    let records = records(&tokens);
    group.bench_function("batch record", |bencher| {
        bencher.iter_custom(|count| {
            let count = u32::try_from(count).expect("criterion asks for fewer");
            let batches = count.div_ceil(TOKENS);
            let start = Instant::now();
            for _ in 0..batches {
                let results = batch::seal(&records, Compression::Zlib, &mut workspace);
                black_box(results.expect("the records are good"));
            }
            start.elapsed() * count / (batches * TOKENS)
        });
    });
    group.finish();
}

/// The packed records of tokens that share a certificate.
fn records(tokens: &[Token]) -> Vec<u8> {
    let mut records = Vec::new();
    let mut given = APP_CERTIFICATE;
    for token in tokens {
        let info = token.signing_info();
        let lengths = [given.len(), info.len()].map(usize::to_le_bytes);
        for part in [&lengths[0][..2], given, &lengths[1][..4], info] {
            records.extend_from_slice(part);
        }
        given = b"";
    }
    records
}

criterion_group!(benches, stages);
criterion_main!(benches);
