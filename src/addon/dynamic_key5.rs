//! Keys of version 005.

#![expect(
    clippy::too_many_arguments,
    reason = "the method has the arguments of the public function"
)]

use agora_token_core::dynamic_key5;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use super::secret::Secret;
use super::text::{JsText, SCRATCH_LENGTH, Scratch, Text};
use super::workspace::to_js_error;

/// Builds keys of version 005.
#[napi]
pub struct DynamicKey5;

#[napi]
impl DynamicKey5 {
    /// A key without extras.
    #[napi(catch_unwind)]
    pub fn generate(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        channel_name: Text,
        unix_ts: u32,
        salt: u32,
        uid: u32,
        expired_ts: u32,
        service: u16,
    ) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let app_id = scratch.read(app_id)?;
        let channel_name = scratch.read(channel_name)?;
        let app_certificate = Secret::read(app_certificate)?;
        let key = dynamic_key5::DynamicKey5 {
            app_id: &app_id,
            app_certificate: app_certificate.as_bytes(),
            channel_name: &channel_name,
            unix_ts,
            salt,
            uid,
            expired_ts,
            service,
            extras: &[],
        };
        JsText::from_ascii(env, key.build().map_err(to_js_error)?.as_bytes())
    }
}
