//! Tokens of Agora's audio, video, messaging and related services: built, parsed and verified.
//!
//! # Example
//!
//! ```
//! use agora_token_core::access_token2::AccessToken2;
//! use agora_token_core::service::{Payload, Privilege, Service, rtc};
//!
//! let privileges = [Privilege { key: rtc::JOIN_CHANNEL, expire: 600 }];
//! let services = [Service {
//!     payload: Payload::Rtc { channel_name: b"lobby".into(), uid: b"42".into() },
//!     privileges: privileges.as_slice().into(),
//! }];
//! let token = AccessToken2 {
//!     app_id: b"970CA35de60c44645bbae8a215061b33",
//!     app_certificate: b"5CFd2fd1755d40ecb72977518be15d3b",
//!     issue_ts: 1_700_000_000,
//!     expire: 3600,
//!     salt: 1,
//!     services: &services,
//! };
//! let built = token.build()?;
//!
//! let parsed = agora_token_core::access_token2::parse(&built)?;
//! assert_eq!(parsed.expire, 3600);
//! assert!(parsed.verify(b"5CFd2fd1755d40ecb72977518be15d3b"));
//! # Ok::<(), agora_token_core::Error>(())
//! ```
//!
//! # Design
//!
//! Everything is a pure function of its arguments: the clock, the salt and the credentials come
//! from the caller. Token007s are byte for byte those of the npm package `agora-token` under
//! Node.js, whose zlib the [`deflate`] module reproduces. A [`Workspace`](workspace::Workspace)
//! keeps the buffers of one token for the next, so that building allocates nothing.
//!
//! Strings are bytes: no format requires UTF-8 of a channel name or a user id.
#![forbid(unsafe_code)]

pub mod access_token;
pub mod access_token2;
mod base64_text;
pub mod builder;
pub mod deflate;
pub mod digest;
pub mod dynamic_key5;

mod error;
mod hex;
pub mod inflate;
pub mod service;
pub mod signaling;
pub mod wire;
pub mod workspace;

pub use error::{Error, ErrorKind};
pub use hex::is_hex_id;
