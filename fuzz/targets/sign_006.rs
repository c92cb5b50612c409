//! Any bytes as the packed message of a token 006, and any as its fields, as Node.js hands them over.
#![no_main]

use agora_token_core::access_token::{Identity, parse};
use agora_token_core::{ErrorKind, Workspace};
use agora_token_fuzz::{APP_ID, OTHER_CERTIFICATE};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|fields: (&[u8], &[u8], &[u8], &[u8])| {
    let (app_certificate, channel_name, uid, message) = fields;
    let identity = Identity { app_id: APP_ID, app_certificate, channel_name, uid };
    let mut workspace = Workspace::new();
    let token = match identity.seal_in(message, &mut workspace) {
        Ok(token) => String::from_utf8(token.to_vec()).expect("ASCII"),
        Err(error) => {
            assert!(error.kind() == ErrorKind::TooLong && message.len() > 0xffff);
            return;
        }
    };
    match parse(&token) {
        Ok(parsed) => {
            assert_eq!(parsed.message, message);
            assert!(identity.verify(&parsed));
            let other = Identity { app_certificate: OTHER_CERTIFICATE, ..identity };
            assert!(app_certificate == OTHER_CERTIFICATE || !other.verify(&parsed));
        }
        // The message is no message.
        Err(error) => assert_eq!(error.kind(), ErrorKind::Truncated),
    }
    let odd = Identity { app_id: channel_name, ..identity };
    let built = odd.seal_in(message, &mut workspace).expect("it was built before");
    assert!(built[3..].starts_with(channel_name));
});
