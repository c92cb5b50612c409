//! Any fields as tokens 006, Dynamic Keys 005 and Signaling tokens; 006 and 005 parse into them again.
#![no_main]

use agora_token_core::access_token::{Identity, Message, parse};
use agora_token_core::{DynamicKey5, Privilege, dynamic_key5, signaling};
use agora_token_fuzz::{APP_ID, OTHER_CERTIFICATE};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Fields<'a> {
    app_certificate: &'a str,
    channel_name: &'a str,
    uid: &'a str,
    salt: u32,
    ts: u32,
    pairs: Vec<(u16, u32)>,
    service: u16,
}

fuzz_target!(|fields: Fields<'_>| {
    let Fields { app_certificate, channel_name, uid, salt, ts, pairs, service } = fields;
    let privileges: Vec<_> =
        pairs.into_iter().map(|(key, expire)| Privilege { key, expire }).collect();
    let identity = Identity {
        app_id: APP_ID,
        app_certificate: app_certificate.as_bytes(),
        channel_name: channel_name.as_bytes(),
        uid: uid.as_bytes(),
    };
    let message = Message { salt, ts, privileges: &privileges };
    let token = identity.build(message).expect("few privileges");
    let parsed = parse(&token).expect("a token that was built");
    assert_eq!((parsed.salt, parsed.ts), (salt, ts));
    assert_eq!(parsed.privileges, privileges);
    assert!(identity.verify(&parsed));
    assert!(!Identity { app_certificate: OTHER_CERTIFICATE, ..identity }.verify(&parsed));

    let extras = [(service, uid)];
    let key = DynamicKey5 {
        app_id: channel_name.as_bytes(),
        app_certificate: app_certificate.as_bytes(),
        channel_name: uid.as_bytes(),
        unix_ts: ts,
        salt,
        uid: salt,
        expired_ts: ts,
        service,
        extras: &extras,
    };
    if let Ok(text) = key.build() {
        let parsed = dynamic_key5::parse(&text).expect("a key that was built");
        assert_eq!((parsed.service, parsed.salt, parsed.unix_ts), (service, salt, ts));
        assert_eq!(parsed.extras, [(service, uid.as_bytes().to_vec())]);
    }
    let _ = signaling::build(channel_name, app_certificate, uid, ts);
});
