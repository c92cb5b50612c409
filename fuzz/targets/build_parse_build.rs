//! Any token parses into what it was built from, builds the same again, and no other is accepted.
#![no_main]

use agora_token_core::access_token2::parse;
use agora_token_core::{CONTENT_LIMIT, Compression, ErrorKind, Workspace};
use agora_token_fuzz::token::Recipe;
use agora_token_fuzz::{APP_CERTIFICATE, OTHER_CERTIFICATE};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|recipe: Recipe| {
    let services = recipe.sorted_services();
    let given: Vec<_> = recipe.services.iter().map(|any| any.0.clone()).collect();
    let token = match recipe.token(&given).build() {
        Ok(token) => token,
        Err(error) => {
            assert!(matches!(error.kind(), ErrorKind::NoService | ErrorKind::TooLong));
            return;
        }
    };
    let parsed = match parse(&token) {
        Ok(parsed) => parsed,
        Err(error) => {
            let content: usize = services.iter().map(|service| format!("{service:?}").len()).sum();
            assert!(error.kind() == ErrorKind::TooLarge && content > CONTENT_LIMIT);
            return;
        }
    };
    assert_eq!(parsed.services, services);
    assert_eq!(parsed.unread_services, 0);
    assert_eq!(
        (parsed.issue_ts, parsed.expire, parsed.salt),
        (recipe.issue_ts, recipe.expire, recipe.salt)
    );
    assert!(parsed.verify(APP_CERTIFICATE));
    assert!(!parsed.verify(OTHER_CERTIFICATE));
    assert_eq!(recipe.token(&parsed.services).build().as_ref(), Ok(&token));

    let mut workspace = Workspace::new();
    let fixed = recipe.token(&given).build_in(&mut workspace, Compression::Fixed);
    let fixed = String::from_utf8_lossy(fixed.expect("it was built before"));
    assert_eq!(parse(&fixed).as_ref(), Ok(&parsed));

    let mut forged = parsed;
    let place = recipe.salt as usize % forged.signing_info.len();
    forged.signing_info[place] ^= 1 << (recipe.expire % 8);
    assert!(!forged.verify(APP_CERTIFICATE));
});
