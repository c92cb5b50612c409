//! Token007s for FPA.

use agora_token_core::builder::Grant;
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::addon::text::JsText;
use crate::addon::text::Text;
use crate::addon::token007;
use crate::addon::token007::Origin;

/// Builds Token007s for FPA.
#[napi]
pub struct FpaTokenBuilder;

#[napi]
impl FpaTokenBuilder {
    /// Logging in, for 24 hours.
    #[napi(
        catch_unwind,
        ts_args_type = "appId: string, appCertificate: string, issueTs: number, salt: number",
        ts_return_type = "string | null"
    )]
    pub fn build_token(
        env: Env,
        app_id: Text,
        app_certificate: Text,
        issue_ts: f64,
        salt: f64,
    ) -> Result<JsText> {
        let grant = Grant::Fpa;
        token007::build(env, Origin { app_id, app_certificate, issue_ts, salt }, &grant)
    }
}
