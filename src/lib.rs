//! The Node.js addon of `agora-token-native`: converts JavaScript values to and from
//! `agora-token-core`, and does nothing else.
//!
//! The public JavaScript classes of the package call these functions with arguments that need no
//! coercion. Each class here has the methods of the public class of its name, with the public
//! arguments followed by `issueTs` (seconds since the epoch) and `salt`; a method returns `''` for
//! credentials that are not 32 hex digits, and `null` where the clock or the salt does not fit the
//! token.

#![cfg_attr(test, allow(dead_code, reason = "napi's macros register nothing in a test"))]

mod addon;
