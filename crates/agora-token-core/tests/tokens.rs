//! Tokens as the npm package `agora-token` builds them; `scripts/generate-token-vectors.mjs` wrote
//! the vectors by running it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use agora_token_core::access_token::{self, Identity, Message};
use agora_token_core::access_token2::{AccessToken2, parse};
use agora_token_core::workspace::Workspace;
use agora_token_core::builder::{Beside, Grant, Origin, Rtc, RtcExpires};
use agora_token_core::deflate::Compression;
use agora_token_core::dynamic_key5::{self, DynamicKey5};
use agora_token_core::service::{Payload, Privilege, Service};
use agora_token_core::{ErrorKind, signaling};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Vectors {
    app_id: String,
    app_certificate: String,
    issue_ts: u32,
    salt: u32,
    grants: Vec<GrantVector>,
    several_services: String,
    access_token: String,
    dynamic_key5: String,
    in_channel_permission_key: String,
    signaling: String,
}

#[derive(Deserialize)]
struct GrantVector {
    name: String,
    method: String,
    args: Vec<Value>,
    token: String,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("data/tokens.json")).expect("the vectors are JSON")
}

impl Vectors {
    fn origin(&self) -> Origin<'_> {
        Origin {
            app_id: self.app_id.as_bytes(),
            app_certificate: self.app_certificate.as_bytes(),
            issue_ts: self.issue_ts,
            salt: self.salt,
        }
    }
}

/// Arguments behind the credentials, as the builders take them.
struct Arguments(Vec<Text>, Vec<u32>);

type Text = Vec<u8>;

impl GrantVector {
    /// The arguments as text (a uid of 0 is empty) and as numbers.
    fn arguments(&self) -> Arguments {
        let text = |value: &Value| match value {
            Value::String(text) => text.clone().into_bytes(),
            Value::Number(number) if number.as_u64() == Some(0) => Vec::new(),
            other => other.to_string().into_bytes(),
        };
        let number = |value: &Value| {
            value.as_u64().map_or(0, |number| u32::try_from(number).expect("numbers are u32"))
        };
        Arguments(self.args.iter().map(text).collect(), self.args.iter().map(number).collect())
    }
}

fn grant<'a>(vector: &GrantVector, Arguments(text, number): &'a Arguments) -> Grant<'a> {
    let rtc = |role: u32, expires| Rtc {
        channel_name: &text[0],
        account: &text[1],
        publishes: role == 1,
        expires,
    };
    let four = |first: usize| RtcExpires {
        join_channel: number[first],
        pub_audio: number[first + 1],
        pub_video: number[first + 2],
        pub_data_stream: number[first + 3],
    };
    let rtc_and_rtm = |beside| Grant::RtcAndRtm {
        rtc: rtc(number[2], four(4)),
        rtm_user_id: &text[8],
        rtm_expire: number[9],
        beside,
        expire: number[3],
    };
    match vector.method.as_str() {
        "RtcTokenBuilder.buildTokenWithUid" | "RtcTokenBuilder.buildTokenWithUserAccount" => {
            Grant::Rtc { rtc: rtc(number[2], RtcExpires::same(number[4])), expire: number[3] }
        }
        "RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege" => {
            Grant::Rtc { rtc: rtc(1, four(3)), expire: number[2] }
        }
        "RtcTokenBuilder.buildTokenWithRtm" => Grant::RtcAndRtm {
            rtc: rtc(number[2], RtcExpires::same(number[4])),
            rtm_user_id: &text[1],
            rtm_expire: number[3],
            beside: None,
            expire: number[3],
        },
        "RtcTokenBuilder.buildTokenWithRtm2" => rtc_and_rtm(None),
        "ConvoAITokenBuilder.buildToken" => rtc_and_rtm(Some(Beside::ConvoAi)),
        "SttTokenBuilder.buildToken" => rtc_and_rtm(Some(Beside::Stt)),
        "RtmTokenBuilder.buildToken" => Grant::Rtm { user_id: &text[0], expire: number[1] },
        "ChatTokenBuilder.buildUserToken" => {
            Grant::ChatUser { user_id: &text[0], expire: number[1] }
        }
        "ChatTokenBuilder.buildAppToken" => Grant::ChatApp { expire: number[0] },
        "FpaTokenBuilder.buildToken" => Grant::Fpa,
        "ApaasTokenBuilder.buildRoomUserToken" => Grant::ApaasRoomUser {
            room_uuid: &text[0],
            user_uuid: &text[1],
            role: i16::try_from(vector.args[2].as_i64().expect("a role")).expect("an i16"),
            expire: number[3],
        },
        "EducationTokenBuilder.buildUserToken" => {
            Grant::ApaasUser { user_uuid: &text[0], expire: number[1] }
        }
        "ApaasTokenBuilder.buildAppToken" => Grant::ApaasApp { expire: number[0] },
        method => panic!("the vector {} has the unknown method {method}", vector.name),
    }
}

#[test]
fn every_grant_builds_the_token_of_the_original() {
    let vectors = vectors();
    let mut workspace = Workspace::new();
    for vector in &vectors.grants {
        let arguments = vector.arguments();
        let grant = grant(vector, &arguments);
        let token = grant.build_in(vectors.origin(), Compression::Zlib, &mut workspace);
        assert_eq!(str::from_utf8(token.unwrap()), Ok(vector.token.as_str()), "{}", vector.name);
    }
    assert_eq!(vectors.grants.len(), 18);
}

#[test]
fn every_token_parses_verifies_and_builds_again() {
    let vectors = vectors();
    let tokens = vectors.grants.iter().map(|vector| &vector.token);
    for token in tokens.chain([&vectors.several_services]) {
        let parsed = parse(token).unwrap();
        assert_eq!(parsed.unread_services, 0);
        assert!(parsed.verify(vectors.app_certificate.as_bytes()));
        assert!(!parsed.verify(b"0123456789abcdef0123456789abcdef"));
        assert!(!parsed.verify(b"no certificate"));
        let again = AccessToken2 {
            app_id: &parsed.app_id,
            app_certificate: vectors.app_certificate.as_bytes(),
            issue_ts: parsed.issue_ts,
            expire: parsed.expire,
            salt: parsed.salt,
            services: &parsed.services,
        };
        assert_eq!(again.build().unwrap(), *token);
    }
}

#[test]
fn services_are_packed_by_type_and_in_order_within_one() {
    let vectors = vectors();
    let privileges = [Privilege { key: 1, expire: 60 }];
    let service = |payload| Service { payload, privileges: privileges.as_slice().into() };
    let channel_name: Cow<'_, [u8]> = b"7d72365eb983485397e3e3f9d460bdda".into();
    let permissions = BTreeMap::from([
        (1, BTreeMap::from([(1, vec![b"stage".into()])])),
        (
            0,
            BTreeMap::from([
                (1, vec![]),
                (0, vec![b"news".into(), b"chat-*".into(), "频道".as_bytes().into()]),
            ]),
        ),
    ]);
    let services = [
        service(Payload::Rtm2 { user_id: b"ada".into(), permissions }),
        service(Payload::Streaming { channel_name: channel_name.clone(), account: b"ada".into() }),
        service(Payload::FCdn { channel_name, account: b"".into() }),
        service(Payload::Rtc { channel_name: b"second".into(), uid: b"2".into() }),
        service(Payload::Rtc { channel_name: b"first".into(), uid: b"1".into() }),
    ];
    let Origin { app_id, app_certificate, issue_ts, salt } = vectors.origin();
    let token =
        AccessToken2 { app_id, app_certificate, issue_ts, expire: 600, salt, services: &services };
    assert_eq!(token.build().unwrap(), vectors.several_services);
}

#[test]
fn bad_credentials_and_missing_services_are_told_apart() {
    let vectors = vectors();
    let origin = vectors.origin();
    let build = |origin| {
        let mut workspace = Workspace::new();
        let built = Grant::Fpa.build_in(origin, Compression::Zlib, &mut workspace);
        built.map(<[u8]>::len).map_err(|error| error.kind())
    };
    assert!(build(origin).is_ok());
    assert_eq!(build(Origin { app_id: b"short", ..origin }), Err(ErrorKind::AppId));
    let not_hex = b"5CFd2fd1755d40ecb72977518be15d3g";
    assert_eq!(
        build(Origin { app_certificate: not_hex, ..origin }),
        Err(ErrorKind::AppCertificate)
    );
    let Origin { app_id, app_certificate, issue_ts, salt } = origin;
    let empty =
        AccessToken2 { app_id, app_certificate, issue_ts, expire: 600, salt, services: &[] };
    assert_eq!(empty.build().unwrap_err().kind(), ErrorKind::NoService);
    assert!(!format!("{empty:?}").contains("5CFd2fd1"));
}

#[test]
fn malformed_tokens_are_told_apart() {
    let token = &vectors().several_services;
    let kind = |token: &str| parse(token).unwrap_err().kind();
    assert_eq!(kind(""), ErrorKind::Version);
    assert_eq!(kind(&token.replacen("007", "006", 1)), ErrorKind::Version);
    assert_eq!(kind(&format!("{token}!")), ErrorKind::Base64);
    assert_eq!(kind("007"), ErrorKind::Compression);
    assert_eq!(kind(&token[..token.len() - 8]), ErrorKind::Compression);
    let mut workspace = Workspace::new();
    let content = workspace.open(token.as_bytes()).unwrap().to_vec();
    for length in 0..content.len() {
        let cut = agora_token_core::access_token2::encode(
            &[],
            &content[2..length.max(2)],
            &mut workspace,
        );
        let cut = String::from_utf8(cut.unwrap().to_vec()).unwrap();
        assert_eq!(kind(&cut), ErrorKind::Truncated, "{length}");
    }
}

#[test]
fn version_006_builds_and_parses() {
    let vectors = vectors();
    let privileges =
        [Privilege { key: 1, expire: 1_700_003_600 }, Privilege { key: 1000, expire: u32::MAX }];
    let identity = Identity {
        app_id: vectors.app_id.as_bytes(),
        app_certificate: vectors.app_certificate.as_bytes(),
        channel_name: "频道".as_bytes(),
        uid: b"7",
    };
    let ts = vectors.issue_ts + 86_400;
    let message = Message { salt: vectors.salt, ts, privileges: &privileges }.pack().unwrap();
    assert_eq!(identity.build(&message).unwrap(), vectors.access_token.as_bytes());

    let parsed = access_token::parse(&vectors.access_token).unwrap();
    assert_eq!((parsed.salt, parsed.ts), (vectors.salt, ts));
    assert_eq!(parsed.privileges, privileges);
    assert!(identity.verify(&parsed));
    assert!(!Identity { uid: b"8", ..identity }.verify(&parsed));
    assert!(!format!("{identity:?}").contains("5CFd2fd1"));

    let kind = |token: &str| access_token::parse(token).unwrap_err().kind();
    assert_eq!(kind(&vectors.several_services), ErrorKind::Version);
    assert_eq!(kind(&vectors.access_token[..20]), ErrorKind::Truncated);
    assert_eq!(kind(&vectors.access_token[..39]), ErrorKind::Truncated);
    assert_eq!(kind(&format!("{}%", vectors.access_token)), ErrorKind::Base64);
}

#[test]
fn version_005_builds_and_parses_and_signaling_builds() {
    let vectors = vectors();
    let key = DynamicKey5 {
        app_id: vectors.app_id.as_bytes(),
        app_certificate: vectors.app_certificate.as_bytes(),
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

    let expired_ts = vectors.issue_ts + 60;
    let token = signaling::build(&vectors.app_id, &vectors.app_certificate, "ada", expired_ts);
    assert_eq!(token, vectors.signaling);
}
