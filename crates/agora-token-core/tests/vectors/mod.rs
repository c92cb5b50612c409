//! Tokens as the npm package `agora-token` builds them; `scripts/generate-token-vectors.mjs` wrote
//! them by running it.

#![allow(dead_code, reason = "each test program uses a part")]

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
pub struct Vectors {
    pub app_id: String,
    pub app_certificate: String,
    pub issue_ts: u32,
    pub salt: u32,
    pub grants: Vec<GrantVector>,
    pub several_services: String,
    pub constants: BTreeMap<String, u16>,
    pub access_token: String,
    pub dynamic_key5: String,
    pub in_channel_permission_key: String,
    pub signaling: String,
}

/// A builder's method, its arguments behind the credentials, and the token.
#[derive(Deserialize)]
pub struct GrantVector {
    pub name: String,
    pub method: String,
    pub args: Vec<Value>,
    pub token: String,
}

impl Vectors {
    pub fn read() -> Self {
        serde_json::from_str(include_str!("../data/tokens.json")).expect("the vectors are JSON")
    }

    pub const fn app_id(&self) -> &[u8] {
        self.app_id.as_bytes()
    }

    pub const fn app_certificate(&self) -> &[u8] {
        self.app_certificate.as_bytes()
    }
}

impl GrantVector {
    /// An argument as text; a uid of 0 is empty.
    pub fn text(&self, at: usize) -> Vec<u8> {
        match &self.args[at] {
            Value::String(text) => text.clone().into_bytes(),
            Value::Number(number) if number.as_u64() == Some(0) => Vec::new(),
            other => other.to_string().into_bytes(),
        }
    }

    /// An argument as a number.
    pub fn number(&self, at: usize) -> u32 {
        let number = self.args[at].as_u64().expect("a number");
        u32::try_from(number).expect("numbers are u32")
    }
}
