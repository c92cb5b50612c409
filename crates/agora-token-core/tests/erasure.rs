//! No App Certificate stays in memory: everything that the process can write to is searched after
//! tokens were built and verified.

#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::sync::{Barrier, mpsc};
use std::thread;

use agora_token_core::access_token::{Identity, Message, parse};
use agora_token_core::access_token2::{Sealer, verify};
use agora_token_core::{
    AccessToken2, Compression, DynamicKey5, Payload, Service, Workspace, batch, dynamic_key5,
    signaling,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use sha2::block_api::compress256;
use zeroize::{Zeroize, Zeroizing};

const APP_ID: &[u8] = b"970CA35de60c44645bbae8a215061b33";
const ISSUE_TS: u32 = 1_700_000_000;
const SALT: u32 = 77_777;

/// Where every SHA-256 begins.
const INITIAL_STATE: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// A secret kept so that this program is not what the search finds: every bit is inverted.
struct Inverted(Vec<u8>);

impl Inverted {
    fn of(secret: &[u8]) -> Self {
        Self(secret.iter().map(|byte| !byte).collect())
    }

    fn reveal(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.iter().map(|byte| !byte).collect())
    }

    fn is_at(&self, bytes: &[u8]) -> bool {
        bytes.len() >= self.0.len()
            && bytes.iter().zip(&self.0).all(|(byte, inverted)| *byte == !inverted)
    }
}

/// How often each secret is in the memory of this process.
fn count(secrets: &[(String, Inverted)]) -> Vec<usize> {
    let mut begins = [false; 256];
    for (_, secret) in secrets {
        begins[usize::from(!secret.0[0])] = true;
    }
    let maps = fs::read_to_string("/proc/self/maps").expect("Linux lists the memory");
    let mut memory = File::open("/proc/self/mem").expect("Linux shows the memory");
    let mut bytes = Vec::new();
    let mut counts = vec![0; secrets.len()];
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (range, _) = line.split_once(' ').expect("a line begins with a range");
        let (start, end) = range.split_once('-').expect("a range has two ends");
        let [start, end] = [start, end]
            .map(|address| u64::from_str_radix(address, 16).expect("an address is hexadecimal"));
        bytes.zeroize();
        memory.seek(SeekFrom::Start(start)).expect("an address can be sought");
        // A guard page or a device cannot be read, nor hold a secret.
        let _ = (&mut memory).take(end - start).read_to_end(&mut bytes);
        for at in (0..bytes.len()).filter(|at| begins[usize::from(bytes[*at])]) {
            for ((_, secret), count) in secrets.iter().zip(&mut counts) {
                *count += usize::from(secret.is_at(&bytes[at..]));
            }
        }
    }
    counts
}

/// A certificate that stands in no constant of this program.
fn certificate() -> Inverted {
    let digits = (0..32_u32).map(|index| b"0123456789abcdef"[(index * 7 + 3) as usize % 16]);
    Inverted(digits.map(|digit| !digit).collect())
}

/// Secrets with their names.
type Secrets = Vec<(String, Inverted)>;

/// Every way of using a certificate.
const USES: [fn(&[u8]); 8] =
    [build_007, seal_two, seal_batch, verify_007, build_006, verify_006, build_005, signaling];

const TOKEN: AccessToken2<'_> = AccessToken2 {
    app_id: APP_ID,
    app_certificate: b"",
    issue_ts: ISSUE_TS,
    expire: 3600,
    salt: SALT,
    services: &[],
};

fn build_007(app_certificate: &[u8]) {
    let payload = Payload::Rtc { channel_name: b"lobby".into(), uid: b"42".into() };
    let services = [Service { payload, privileges: [].as_slice().into() }];
    let token = AccessToken2 { app_certificate, services: &services, ..TOKEN };
    token.build_in(&mut Workspace::new(), Compression::Zlib).expect("the token builds");
}

/// Two tokens of one second under one key, which a heap keeps as it was left.
fn seal_two(app_certificate: &[u8]) {
    let mut workspace = Workspace::new();
    let mut sealer = Box::new(Sealer::new(app_certificate).expect("a certificate"));
    for salt in [SALT, SALT + 1] {
        sealer
            .seal(&signing_info(salt), Compression::Zlib, &mut workspace)
            .expect("the token builds");
    }
}

fn seal_batch(app_certificate: &[u8]) {
    let mut records = Zeroizing::new(Vec::with_capacity(1024));
    for (certificate, salt) in [(app_certificate, SALT), (&[], SALT + 1)] {
        let info = signing_info(salt);
        let lengths = [certificate.len(), info.len()].map(usize::to_le_bytes);
        for part in [&lengths[0][..2], certificate, &lengths[1][..4], &info] {
            records.extend_from_slice(part);
        }
    }
    let results = batch::seal(&records, Compression::Zlib, &mut Workspace::new());
    assert!(results.expect("the tokens build").len() > 200);
}

/// The head of signing info, which has no secret.
fn signing_info(salt: u32) -> Vec<u8> {
    let [issue_ts, expire, salt] = [ISSUE_TS, 3600, salt].map(u32::to_le_bytes);
    [&[32, 0], APP_ID, &issue_ts, &expire, &salt, &[0, 0]].concat()
}

fn verify_007(app_certificate: &[u8]) {
    assert!(!verify(app_certificate, ISSUE_TS, SALT, b"signing info", &[0; 32]));
}

const MESSAGE: Message<'_> = Message { salt: SALT, ts: ISSUE_TS, privileges: &[] };

fn build_006(app_certificate: &[u8]) {
    identity(app_certificate).build(MESSAGE).expect("the token builds");
}

fn verify_006(app_certificate: &[u8]) {
    let token = Identity { app_certificate: b"another", ..identity(app_certificate) }
        .build(MESSAGE)
        .expect("the token builds");
    let parsed = parse(&token).expect("the token parses");
    assert!(!identity(app_certificate).verify(&parsed));
}

const fn identity(app_certificate: &[u8]) -> Identity<'_> {
    Identity { app_id: APP_ID, app_certificate, channel_name: b"lobby", uid: b"42" }
}

fn build_005(app_certificate: &[u8]) {
    let key = DynamicKey5 {
        app_id: APP_ID,
        app_certificate,
        channel_name: b"lobby",
        unix_ts: ISSUE_TS,
        salt: SALT,
        uid: 42,
        expired_ts: ISSUE_TS,
        service: dynamic_key5::service::MEDIA_CHANNEL,
        extras: &[],
    };
    key.build().expect("the key builds");
}

fn signaling(app_certificate: &[u8]) {
    let text = str::from_utf8(app_certificate).expect("ASCII");
    let _ = signaling::build("an App ID", text, "an account", ISSUE_TS);
}

/// What a HMAC-SHA256 keeps of its key, which is enough to sign with it.
fn state_of(key: &[u8]) -> Inverted {
    let mut block = Zeroizing::new([0x5c_u8; 64]);
    for (pad, byte) in block.iter_mut().zip(key) {
        *pad ^= byte;
    }
    let mut state = Zeroizing::new(INITIAL_STATE);
    compress256(&mut state, &[*block]);
    Inverted::of(&state.iter().flat_map(|word| word.to_ne_bytes()).collect::<Vec<_>>())
}

/// The certificate as text and as bytes, and as a hash pads each to a key.
fn forms_of_the_certificate() -> Secrets {
    let text = certificate().reveal();
    let digits = |pair| str::from_utf8(pair).expect("ASCII");
    let bytes = text.chunks(2).map(|pair| u8::from_str_radix(digits(pair), 16).expect("hex"));
    let bytes = Zeroizing::new(bytes.collect::<Vec<_>>());
    let mut forms = Vec::new();
    for (name, secret) in [("the text", &text), ("the bytes", &bytes)] {
        for (padding, pad) in [("", 0), (", inner pad", 0x36), (", outer pad", 0x5c)] {
            let padded = Zeroizing::new(secret.iter().map(|byte| byte ^ pad).collect::<Vec<_>>());
            forms.push((format!("{name}{padding}"), Inverted::of(&padded)));
        }
    }
    forms
}

/// What the certificate leads to: the keys of the tokens, and the states of hashes under them.
fn derived() -> (Secrets, Secrets) {
    let certificate = certificate().reveal();
    let issue = Zeroizing::new(hmac_sha256(&ISSUE_TS.to_le_bytes(), &certificate));
    let [signing, next] = [SALT, SALT + 1]
        .map(|salt| Zeroizing::new(hmac_sha256(&salt.to_le_bytes(), issue.as_slice())));
    let keys = vec![
        ("the issue key".into(), Inverted::of(issue.as_slice())),
        ("the signing key".into(), Inverted::of(signing.as_slice())),
        ("the next signing key".into(), Inverted::of(next.as_slice())),
    ];
    let states = vec![
        ("the state under the certificate".into(), state_of(&certificate)),
        ("the state under the signing key".into(), state_of(signing.as_slice())),
    ];
    (keys, states)
}

fn hmac_sha256(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// One test, as another that ran beside it would use the certificate meanwhile.
///
/// The threads that have used the certificate stand still, so that no later call overwrites what is
/// left on their stacks. What a debug build leaves of the states of hashes is reported, not asserted:
/// without optimization there is more on the stack than is overwritten.
#[test]
fn no_certificate_is_left() {
    let forms = forms_of_the_certificate();
    let left = names(&forms, &count_after(&USES, &forms));
    assert!(left.is_empty(), "left in memory: {left:?}");

    let (keys, states) = derived();
    let left = names(&keys, &count_after(&USES, &keys));
    assert!(left.is_empty(), "left in memory: {left:?}");
    let counts = count_after(&USES, &states);
    let left = names(&states, &counts);
    println!("left on stacks: {left:?}");
    assert!(cfg!(debug_assertions) || left.is_empty(), "left in memory: {left:?}");

    let seen = names(&forms, &count_after(&[leave_on_the_stack], &forms));
    assert_eq!(seen, ["the text"], "the search sees what a thread has left");
    let seen = names(&keys, &count_after(&[leave_a_key_on_the_heap], &keys));
    assert_eq!(seen, ["the issue key"], "the search sees what a thread has freed");
}

/// Leaves the secret far down on the stack, where ending the thread's work does not overwrite it.
#[inline(never)]
fn leave_on_the_stack(secret: &[u8]) {
    let mut frame = [0_u8; 16 * 1024];
    frame[64..64 + secret.len()].copy_from_slice(secret);
    std::hint::black_box(&frame);
}

/// Frees a key as it is.
fn leave_a_key_on_the_heap(secret: &[u8]) {
    // What frees memory writes to the start of it.
    let mut boxed = Box::new([[0; 32]; 2]);
    boxed[1] = hmac_sha256(&ISSUE_TS.to_le_bytes(), secret);
    std::hint::black_box(&boxed);
}

fn names<'a>(secrets: &'a [(String, Inverted)], counts: &[usize]) -> Vec<&'a str> {
    let found = secrets.iter().zip(counts).filter(|(_, count)| **count > 0);
    found.map(|((name, _), _)| name.as_str()).collect()
}

/// Counts the secrets once each use of the certificate, on a thread of its own, is over.
fn count_after(uses: &[fn(&[u8])], secrets: &[(String, Inverted)]) -> Vec<usize> {
    let end = Barrier::new(uses.len() + 1);
    let (done, is_done) = mpsc::channel();
    thread::scope(|scope| {
        for one in uses {
            let (end, done) = (&end, done.clone());
            scope.spawn(move || {
                one(&certificate().reveal());
                done.send(()).expect("the test waits");
                end.wait();
            });
        }
        for _ in uses {
            is_done.recv().expect("the certificate is used");
        }
        let counts = count(secrets);
        end.wait();
        counts
    })
}
