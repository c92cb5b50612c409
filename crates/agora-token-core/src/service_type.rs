use crate::{Error, ErrorKind};

/// A service of Agora's, known in a token by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
#[non_exhaustive]
pub enum ServiceType {
    /// Audio and video in a channel.
    Rtc = 1,
    /// Version 1 of Signaling.
    Rtm = 2,
    /// Streaming (RTMP in and out).
    Streaming = 3,
    /// Full-path acceleration.
    Fpa = 4,
    /// Chat.
    Chat = 5,
    /// Fusion CDN.
    FCdn = 6,
    /// aPaaS (Flexible Classroom).
    Apaas = 7,
    /// Version 2 of Signaling.
    Rtm2 = 8,
    /// Conversational AI.
    ConvoAi = 9,
    /// Speech to text.
    Stt = 10,
}

impl ServiceType {
    const ALL: [Self; 10] = [
        Self::Rtc,
        Self::Rtm,
        Self::Streaming,
        Self::Fpa,
        Self::Chat,
        Self::FCdn,
        Self::Apaas,
        Self::Rtm2,
        Self::ConvoAi,
        Self::Stt,
    ];
}

impl From<ServiceType> for u16 {
    fn from(service_type: ServiceType) -> Self {
        service_type as Self
    }
}

impl TryFrom<u16> for ServiceType {
    type Error = Error;

    /// Fails with [`ErrorKind::ServiceType`] for a number that is no service's.
    fn try_from(number: u16) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|service_type| u16::from(*service_type) == number)
            .ok_or(Error::new(ErrorKind::ServiceType))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_leads_to_its_service_and_no_other_number_does() {
        for (index, service_type) in ServiceType::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(u16::from(service_type)), index + 1);
            assert_eq!(ServiceType::try_from(u16::from(service_type)), Ok(service_type));
        }
        for number in (0..=u16::MAX).filter(|number| !(1..=10).contains(number)) {
            let kind = ServiceType::try_from(number).map_err(|error| error.kind());
            assert_eq!(kind, Err(ErrorKind::ServiceType), "{number}");
        }
    }
}
