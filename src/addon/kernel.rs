//! The kernel: signing, compressing and hashing bytes that JavaScript has packed.

use agora_token_core::access_token2;
use agora_token_core::{Compression, md5_hex};
use napi::Env;
use napi::bindgen_prelude::{BufferSlice, Result};
use napi_derive::napi;

use super::secret::Secret;
use super::text::{JsText, Scratch, Text};
use super::token007;
use super::workspace::{to_js_error, with_workspace};

/// Room for nearly every token.
const TOKEN_LENGTH: usize = 1024;

/// Signs the signing info at the front of `bytes`, up to `length`, and encodes the Token007; `''`
/// unless the App Certificate is 32 hex digits.
#[napi(catch_unwind)]
pub fn seal(
    env: Env,
    app_certificate: Text,
    bytes: &[u8],
    length: u32,
    is_fixed: bool,
) -> Result<JsText> {
    let app_certificate = Secret::read(app_certificate)?;
    let signing_info = bytes.get(..length as usize).unwrap_or_default();
    with_workspace(|workspace| {
        let token = access_token2::seal(
            app_certificate.as_bytes(),
            signing_info,
            compression(is_fixed),
            workspace,
        );
        token007::to_js(env, token)
    })
}

pub const fn compression(is_fixed: bool) -> Compression {
    if is_fixed { Compression::Fixed } else { Compression::Zlib }
}

/// Encodes the Token007 of a signature and its signing info.
#[napi(catch_unwind)]
pub fn encode(env: Env, signature: &[u8], signing_info: &[u8]) -> Result<JsText> {
    with_workspace(|workspace| {
        let token =
            access_token2::encode(signature, signing_info, workspace).map_err(to_js_error)?;
        JsText::from_ascii(env, token)
    })
}

/// Writes the content of a Token007 to `scratch`; returns its length, of which more than the length
/// of `scratch` means that nothing was written. -1 unless the token's base64 is strictly that of
/// the standard, or if it does not inflate.
#[napi(catch_unwind)]
pub fn open(token: Text, mut scratch: BufferSlice<'_>) -> Result<i32> {
    let mut buffer = [0; TOKEN_LENGTH];
    let token = Scratch::new(&mut buffer).read(token)?;
    with_workspace(|workspace| {
        let Ok(content) = workspace.open(&token) else { return Ok(-1) };
        if let Some(start) = scratch.get_mut(..content.len()) {
            start.copy_from_slice(content);
        }
        Ok(i32::try_from(content.len()).unwrap_or(i32::MAX))
    })
}

/// Inflates a zlib stream; `null` if it is malformed or exceeds 1 MiB.
#[napi(catch_unwind)]
pub fn inflate(env: Env, compressed: &[u8]) -> Result<Option<BufferSlice<'static>>> {
    with_workspace(|workspace| match workspace.inflate(compressed) {
        Ok(content) => BufferSlice::copy_from(&env, content).map(Some),
        Err(_) => Ok(None),
    })
}

/// Whether the App Certificate is 32 hex digits, and the signature at the front of `content` that of
/// the signing info behind it, up to `length`; compares in constant time.
#[napi(catch_unwind)]
pub fn verify(
    app_certificate: Text,
    issue_ts: u32,
    salt: u32,
    content: &[u8],
    signature_length: u32,
    length: u32,
) -> Result<bool> {
    let app_certificate = Secret::read(app_certificate)?;
    let (signature, signing_info) = content
        .get(..length as usize)
        .and_then(|content| content.split_at_checked(signature_length as usize))
        .unwrap_or_default();
    Ok(access_token2::verify(app_certificate.as_bytes(), issue_ts, salt, signing_info, signature))
}

/// MD5 of the bytes as 32 lower-case hex digits.
#[napi(catch_unwind)]
pub fn md5(env: Env, bytes: &[u8]) -> Result<JsText> {
    JsText::from_ascii(env, md5_hex(bytes).as_bytes())
}
