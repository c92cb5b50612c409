//! Tokens with any services, drawn from a fuzzer's bytes.

use std::borrow::Cow;

use agora_token_core::{AccessToken2, Payload, Privilege, Service, rtm2};
use arbitrary::{Arbitrary, Unstructured};

use crate::{APP_CERTIFICATE, APP_ID};

/// What a token is built from.
#[derive(Arbitrary, Debug)]
pub struct Recipe {
    pub issue_ts: u32,
    pub expire: u32,
    pub salt: u32,
    pub services: Vec<AnyService>,
}

impl Recipe {
    /// The token around these services, which are the recipe's.
    #[must_use]
    pub const fn token<'a>(&self, services: &'a [Service<'a>]) -> AccessToken2<'a> {
        AccessToken2 {
            app_id: APP_ID,
            app_certificate: APP_CERTIFICATE,
            issue_ts: self.issue_ts,
            expire: self.expire,
            salt: self.salt,
            services,
        }
    }

    /// The services in the order in which a token holds them.
    #[must_use]
    pub fn sorted_services(&self) -> Vec<Service<'static>> {
        let mut services: Vec<_> = self.services.iter().map(|any| any.0.clone()).collect();
        services.sort_by_key(Service::service_type);
        services
    }
}

/// A service of any kind with any privileges.
#[derive(Debug)]
pub struct AnyService(pub Service<'static>);

impl<'a> Arbitrary<'a> for AnyService {
    fn arbitrary(source: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let payload = payload(source)?;
        let privileges: Vec<(u16, u32)> = source.arbitrary()?;
        let privileges: Vec<_> =
            privileges.into_iter().map(|(key, expire)| Privilege { key, expire }).collect();
        Ok(Self(Service { payload, privileges: privileges.into() }))
    }
}

fn payload(source: &mut Unstructured<'_>) -> arbitrary::Result<Payload<'static>> {
    Ok(match source.int_in_range(0..=9)? {
        0 => Payload::Rtc { channel_name: text(source)?, uid: text(source)? },
        1 => Payload::Rtm { user_id: text(source)? },
        2 => Payload::Streaming { channel_name: text(source)?, account: text(source)? },
        3 => Payload::Fpa,
        4 => Payload::Chat { user_id: text(source)? },
        5 => Payload::FCdn { channel_name: text(source)?, account: text(source)? },
        6 => Payload::Apaas {
            room_uuid: text(source)?,
            user_uuid: text(source)?,
            role: source.arbitrary()?,
        },
        7 => Payload::Rtm2 { user_id: text(source)?, permissions: permissions(source)? },
        8 => Payload::ConvoAi,
        _ => Payload::Stt,
    })
}

/// Bytes; now and then repeated up to beyond what a string may hold.
fn text(source: &mut Unstructured<'_>) -> arbitrary::Result<Cow<'static, [u8]>> {
    let bytes: Vec<u8> = source.arbitrary()?;
    let times = if source.ratio(1, 16)? { source.int_in_range(1..=2000)? } else { 1 };
    Ok(bytes.repeat(times).into())
}

fn permissions(source: &mut Unstructured<'_>) -> arbitrary::Result<rtm2::Permissions<'static>> {
    let entries: Vec<(u16, u16, Vec<Vec<u8>>)> = source.arbitrary()?;
    let mut permissions = rtm2::Permissions::new();
    for (resource, permission, names) in entries {
        let names = names.into_iter().map(Cow::Owned).collect();
        permissions.entry(resource).or_default().insert(permission, names);
    }
    Ok(permissions)
}
