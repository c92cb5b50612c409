//! The packed form of requests and results.
//!
//! A packed request is, little-endian: the salt (f64), a mark whether the credentials are those of
//! the request before (1) or follow as two strings (0), the kind of grant (u8) and its fields in the
//! order of [`Grant`]. A string is a u16 length and UTF-8. A result is a u32 length and that many
//! ASCII characters: none for bad credentials, [`REFUSED`] for a salt that does not fit.

use agora_token_core::access_token2::Workspace;
use agora_token_core::builder::{Beside, Grant, Origin, Rtc, RtcExpires};
use agora_token_core::deflate::Compression;
use agora_token_core::wire::Reader;
use agora_token_core::{Error, ErrorKind};
use zeroize::Zeroize;

use crate::addon::moment::Moment;

/// The length that stands for a clock or a salt that no token can hold.
const REFUSED: u32 = u32::MAX;

/// More than a token of ordinary size with its length.
const TYPICAL_RESULT_LENGTH: usize = 320;

/// Bytes of results for a byte of requests, where most share their credentials.
const EXPANSION: usize = 4;

/// Packed requests that share their second of issue. Erased when dropped, as they hold certificates.
pub struct Batch {
    pub requests: Vec<u8>,
    pub issue_ts: f64,
    pub compression: Compression,
}

impl Batch {
    /// Builds the tokens and returns the packed results.
    pub fn build(&self, workspace: &mut Workspace) -> Result<Vec<u8>, Malformed> {
        let mut results =
            Vec::with_capacity(self.requests.len() * EXPANSION + TYPICAL_RESULT_LENGTH);
        let mut reader = Reader::new(&self.requests);
        let mut credentials = Credentials::default();
        while !reader.rest().is_empty() {
            let salt = f64::from_bits(u64::from(reader.u32()?) | u64::from(reader.u32()?) << 32);
            if reader.u8()? == 0 {
                credentials =
                    Credentials { app_id: reader.bytes()?, app_certificate: reader.bytes()? };
            }
            let grant = read_grant(&mut reader)?;
            let moment = Moment::new(self.issue_ts, salt);
            let Moment { issue_ts, salt } = moment.unwrap_or_default();
            let Credentials { app_id, app_certificate } = credentials;
            let origin = Origin { app_id, app_certificate, issue_ts, salt };
            match grant.build_in(origin, self.compression, workspace) {
                Ok(_) if moment.is_none() => results.extend_from_slice(&REFUSED.to_le_bytes()),
                Ok(token) => push_result(token, &mut results),
                Err(error) if is_about_credentials(error) => push_result(b"", &mut results),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(results)
    }
}

/// The bytes are not packed requests, which only a mistake of the package itself can bring about.
#[derive(Debug)]
pub struct Malformed;

impl From<Error> for Malformed {
    fn from(_: Error) -> Self {
        Self
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        self.requests.zeroize();
    }
}

#[derive(Clone, Copy, Default)]
struct Credentials<'a> {
    app_id: &'a [u8],
    app_certificate: &'a [u8],
}

fn is_about_credentials(error: Error) -> bool {
    matches!(error.kind(), ErrorKind::AppId | ErrorKind::AppCertificate)
}

fn push_result(token: &[u8], results: &mut Vec<u8>) {
    let length = u32::try_from(token.len()).unwrap_or(REFUSED);
    results.extend_from_slice(&length.to_le_bytes());
    results.extend_from_slice(token);
}

fn read_grant<'a>(reader: &mut Reader<'a>) -> Result<Grant<'a>, Malformed> {
    Ok(match reader.u8()? {
        0 => Grant::Rtc { rtc: read_rtc(reader)?, expire: reader.u32()? },
        1 => Grant::RtcAndRtm {
            rtc: read_rtc(reader)?,
            rtm_user_id: reader.bytes()?,
            rtm_expire: reader.u32()?,
            beside: read_beside(reader)?,
            expire: reader.u32()?,
        },
        2 => Grant::Rtm { user_id: reader.bytes()?, expire: reader.u32()? },
        3 => Grant::ChatUser { user_id: reader.bytes()?, expire: reader.u32()? },
        4 => Grant::ChatApp { expire: reader.u32()? },
        5 => Grant::Fpa,
        6 => Grant::ApaasRoomUser {
            room_uuid: reader.bytes()?,
            user_uuid: reader.bytes()?,
            role: reader.i16()?,
            expire: reader.u32()?,
        },
        7 => Grant::ApaasUser { user_uuid: reader.bytes()?, expire: reader.u32()? },
        8 => Grant::ApaasApp { expire: reader.u32()? },
        _ => return Err(Malformed),
    })
}

fn read_rtc<'a>(reader: &mut Reader<'a>) -> Result<Rtc<'a>, Malformed> {
    Ok(Rtc {
        channel_name: reader.bytes()?,
        account: reader.bytes()?,
        publishes: reader.u8()? == 1,
        expires: RtcExpires {
            join_channel: reader.u32()?,
            pub_audio: reader.u32()?,
            pub_video: reader.u32()?,
            pub_data_stream: reader.u32()?,
        },
    })
}

fn read_beside(reader: &mut Reader<'_>) -> Result<Option<Beside>, Malformed> {
    match reader.u8()? {
        0 => Ok(None),
        1 => Ok(Some(Beside::ConvoAi)),
        2 => Ok(Some(Beside::Stt)),
        _ => Err(Malformed),
    }
}
