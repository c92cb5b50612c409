use std::fmt;

/// Why a token could not be built or parsed. Never holds a credential or a part of a token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
}

/// What went wrong, for a caller to tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The App ID is not 32 hex digits.
    AppId,
    /// The App Certificate is not 32 hex digits.
    AppCertificate,
    /// The token grants no service.
    NoService,
    /// A string or a list is longer than its 16-bit length can say.
    TooLong,
    /// The token does not begin with the version asked for.
    Version,
    /// The token is not base64 behind its version.
    Base64,
    /// The token does not inflate.
    Compression,
    /// The token inflates to more than [`CONTENT_LIMIT`](crate::CONTENT_LIMIT) bytes.
    TooLarge,
    /// The content ends in the middle of a field.
    Truncated,
    /// The number is that of no service.
    ServiceType,
}

impl Error {
    pub(crate) const fn new(kind: ErrorKind) -> Self {
        Self { kind }
    }

    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.kind {
            ErrorKind::AppId => "the App ID is not 32 hex digits",
            ErrorKind::AppCertificate => "the App Certificate is not 32 hex digits",
            ErrorKind::NoService => "the token grants no service",
            ErrorKind::TooLong => "a string or a list exceeds 65 535 entries",
            ErrorKind::Version => "the token is of another version",
            ErrorKind::Base64 => "the token is not base64 behind its version",
            ErrorKind::Compression => "the token does not inflate",
            ErrorKind::TooLarge => "the token inflates to more than 1 MiB",
            ErrorKind::Truncated => "the token ends in the middle of a field",
            ErrorKind::ServiceType => "the number is that of no service",
        })
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Error({:?})", self.kind)
    }
}

impl std::error::Error for Error {}
