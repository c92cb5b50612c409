//! Token007s for FPA.

use agora_token_core::service::{Payload, Privilege, Service, fpa};
use napi::Env;
use napi::bindgen_prelude::Result;
use napi_derive::napi;

use crate::convert::Text;
use crate::moment::Moment;
use crate::token::{self, JsText};

const ONE_DAY: u32 = 24 * 3600;

/// Builds Token007s for FPA, valid for 24 hours.
#[napi]
pub struct FpaTokenBuilder;

#[napi]
impl FpaTokenBuilder {
    /// Logging in, as long as the token.
    #[napi(
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
        let login = [Privilege { key: fpa::LOGIN, expire: 0 }];
        let services = [Service { payload: Payload::Fpa, privileges: login.as_slice().into() }];
        let moment = Moment::new(issue_ts, salt);
        token::build(env, app_id, app_certificate, moment, ONE_DAY, &services)
    }
}
