//! What the builders of RTC and RTM tokens with an expiry for each privilege share.

use agora_token_core::builder::{Beside, Grant, Rtc, RtcExpires};
use napi::Env;
use napi::bindgen_prelude::Result;

use crate::addon::text::JsText;
use crate::addon::text::{SCRATCH_LENGTH, Scratch, Text, Uid};
use crate::addon::token007;
use crate::addon::token007::Origin;

/// The arguments of those builders, as they come from JavaScript.
pub struct RtcRtmToken {
    pub channel_name: Text,
    pub rtc_account: Uid,
    pub publishes: bool,
    pub expires: RtcExpires,
    pub rtm_user_id: Text,
    pub rtm_expire: u32,
    pub expire: u32,
}

impl RtcRtmToken {
    pub fn build(&self, env: Env, origin: Origin, beside: Option<Beside>) -> Result<JsText> {
        let mut buffer = [0; SCRATCH_LENGTH];
        let mut scratch = Scratch::new(&mut buffer);
        let channel_name = scratch.read(self.channel_name)?;
        let account = scratch.read_uid(self.rtc_account)?;
        let rtm_user_id = scratch.read(self.rtm_user_id)?;
        let grant = Grant::RtcAndRtm {
            rtc: Rtc {
                channel_name: &channel_name,
                account: &account,
                publishes: self.publishes,
                expires: self.expires,
            },
            rtm_user_id: &rtm_user_id,
            rtm_expire: self.rtm_expire,
            beside,
            expire: self.expire,
        };
        token007::build(env, origin, &grant)
    }
}
