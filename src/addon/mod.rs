//! What JavaScript can call, one file a class or a group of functions, and what they share.

mod access_token;
mod batch;
mod dynamic_key5;
mod kernel;
mod numbers;
mod rtc_token_builder;
mod rtm_token_builder;
mod secret;
mod text;
mod token007;
mod workspace;
