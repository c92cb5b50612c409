//! Tokens of version 006, keys of version 005 and Signaling tokens.

mod vectors;

use agora_token_core::access_token::{self, Identity, Message};
use agora_token_core::{DynamicKey5, ErrorKind, Privilege, Workspace, dynamic_key5, signaling};
use vectors::Vectors;

fn identity(vectors: &Vectors) -> Identity<'_> {
    Identity {
        app_id: vectors.app_id(),
        app_certificate: vectors.app_certificate(),
        channel_name: "频道".as_bytes(),
        uid: b"7",
    }
}

#[test]
fn version_006_builds_and_parses() {
    let vectors = Vectors::read();
    let identity = identity(&vectors);
    let privileges = [
        Privilege { key: access_token::privilege::JOIN_CHANNEL, expire: 1_700_003_600 },
        Privilege { key: access_token::privilege::RTM_LOGIN, expire: u32::MAX },
    ];
    let ts = vectors.issue_ts + 86_400;
    let message = Message { salt: vectors.salt, ts, privileges: &privileges };
    assert_eq!(identity.build(message).unwrap(), vectors.access_token);

    let parsed = access_token::parse(&vectors.access_token).unwrap();
    assert_eq!((parsed.salt, parsed.ts), (vectors.salt, ts));
    assert_eq!(parsed.privileges, privileges);
    assert!(identity.verify(&parsed));
    assert!(!Identity { uid: b"8", ..identity }.verify(&parsed));

    let mut workspace = Workspace::new();
    let sealed = identity.seal_in(&parsed.message, &mut workspace).unwrap();
    assert_eq!(sealed, vectors.access_token.as_bytes());

    let kind = |token: &str| access_token::parse(token).unwrap_err().kind();
    assert_eq!(kind(&vectors.several_services), ErrorKind::Version);
    assert_eq!(kind(&vectors.access_token[..20]), ErrorKind::Truncated);
    assert_eq!(kind(&vectors.access_token[..39]), ErrorKind::Truncated);
    assert_eq!(kind(&format!("{}%", vectors.access_token)), ErrorKind::Base64);
}

#[test]
fn what_version_006_cannot_hold_is_refused() {
    let vectors = Vectors::read();
    let identity = identity(&vectors);
    let message = Message { salt: 1, ts: 2, privileges: &[] };
    let odd = Identity { app_id: b"\xff", ..identity };
    assert_eq!(odd.build(message).unwrap_err().kind(), ErrorKind::AppId);
    let mut workspace = Workspace::new();
    assert!(odd.build_in(message, &mut workspace).unwrap().starts_with(b"006\xff"));

    let longest = vec![0; 65_535];
    assert!(identity.seal_in(&longest, &mut workspace).is_ok());
    let longer = vec![0; 65_536];
    let error = identity.seal_in(&longer, &mut workspace).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLong);
    let many = vec![Privilege { key: 1, expire: 2 }; 11_000];
    let error = identity.build(Message { privileges: &many, ..message }).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLong);
}

#[test]
fn version_005_builds_and_parses() {
    let vectors = Vectors::read();
    let key = DynamicKey5 {
        app_id: vectors.app_id(),
        app_certificate: vectors.app_certificate(),
        channel_name: "频道".as_bytes(),
        unix_ts: 1,
        salt: 2,
        uid: 3,
        expired_ts: 4,
        service: dynamic_key5::service::RECORDING,
        extras: &[],
    };
    assert_eq!(key.build().unwrap(), vectors.dynamic_key5);
    let parsed = dynamic_key5::parse(&vectors.dynamic_key5).unwrap();
    assert_eq!((parsed.service, parsed.unix_ts, parsed.salt, parsed.expired_ts), (2, 1, 2, 4));
    let app_id = u128::from_str_radix(&vectors.app_id, 16).unwrap();
    assert_eq!(parsed.app_id, app_id.to_be_bytes());
    assert_eq!((parsed.signature.len(), parsed.extras.len()), (40, 0));

    let cut_app_id = format!("{}zz00", vectors.app_id);
    let permission = DynamicKey5 {
        app_id: cut_app_id.as_bytes(),
        channel_name: b"c",
        service: dynamic_key5::service::IN_CHANNEL_PERMISSION,
        extras: &[(dynamic_key5::ALLOW_UPLOAD_IN_CHANNEL, "3")],
        ..key
    };
    assert_eq!(permission.build().unwrap(), vectors.in_channel_permission_key);
    let parsed = dynamic_key5::parse(&vectors.in_channel_permission_key).unwrap();
    assert_eq!(parsed.extras, [(dynamic_key5::ALLOW_UPLOAD_IN_CHANNEL, b"3".to_vec())]);

    let kind = |key: &str| dynamic_key5::parse(key).unwrap_err().kind();
    assert_eq!(kind(&vectors.access_token), ErrorKind::Version);
    assert_eq!(kind("005AQ=="), ErrorKind::Truncated);
    assert_eq!(kind("005%"), ErrorKind::Base64);
}

#[test]
fn signaling_builds() {
    let vectors = Vectors::read();
    let expired_ts = vectors.issue_ts + 60;
    let token = signaling::build(&vectors.app_id, &vectors.app_certificate, "ada", expired_ts);
    assert_eq!(token, vectors.signaling);
}
