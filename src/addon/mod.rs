//! What JavaScript can call, one file a class or a group of functions, and what they share.

mod access_token;
mod apaas_token_builder;
mod batch;
mod chat_token_builder;
mod convo_ai_token_builder;
mod dynamic_key5;
mod fpa_token_builder;
mod kernel;
mod moment;
mod rtc_rtm_token;
mod rtc_token_builder;
mod rtm_token_builder;
mod secret;
mod stt_token_builder;
mod text;
mod token007;
mod workspace;
