//! Any bytes as the records of a batch: each has the token that it has alone, or the batch is refused.
#![no_main]

use agora_token_core::access_token2::seal;
use agora_token_core::{Compression, ErrorKind, Workspace, batch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, &[u8])| {
    let (is_fixed, records) = input;
    let compression = if is_fixed { Compression::Fixed } else { Compression::Zlib };
    let results = batch::seal(records, compression, &mut Workspace::new());
    match (results, alone(records, compression)) {
        (Ok(results), Some(expected)) => assert_eq!(results, expected),
        (Err(error), None) => assert_eq!(error.kind(), ErrorKind::Truncated),
        (results, _) => panic!("{results:?}"),
    }
});

/// The results of a batch whose records are sealed one by one; `None` if one is no record.
fn alone(mut records: &[u8], compression: Compression) -> Option<Vec<u8>> {
    let mut results = Vec::new();
    let mut app_certificate: &[u8] = &[];
    while !records.is_empty() {
        let given = take(&mut records, 2)?;
        if !given.is_empty() {
            app_certificate = given;
        }
        let signing_info = take(&mut records, 4)?;
        let mut workspace = Workspace::new();
        let token = match seal(app_certificate, signing_info, compression, &mut workspace) {
            Ok(token) => token,
            Err(error) if error.kind() == ErrorKind::AppCertificate => &[],
            Err(_) => return None,
        };
        results.extend_from_slice(&u32::try_from(token.len()).ok()?.to_le_bytes());
        results.extend_from_slice(token);
    }
    Some(results)
}

/// Takes a length of so many bytes, and what it is the length of.
fn take<'a>(records: &mut &'a [u8], length_bytes: usize) -> Option<&'a [u8]> {
    let (length, rest) = records.split_at_checked(length_bytes)?;
    let length = length.iter().rev().fold(0, |length, byte| length << 8 | usize::from(*byte));
    let (bytes, rest) = rest.split_at_checked(length)?;
    *records = rest;
    Some(bytes)
}
