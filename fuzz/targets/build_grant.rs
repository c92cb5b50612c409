//! Any grant of the two builders: the token has the services that were granted, or a text is too long.
#![no_main]

use agora_token_core::access_token2::parse;
use agora_token_core::builder::{Grant, Origin, Rtc, RtcExpires};
use agora_token_core::{ErrorKind, Payload, Service, ServiceType};
use agora_token_fuzz::{APP_CERTIFICATE, APP_ID};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Fields<'a> {
    issue_ts: u32,
    salt: u32,
    expire: u32,
    channel_name: &'a [u8],
    account: &'a [u8],
    user_id: &'a [u8],
    /// How often the user id is repeated, up to beyond what a text may hold.
    times: u16,
    publishes: bool,
    expires: [u32; 5],
    kind: u8,
}

fuzz_target!(|fields: Fields<'_>| {
    let Fields { issue_ts, salt, expire, channel_name, account, publishes, .. } = fields;
    let user_id = fields.user_id.repeat(fields.times.into());
    let [join_channel, pub_audio, pub_video, pub_data_stream, rtm_expire] = fields.expires;
    let expires = RtcExpires { join_channel, pub_audio, pub_video, pub_data_stream };
    let rtc = Rtc { channel_name, account, publishes, expires };
    let grant = match fields.kind % 3 {
        0 => Grant::Rtc { rtc, expire },
        1 => Grant::RtcAndRtm { rtc, rtm_user_id: &user_id, rtm_expire, expire },
        _ => Grant::Rtm { user_id: &user_id, expire },
    };
    let origin = Origin { app_id: APP_ID, app_certificate: APP_CERTIFICATE, issue_ts, salt };
    let token = match grant.build(origin) {
        Ok(token) => token,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::TooLong);
            assert!([channel_name, account, &user_id].iter().any(|text| text.len() > 0xffff));
            return;
        }
    };
    let parsed = parse(&token).expect("a token that was built");
    assert_eq!((parsed.issue_ts, parsed.salt, parsed.expire), (issue_ts, salt, expire));
    assert!(parsed.verify(APP_CERTIFICATE));
    for service in &parsed.services {
        check(service, &rtc, &user_id);
    }
    let types: Vec<_> = parsed.services.iter().map(Service::service_type).collect();
    let expected =
        [&[ServiceType::Rtc][..], &[ServiceType::Rtc, ServiceType::Rtm], &[ServiceType::Rtm]];
    assert_eq!(types, expected[usize::from(fields.kind % 3)]);
});

fn check(service: &Service<'_>, rtc: &Rtc<'_>, rtm_user_id: &[u8]) {
    let expiries: Vec<_> = service.privileges.iter().map(|privilege| privilege.expire).collect();
    match &service.payload {
        Payload::Rtc { channel_name, uid } => {
            assert_eq!((&**channel_name, &**uid), (rtc.channel_name, rtc.account));
            let RtcExpires { join_channel, pub_audio, pub_video, pub_data_stream } = rtc.expires;
            let all = [join_channel, pub_audio, pub_video, pub_data_stream];
            assert_eq!(expiries, if rtc.publishes { &all[..] } else { &all[..1] });
        }
        Payload::Rtm { user_id } => {
            assert_eq!(&**user_id, rtm_user_id);
            assert_eq!(expiries.len(), 1);
        }
        other => panic!("{other:?} was not granted"),
    }
}
