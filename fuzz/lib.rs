//! What the fuzz targets share: credentials, structured tokens, and Node.js as an oracle.
#![forbid(unsafe_code)]

pub mod node;
pub mod signing_info;
pub mod token;

/// The App ID and the App Certificate of the field's own test suites.
pub const APP_ID: &[u8] = b"970CA35de60c44645bbae8a215061b33";
pub const APP_CERTIFICATE: &[u8] = b"5CFd2fd1755d40ecb72977518be15d3b";

/// A certificate that signed no seed.
pub const OTHER_CERTIFICATE: &[u8] = b"0123456789abcdef0123456789ABCDEF";
