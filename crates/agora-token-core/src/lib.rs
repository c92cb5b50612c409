#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod access_token;
pub mod access_token2;
pub mod batch;
pub mod builder;
pub mod deflate;
pub mod dynamic_key5;
pub mod privilege;
pub mod rtm2;
pub mod signaling;

mod base64_text;
mod digest;
mod error;
mod hex;
mod inflate;
mod sealer;
mod service;
mod service_type;
mod wire;
mod workspace;

pub use access_token2::AccessToken2;
pub use deflate::Compression;
pub use digest::md5_hex;
pub use dynamic_key5::DynamicKey5;
pub use error::{Error, ErrorKind};
pub use inflate::CONTENT_LIMIT;
pub use privilege::Privilege;
pub use service::{Payload, Service};
pub use service_type::ServiceType;
pub use workspace::Workspace;

use hex::is_hex_id;
