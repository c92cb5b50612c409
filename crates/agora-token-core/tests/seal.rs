//! Sealing signing info that is packed already: one by one, in a row, and as a batch.

mod vectors;

use std::borrow::Cow;

use agora_token_core::access_token2::{Sealer, parse, seal};
use agora_token_core::{AccessToken2, Compression, ErrorKind, Payload, Service, Workspace, batch};
use vectors::Vectors;

const APP_ID: &[u8] = b"970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &[u8] = b"5CFd2fd1755d40ecb72977518be15d3b";
const OTHER_CERTIFICATE: &[u8] = b"0123456789abcdef0123456789ABCDEF";

/// Packed signing info of a token for RTM.
fn signing_info(issue_ts: u32, salt: u32) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut put = |bytes: &[u8]| packed.extend_from_slice(bytes);
    put(&32_u16.to_le_bytes());
    put(APP_ID);
    for number in [issue_ts, 3600, salt] {
        put(&number.to_le_bytes());
    }
    // One service, RTM, without privileges, for one user.
    for number in [1_u16, 2, 0, 3] {
        put(&number.to_le_bytes());
    }
    put(b"ada");
    packed
}

/// The token of the same, packed by the crate.
fn expected(app_certificate: &[u8], issue_ts: u32, salt: u32) -> String {
    let payload = Payload::Rtm { user_id: b"ada".into() };
    let services = [Service { payload, privileges: Cow::Borrowed(&[]) }];
    AccessToken2 {
        app_id: APP_ID,
        app_certificate,
        issue_ts,
        expire: 3600,
        salt,
        services: &services,
    }
    .build()
    .expect("a token")
}

#[test]
fn sealing_gives_the_token_of_the_original() {
    let vectors = Vectors::read();
    let mut workspace = Workspace::new();
    for vector in &vectors.grants {
        let content = workspace.open(vector.token.as_bytes()).unwrap().to_vec();
        let token =
            seal(vectors.app_certificate(), &content[34..], Compression::Zlib, &mut workspace);
        assert_eq!(token.unwrap(), vector.token.as_bytes(), "{}", vector.name);
    }
}

#[test]
fn fixed_codes_give_another_text_of_the_same_content() {
    let mut workspace = Workspace::new();
    let info = signing_info(1_700_000_000, 1);
    let [zlib, fixed] = [Compression::Zlib, Compression::Fixed].map(|compression| {
        let token = seal(CERTIFICATE, &info, compression, &mut workspace).unwrap();
        content(token)
    });
    assert_eq!(zlib, fixed);
}

fn content(token: &[u8]) -> Vec<u8> {
    Workspace::new().open(token).expect("a token opens").to_vec()
}

/// One second and one certificate, then another second, the first again, and a large salt.
const MOMENTS: [(u32, u32); 7] =
    [(7, 1), (7, 2), (7, 99_999_999), (8, 1), (7, 1), (0, 0), (u32::MAX, u32::MAX)];

#[test]
fn a_sealer_gives_what_single_seals_give_whatever_the_order_of_seconds() {
    let mut workspace = Workspace::new();
    for app_certificate in [CERTIFICATE, OTHER_CERTIFICATE] {
        let mut sealer = Sealer::new(app_certificate).unwrap();
        for (issue_ts, salt) in MOMENTS {
            let info = signing_info(issue_ts, salt);
            let token = sealer.seal(&info, Compression::Zlib, &mut workspace).unwrap();
            let token = String::from_utf8(token.to_vec()).unwrap();
            assert_eq!(token, expected(app_certificate, issue_ts, salt), "{issue_ts} {salt}");
            assert!(parse(&token).unwrap().verify(app_certificate));
            let single = seal(app_certificate, &info, Compression::Zlib, &mut workspace).unwrap();
            assert_eq!(single, token.as_bytes());
        }
    }
}

#[test]
fn a_sealer_goes_on_after_an_error() {
    let mut workspace = Workspace::new();
    let mut sealer = Sealer::new(CERTIFICATE).unwrap();
    let info = signing_info(7, 1);
    for length in 0..info.len() {
        let sealed = sealer.seal(&info[..length], Compression::Zlib, &mut workspace);
        // Services are not looked at.
        if length < 2 + 32 + 3 * 4 {
            assert_eq!(sealed.unwrap_err().kind(), ErrorKind::Truncated, "{length}");
        } else {
            assert!(sealed.is_ok(), "{length}");
        }
    }
    let token = sealer.seal(&info, Compression::Zlib, &mut workspace).unwrap();
    assert_eq!(token, expected(CERTIFICATE, 7, 1).as_bytes());
}

#[test]
fn no_sealer_has_a_certificate_that_is_none() {
    let mut workspace = Workspace::new();
    for none in
        [b"".as_slice(), b"5CFd2fd1755d40ecb72977518be15d3", b"5CFd2fd1755d40ecb72977518be15d3g"]
    {
        let kind = ErrorKind::AppCertificate;
        assert_eq!(Sealer::new(none).map(|_| ()).map_err(|error| error.kind()), Err(kind));
        let sealed = seal(none, &signing_info(7, 1), Compression::Zlib, &mut workspace);
        assert_eq!(sealed.unwrap_err().kind(), kind);
    }
}

/// A packed record.
fn record(app_certificate: &[u8], signing_info: &[u8]) -> Vec<u8> {
    let [certificate_length, info_length] = [app_certificate.len(), signing_info.len()]
        .map(|length| u32::try_from(length).expect("a short text"));
    let certificate_length = &certificate_length.to_le_bytes()[..2];
    [certificate_length, app_certificate, &info_length.to_le_bytes(), signing_info].concat()
}

/// The tokens of packed results.
fn unpacked(mut results: &[u8]) -> Vec<String> {
    let mut tokens = Vec::new();
    while let Some((length, rest)) = results.split_first_chunk() {
        let (token, rest) = rest.split_at(u32::from_le_bytes(*length) as usize);
        tokens.push(String::from_utf8(token.to_vec()).expect("ASCII"));
        results = rest;
    }
    assert!(results.is_empty());
    tokens
}

#[test]
fn a_batch_gives_each_record_its_token() {
    let mut records = Vec::new();
    let mut tokens = Vec::new();
    for (app_certificate, given) in [
        (CERTIFICATE, CERTIFICATE),
        (CERTIFICATE, b""),
        (OTHER_CERTIFICATE, OTHER_CERTIFICATE),
        (OTHER_CERTIFICATE, b""),
        (CERTIFICATE, CERTIFICATE),
    ] {
        for (issue_ts, salt) in MOMENTS {
            records.extend(record(given, &signing_info(issue_ts, salt)));
            tokens.push(expected(app_certificate, issue_ts, salt));
        }
    }
    let mut workspace = Workspace::new();
    let results = batch::seal(&records, Compression::Zlib, &mut workspace).unwrap();
    assert_eq!(unpacked(&results), tokens);
    assert_eq!(batch::seal(&[], Compression::Zlib, &mut workspace), Ok(vec![]));
}

#[test]
fn a_batch_has_no_token_where_there_is_no_certificate() {
    let info = signing_info(7, 1);
    let token = expected(CERTIFICATE, 7, 1);
    let records = [
        record(b"", &info),
        record(b"no certificate", &info),
        record(b"", &info),
        // Not looked at, as there is no token to make of it.
        record(b"", b""),
        record(CERTIFICATE, &info),
        record(b"none", &info),
        record(CERTIFICATE, &info),
    ];
    let results = batch::seal(&records.concat(), Compression::Zlib, &mut Workspace::new()).unwrap();
    assert_eq!(unpacked(&results), ["", "", "", "", &token, "", &token]);
}

#[test]
fn bytes_that_are_no_records_are_refused() {
    let mut workspace = Workspace::new();
    let mut seal = |bytes: &[u8]| {
        batch::seal(bytes, Compression::Zlib, &mut workspace).map_err(|error| error.kind())
    };
    let whole = record(CERTIFICATE, &signing_info(7, 1));
    for length in 1..whole.len() {
        assert_eq!(seal(&whole[..length]), Err(ErrorKind::Truncated), "{length}");
    }
    // A length that no memory has, and signing info that ends in its head.
    assert_eq!(seal(&[0, 0, 255, 255, 255, 255]), Err(ErrorKind::Truncated));
    assert_eq!(seal(&record(CERTIFICATE, &signing_info(7, 1)[..40])), Err(ErrorKind::Truncated));
}
