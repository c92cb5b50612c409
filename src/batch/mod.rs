//! Many tokens in one call. JavaScript packs the requests into bytes, since reading objects through
//! the engine costs more than building a token.

mod pool;
mod requests;

use agora_token_core::deflate::Compression;
use napi::bindgen_prelude::{Buffer, Object, Result};
use napi::{Env, Error};
use napi_derive::napi;

use self::requests::{Batch, Malformed};
use crate::token::with_workspace;

/// Builds the tokens of packed requests (the format is that of the addon's `batch::requests`).
#[napi(
    ts_args_type = "requests: Uint8Array, issueTs: number, fixed: boolean",
    ts_return_type = "Buffer"
)]
pub fn build_batch(requests: &[u8], issue_ts: f64, fixed: bool) -> Result<Buffer> {
    let batch = batch(requests, issue_ts, fixed);
    with_workspace(|workspace| {
        batch.build(workspace).map(Buffer::from).map_err(|Malformed| malformed())
    })
}

/// Builds the tokens of packed requests on a thread of the addon's own.
#[napi(
    ts_args_type = "requests: Uint8Array, issueTs: number, fixed: boolean",
    ts_return_type = "Promise<Buffer>"
)]
pub fn build_batch_async<'env>(
    env: &'env Env,
    requests: &[u8],
    issue_ts: f64,
    fixed: bool,
) -> Result<Object<'env>> {
    let batch = batch(requests, issue_ts, fixed);
    let (deferred, promise) = env.create_deferred()?;
    let job: pool::Job = Box::new(move |workspace| match batch.build(workspace) {
        Ok(results) => deferred.resolve(move |_| Ok(Buffer::from(results))),
        Err(Malformed) => deferred.reject(malformed()),
    });
    pool::submit(job).map_err(|_| Error::from_reason("no thread could be started"))?;
    Ok(promise)
}

/// How many threads `buildBatchAsync` has: one a core.
#[napi]
pub fn thread_count() -> u32 {
    u32::try_from(pool::thread_count()).unwrap_or(u32::MAX)
}

fn batch(requests: &[u8], issue_ts: f64, fixed: bool) -> Batch {
    let compression = if fixed { Compression::Fixed } else { Compression::Zlib };
    Batch { requests: requests.to_vec(), issue_ts, compression }
}

fn malformed() -> Error {
    Error::from_reason("malformed batch")
}
