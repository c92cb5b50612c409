//! The Node.js addon of `agora-token-native`: converts JavaScript values to and from
//! `agora-token-core`, and does nothing else.
//!
//! The package's JavaScript packs what a token grants and calls the functions of the kernel, one a
//! token. `RtcTokenBuilder` and `RtmTokenBuilder` are for those who use the addon by itself: they take
//! the arguments of the public classes, and `issueTs` (seconds since the epoch) and `salt` behind them.

#![cfg_attr(test, allow(dead_code, reason = "napi's macros register nothing in a test"))]

mod addon;
