//! The kernel: signing, compressing and hashing bytes that JavaScript has packed.

use agora_token_core::access_token2;
use agora_token_core::deflate::Compression;
use agora_token_core::is_hex_id;
use agora_token_core::signaling::md5_hex;
use napi::Env;
use napi::bindgen_prelude::{BufferSlice, Result};
use napi_derive::napi;

use crate::addon::secret::Secret;
use crate::addon::text::JsText;
use crate::addon::text::{Scratch, Text};
use crate::addon::token007::to_js_error;
use crate::addon::workspace::with_workspace;

/// Room for nearly every token.
const TOKEN_LENGTH: usize = 1024;

/// Signs packed signing info and encodes the Token007.
#[napi(
    catch_unwind,
    ts_args_type = "appCertificate: string, issueTs: number, salt: number, signingInfo: Uint8Array, isFixed: boolean",
    ts_return_type = "string"
)]
pub fn seal(
    env: Env,
    app_certificate: Text,
    issue_ts: u32,
    salt: u32,
    signing_info: &[u8],
    is_fixed: bool,
) -> Result<JsText> {
    let compression = if is_fixed { Compression::Fixed } else { Compression::Zlib };
    let app_certificate = Secret::read(app_certificate)?;
    with_workspace(|workspace| {
        let token = access_token2::seal(
            app_certificate.as_bytes(),
            issue_ts,
            salt,
            signing_info,
            compression,
            workspace,
        );
        JsText::from_ascii(env, token)
    })
}

/// Encodes the Token007 of a signature and its signing info.
#[napi(
    catch_unwind,
    ts_args_type = "signature: Uint8Array, signingInfo: Uint8Array",
    ts_return_type = "string"
)]
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
#[napi(catch_unwind, ts_args_type = "token: string, scratch: Uint8Array")]
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
#[napi(catch_unwind, ts_args_type = "compressed: Uint8Array", ts_return_type = "Buffer | null")]
pub fn inflate(env: Env, compressed: &[u8]) -> Result<Option<BufferSlice<'static>>> {
    with_workspace(|workspace| match workspace.inflate(compressed) {
        Ok(content) => BufferSlice::copy_from(&env, content).map(Some),
        Err(_) => Ok(None),
    })
}

/// Compresses a content to the zlib stream that Node writes.
#[napi(catch_unwind, ts_args_type = "content: Uint8Array", ts_return_type = "Buffer")]
pub fn deflate(env: Env, content: &[u8]) -> Result<BufferSlice<'static>> {
    with_workspace(|workspace| BufferSlice::copy_from(&env, workspace.deflate(content)))
}

/// Whether the App Certificate is 32 hex digits, and the signature at the front of `content` that of
/// the signing info behind it, up to `length`; compares in constant time.
#[napi(
    catch_unwind,
    ts_args_type = "appCertificate: string, issueTs: number, salt: number, content: Uint8Array, signatureLength: number, length: number"
)]
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
    Ok(is_hex_id(app_certificate.as_bytes())
        && access_token2::verify(
            app_certificate.as_bytes(),
            issue_ts,
            salt,
            signing_info,
            signature,
        ))
}

/// MD5 of the bytes as 32 lower-case hex digits.
#[napi(catch_unwind, ts_args_type = "bytes: Uint8Array", ts_return_type = "string")]
pub fn md5(env: Env, bytes: &[u8]) -> Result<JsText> {
    JsText::from_ascii(env, md5_hex(bytes).as_bytes())
}
