//! Token007s: what the two builders and any services build, and what parses.

mod vectors;

use std::borrow::Cow;
use std::collections::BTreeMap;

use agora_token_core::access_token2::{encode, parse};
use agora_token_core::builder::{Grant, Origin, Rtc, RtcExpires};
use agora_token_core::{
    AccessToken2, ErrorKind, Payload, Privilege, Service, ServiceType, Workspace, md5_hex,
    privilege, rtm2,
};
use vectors::{GrantVector, Vectors};

const ONE_DAY: u32 = 24 * 60 * 60;

fn token<'a>(vectors: &'a Vectors, expire: u32, services: &'a [Service<'a>]) -> AccessToken2<'a> {
    AccessToken2 {
        app_id: vectors.app_id(),
        app_certificate: vectors.app_certificate(),
        issue_ts: vectors.issue_ts,
        expire,
        salt: vectors.salt,
        services,
    }
}

/// The token of a vector, made by the builder of the vector or of its services.
fn build(vectors: &Vectors, vector: &GrantVector) -> String {
    let number = |at| vector.number(at);
    let text: Vec<_> = (0..vector.args.len()).map(|at| vector.text(at)).collect();
    let rtc = |role: u32, expires| Rtc {
        channel_name: &text[0],
        account: &text[1],
        publishes: role == 1,
        expires,
    };
    let four = |first: usize| RtcExpires {
        join_channel: number(first),
        pub_audio: number(first + 1),
        pub_video: number(first + 2),
        pub_data_stream: number(first + 3),
    };
    let grant = match vector.method.as_str() {
        "RtcTokenBuilder.buildTokenWithUid" | "RtcTokenBuilder.buildTokenWithUserAccount" => {
            Grant::Rtc { rtc: rtc(number(2), RtcExpires::same(number(4))), expire: number(3) }
        }
        "RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege" => {
            Grant::Rtc { rtc: rtc(1, four(3)), expire: number(2) }
        }
        "RtcTokenBuilder.buildTokenWithRtm" => Grant::RtcAndRtm {
            rtc: rtc(number(2), RtcExpires::same(number(4))),
            rtm_user_id: &text[1],
            rtm_expire: number(3),
            expire: number(3),
        },
        "RtcTokenBuilder.buildTokenWithRtm2" => Grant::RtcAndRtm {
            rtc: rtc(number(2), four(4)),
            rtm_user_id: &text[8],
            rtm_expire: number(9),
            expire: number(3),
        },
        "RtmTokenBuilder.buildToken" => Grant::Rtm { user_id: &text[0], expire: number(1) },
        _ => {
            let (expire, services) = services(vector, &text);
            return token(vectors, expire, &services).build().expect("a token");
        }
    };
    grant.build(origin(vectors)).expect("a token")
}

fn origin(vectors: &Vectors) -> Origin<'_> {
    let token = token(vectors, 0, &[]);
    let AccessToken2 { app_id, app_certificate, issue_ts, salt, .. } = token;
    Origin { app_id, app_certificate, issue_ts, salt }
}

/// The lifetime and the services of builders that this crate does not have.
fn services<'a>(vector: &GrantVector, text: &'a [Vec<u8>]) -> (u32, Vec<Service<'a>>) {
    let number = |at| vector.number(at);
    let rtm = |user_id: &'a [u8], expire| {
        granted(Payload::Rtm { user_id: user_id.into() }, &[(privilege::rtm::LOGIN, expire)])
    };
    let chat =
        |user_id: Cow<'a, [u8]>, key, expire| granted(Payload::Chat { user_id }, &[(key, expire)]);
    let apaas = |user_uuid: &'a [u8], key, expire| {
        let payload =
            Payload::Apaas { room_uuid: b"".into(), user_uuid: user_uuid.into(), role: -1 };
        granted(payload, &[(key, expire)])
    };
    match vector.method.as_str() {
        "ConvoAITokenBuilder.buildToken" | "SttTokenBuilder.buildToken" => {
            let is_stt = vector.method.starts_with("Stt");
            let payload = Payload::Rtc { channel_name: (&text[0]).into(), uid: (&text[1]).into() };
            let keys = [
                privilege::rtc::JOIN_CHANNEL,
                privilege::rtc::PUBLISH_AUDIO_STREAM,
                privilege::rtc::PUBLISH_VIDEO_STREAM,
                privilege::rtc::PUBLISH_DATA_STREAM,
            ];
            let rtc = [0, 1, 2, 3].map(|at| (keys[at], number(4 + at)));
            // Behind the others by its number, wherever it stands.
            let beside = if is_stt { Payload::Stt } else { Payload::ConvoAi };
            (
                number(3),
                vec![granted(beside, &[]), granted(payload, &rtc), rtm(&text[8], number(9))],
            )
        }
        "ChatTokenBuilder.buildUserToken" => {
            let user = Cow::Borrowed(text[0].as_slice());
            (number(1), vec![chat(user, privilege::chat::USER, number(1))])
        }
        "ChatTokenBuilder.buildAppToken" => {
            (number(0), vec![chat(b"".into(), privilege::chat::APP, number(0))])
        }
        "FpaTokenBuilder.buildToken" => {
            (ONE_DAY, vec![granted(Payload::Fpa, &[(privilege::fpa::LOGIN, 0)])])
        }
        "ApaasTokenBuilder.buildRoomUserToken" => {
            let role = i16::try_from(vector.args[2].as_i64().expect("a role")).expect("an i16");
            let payload =
                Payload::Apaas { room_uuid: (&text[0]).into(), user_uuid: (&text[1]).into(), role };
            let chat_user = Cow::Owned(md5_hex(&text[1]).into_bytes());
            (
                number(3),
                vec![
                    granted(payload, &[]),
                    rtm(&text[1], number(3)),
                    chat(chat_user, privilege::chat::USER, number(3)),
                ],
            )
        }
        "EducationTokenBuilder.buildUserToken" => {
            (number(1), vec![apaas(&text[0], privilege::apaas::USER, number(1))])
        }
        "ApaasTokenBuilder.buildAppToken" => {
            (number(0), vec![apaas(b"", privilege::apaas::APP, number(0))])
        }
        method => panic!("the vector {} has the unknown method {method}", vector.name),
    }
}

fn granted<'a>(payload: Payload<'a>, privileges: &[(u16, u32)]) -> Service<'a> {
    let privileges =
        privileges.iter().map(|(key, expire)| Privilege { key: *key, expire: *expire });
    Service { payload, privileges: privileges.collect() }
}

#[test]
fn every_builder_of_the_original_has_its_token() {
    let vectors = Vectors::read();
    for vector in &vectors.grants {
        assert_eq!(build(&vectors, vector), vector.token, "{}", vector.name);
    }
    assert_eq!(vectors.grants.len(), 18);
}

#[test]
fn every_token_parses_verifies_and_builds_again() {
    let vectors = Vectors::read();
    let tokens = vectors.grants.iter().map(|vector| &vector.token);
    for built in tokens.chain([&vectors.several_services]) {
        let parsed = parse(built).unwrap();
        assert_eq!(parsed.unread_services, 0);
        assert!(parsed.verify(vectors.app_certificate()));
        assert!(!parsed.verify(b"0123456789abcdef0123456789abcdef"));
        assert!(!parsed.verify(b"no certificate"));
        let again = AccessToken2 {
            app_id: &parsed.app_id,
            issue_ts: parsed.issue_ts,
            salt: parsed.salt,
            ..token(&vectors, parsed.expire, &parsed.services)
        };
        assert_eq!(again.build().unwrap(), *built);
    }
}

#[test]
fn services_are_packed_by_type_and_in_order_within_one() {
    let vectors = Vectors::read();
    let service = |payload| granted(payload, &[(1, 60)]);
    let channel_name: Cow<'_, [u8]> = b"7d72365eb983485397e3e3f9d460bdda".into();
    let permissions = BTreeMap::from([
        (rtm2::STREAM_CHANNELS, BTreeMap::from([(rtm2::WRITE, vec![b"stage".into()])])),
        (
            rtm2::MESSAGE_CHANNELS,
            BTreeMap::from([
                (rtm2::WRITE, vec![]),
                (rtm2::READ, vec![b"news".into(), b"chat-*".into(), "频道".as_bytes().into()]),
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
    assert_eq!(token(&vectors, 600, &services).build().unwrap(), vectors.several_services);
    let types = parse(&vectors.several_services).unwrap().services;
    assert_eq!(
        types.iter().map(Service::service_type).collect::<Vec<_>>(),
        [
            ServiceType::Rtc,
            ServiceType::Rtc,
            ServiceType::Streaming,
            ServiceType::FCdn,
            ServiceType::Rtm2
        ]
    );
}

#[test]
fn a_service_of_unknown_type_ends_the_parse() {
    let vectors = Vectors::read();
    let services = [granted(Payload::ConvoAi, &[]), granted(Payload::Stt, &[(7, 8)])];
    let built = token(&vectors, 600, &services).build().unwrap();
    let mut workspace = Workspace::new();
    let mut content = workspace.open(built.as_bytes()).unwrap().to_vec();
    // The last service: its type, the count of its privileges, and one privilege.
    let place = content.len() - (2 + 2 + 6);
    assert_eq!(content[place..place + 2], u16::from(ServiceType::Stt).to_le_bytes());
    content[place..place + 2].copy_from_slice(&11_u16.to_le_bytes());
    let (signature, signing_info) = content[2..].split_at(32);
    let changed = encode(signature, signing_info, &mut workspace).unwrap();
    let parsed = parse(str::from_utf8(changed).unwrap()).unwrap();
    assert_eq!(parsed.services, services[..1]);
    assert_eq!(parsed.unread_services, 1);
}

#[test]
fn every_constant_is_the_originals() {
    let constants = [
        ("ServiceRtc.kPrivilegeJoinChannel", privilege::rtc::JOIN_CHANNEL),
        ("ServiceRtc.kPrivilegePublishAudioStream", privilege::rtc::PUBLISH_AUDIO_STREAM),
        ("ServiceRtc.kPrivilegePublishVideoStream", privilege::rtc::PUBLISH_VIDEO_STREAM),
        ("ServiceRtc.kPrivilegePublishDataStream", privilege::rtc::PUBLISH_DATA_STREAM),
        ("ServiceRtm.kPrivilegeLogin", privilege::rtm::LOGIN),
        ("ServiceRtm2.kPrivilegeLogin", privilege::rtm::LOGIN),
        ("ServiceStreaming.kPrivilegePublishMixStream", privilege::streaming::PUBLISH_MIX_STREAM),
        ("ServiceStreaming.kPrivilegePublishRawStream", privilege::streaming::PUBLISH_RAW_STREAM),
        ("ServiceFpa.kPrivilegeLogin", privilege::fpa::LOGIN),
        ("ServiceChat.kPrivilegeUser", privilege::chat::USER),
        ("ServiceChat.kPrivilegeApp", privilege::chat::APP),
        ("ServiceFCdn.kPrivilegePublish", privilege::fcdn::PUBLISH),
        ("ServiceFCdn.kPrivilegePlay", privilege::fcdn::PLAY),
        ("ServiceApaas.PRIVILEGE_ROOM_USER", privilege::apaas::ROOM_USER),
        ("ServiceApaas.PRIVILEGE_USER", privilege::apaas::USER),
        ("ServiceApaas.PRIVILEGE_APP", privilege::apaas::APP),
        ("Rtm2Permissions.kMessageChannels", rtm2::MESSAGE_CHANNELS),
        ("Rtm2Permissions.kStreamChannels", rtm2::STREAM_CHANNELS),
        ("Rtm2Permissions.kGroupChannels", rtm2::GROUP_CHANNELS),
        ("Rtm2Permissions.kServerGroups", rtm2::SERVER_GROUPS),
        ("Rtm2Permissions.kUsers", rtm2::USERS),
        ("Rtm2Permissions.kRead", rtm2::READ),
        ("Rtm2Permissions.kWrite", rtm2::WRITE),
        ("kRtcServiceType", ServiceType::Rtc.into()),
        ("kRtmServiceType", ServiceType::Rtm.into()),
        ("kStreamingServiceType", ServiceType::Streaming.into()),
        ("kFpaServiceType", ServiceType::Fpa.into()),
        ("kChatServiceType", ServiceType::Chat.into()),
        ("kFCdnServiceType", ServiceType::FCdn.into()),
        ("kApaasServiceType", ServiceType::Apaas.into()),
        ("kRtm2ServiceType", ServiceType::Rtm2.into()),
        ("kConvoAIServiceType", ServiceType::ConvoAi.into()),
        ("kSttServiceType", ServiceType::Stt.into()),
    ];
    let constants = constants.map(|(name, value)| (name.to_owned(), value));
    assert_eq!(BTreeMap::from(constants), Vectors::read().constants);
}

#[test]
fn bad_credentials_and_missing_services_are_told_apart() {
    let vectors = Vectors::read();
    let services = [granted(Payload::Fpa, &[])];
    let good = token(&vectors, 600, &services);
    let kind = |token: AccessToken2<'_>| token.build().map_err(|error| error.kind());
    assert!(kind(good).is_ok());
    assert_eq!(kind(AccessToken2 { app_id: b"short", ..good }), Err(ErrorKind::AppId));
    let app_certificate = b"5CFd2fd1755d40ecb72977518be15d3g";
    assert_eq!(kind(AccessToken2 { app_certificate, ..good }), Err(ErrorKind::AppCertificate));
    let empty = AccessToken2 { services: &[], ..good };
    assert_eq!(kind(empty), Err(ErrorKind::NoService));
    let long = [granted(Payload::Rtm { user_id: vec![b'a'; 65_536].into() }, &[])];
    assert_eq!(kind(AccessToken2 { services: &long, ..good }), Err(ErrorKind::TooLong));
}

#[test]
fn malformed_tokens_are_told_apart() {
    let token = &Vectors::read().several_services;
    let kind = |token: &str| parse(token).unwrap_err().kind();
    assert_eq!(kind(""), ErrorKind::Version);
    assert_eq!(kind(&token.replacen("007", "006", 1)), ErrorKind::Version);
    assert_eq!(kind(&format!("{token}!")), ErrorKind::Base64);
    assert_eq!(kind("007"), ErrorKind::Compression);
    assert_eq!(kind(&token[..token.len() - 8]), ErrorKind::Compression);
    let mut workspace = Workspace::new();
    let content = workspace.open(token.as_bytes()).unwrap().to_vec();
    for length in 0..content.len() {
        let cut = encode(&[], &content[2..length.max(2)], &mut workspace);
        let cut = String::from_utf8(cut.unwrap().to_vec()).unwrap();
        assert_eq!(kind(&cut), ErrorKind::Truncated, "{length}");
    }
}
