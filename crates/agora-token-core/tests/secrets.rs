//! Nothing that can be printed shows an App Certificate, in whichever form bytes are printed.

use std::borrow::Cow;
use std::fmt::Debug;

use agora_token_core::access_token::{self, Identity, Message};
use agora_token_core::access_token2::{self, Sealer};
use agora_token_core::builder::{Grant, Origin};
use agora_token_core::deflate::Encoder;
use agora_token_core::{
    AccessToken2, Compression, DynamicKey5, Payload, Service, Workspace, dynamic_key5,
};

const APP_ID: &[u8] = b"970CA35de60c44645bbae8a215061b33";
const APP_CERTIFICATE: &[u8] = b"5CFd2fd1755d40ecb72977518be15d3b";

const IDENTITY: Identity<'_> = Identity {
    app_id: APP_ID,
    app_certificate: APP_CERTIFICATE,
    channel_name: b"lobby",
    uid: b"42",
};

const RTM: Grant<'_> = Grant::Rtm { user_id: b"ada", expire: 600 };

/// Shorter pieces occur by chance.
const TELLING: usize = 8;

/// Whether a text has a piece of the certificate: as text, as numbers, or in hex.
fn shows(printed: &str) -> bool {
    let printed = printed.replace(char::is_whitespace, "").to_lowercase();
    APP_CERTIFICATE.windows(TELLING).any(|piece| {
        let numbers: Vec<_> = piece.iter().map(u8::to_string).collect();
        let hex: Vec<_> = piece.iter().map(|byte| format!("{byte:02x}")).collect();
        let text = String::from_utf8_lossy(piece).to_lowercase();
        [text, numbers.join(","), hex.concat()].iter().any(|form| printed.contains(form))
    })
}

fn printed(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

#[test]
fn the_search_finds_every_form() {
    let text = String::from_utf8_lossy(APP_CERTIFICATE);
    assert!(shows(&printed(&text)));
    assert!(shows(&printed(&APP_CERTIFICATE)));
    assert!(shows(&text.to_uppercase()));
    assert!(shows("35 43 46 64 32 66 64 31"));
    assert!(!shows(&printed(&APP_ID)));
}

#[test]
fn what_holds_a_certificate_prints_the_rest() {
    let services = [Service { payload: Payload::Fpa, privileges: Cow::Borrowed(&[]) }];
    let token = AccessToken2 {
        app_id: APP_ID,
        app_certificate: APP_CERTIFICATE,
        issue_ts: 1_700_000_000,
        expire: 600,
        salt: 7,
        services: &services,
    };
    let key = DynamicKey5 {
        app_id: APP_ID,
        app_certificate: APP_CERTIFICATE,
        channel_name: b"lobby",
        unix_ts: 1,
        salt: 2,
        uid: 3,
        expired_ts: 4,
        service: dynamic_key5::service::RECORDING,
        extras: &[],
    };
    let app_id = String::from_utf8_lossy(APP_ID);
    for text in [printed(&token), printed(&IDENTITY), printed(&key)] {
        assert!(text.contains(&*app_id), "{text}");
        assert!(!shows(&text), "{text}");
    }
}

#[test]
fn what_was_used_with_a_certificate_prints_none() {
    let mut workspace = Workspace::new();
    let origin = Origin { app_id: APP_ID, app_certificate: APP_CERTIFICATE, issue_ts: 1, salt: 2 };
    let token = RTM.build_in(origin, Compression::Zlib, &mut workspace).expect("a token");
    let token = String::from_utf8_lossy(token).into_owned();
    let parsed = access_token2::parse(&token).expect("the token");
    assert!(parsed.verify(APP_CERTIFICATE));

    let message = Message { salt: 1, ts: 2, privileges: &[] };
    let legacy = IDENTITY.build_in(message, &mut workspace).expect("a token");
    let legacy = access_token::parse(&String::from_utf8_lossy(legacy)).expect("the token");
    assert!(IDENTITY.verify(&legacy));

    let mut sealer = Sealer::new(APP_CERTIFICATE).expect("a certificate");
    sealer.seal(&parsed.signing_info, Compression::Zlib, &mut workspace).expect("a token");

    for text in [
        printed(&workspace),
        printed(&Encoder::new()),
        printed(&parsed),
        printed(&legacy),
        printed(&sealer),
    ] {
        assert!(!shows(&text), "{text}");
    }
}

#[test]
fn no_error_shows_a_certificate() {
    let certificates = [&APP_CERTIFICATE[1..], &[APP_CERTIFICATE, b"0"].concat(), b" "];
    for app_certificate in certificates {
        let origin = Origin { app_id: APP_ID, app_certificate, issue_ts: 1, salt: 2 };
        let mut workspace = Workspace::new();
        let errors = [
            RTM.build_in(origin, Compression::Zlib, &mut workspace).expect_err("no certificate"),
            Sealer::new(app_certificate).expect_err("no certificate"),
        ];
        for error in errors {
            assert!(!shows(&format!("{error} {}", printed(&error))), "{error}");
        }
    }
}
