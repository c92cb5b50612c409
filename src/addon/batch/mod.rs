//! Many tokens in one call. JavaScript packs the requests into bytes, since reading objects through
//! the engine costs more than building a token.

mod pool;
mod requests;

use agora_token_core::access_token2::Workspace;
use agora_token_core::deflate::Compression;
use napi::bindgen_prelude::{Buffer, BufferSlice, Object, Result};
use napi::{Env, Error};
use napi_derive::napi;

use self::requests::{Batch, Malformed};
use crate::addon::workspace::{contain_panic, with_workspace};

/// Builds the tokens of packed requests (the format is that of the addon's `batch::requests`).
#[napi(
    catch_unwind,
    ts_args_type = "requests: Uint8Array, issueTs: number, fixed: boolean",
    ts_return_type = "Buffer"
)]
pub fn build_batch(
    env: Env,
    requests: &[u8],
    issue_ts: f64,
    fixed: bool,
) -> Result<BufferSlice<'static>> {
    let batch = batch(requests, issue_ts, fixed);
    // Copied to memory of the engine's: the addon's own would only be freed once JavaScript has
    // returned to the event loop, however many batches it builds before.
    with_workspace(|workspace| BufferSlice::copy_from(&env, build(&batch, workspace)?))
}

/// Builds the tokens of packed requests on a thread of the addon's own, or here if none starts.
#[napi(
    catch_unwind,
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
    let job: pool::Job = Box::new(move |workspace| {
        match contain_panic(workspace, |workspace| build(&batch, workspace)) {
            Ok(results) => deferred.resolve(move |_| Ok(Buffer::from(results))),
            Err(error) => deferred.reject(error),
        }
    });
    if let Err(job) = pool::submit(job) {
        job(&mut Workspace::new());
    }
    Ok(promise)
}

/// How many threads `buildBatchAsync` has: one a core.
#[napi(catch_unwind)]
pub fn thread_count() -> u32 {
    u32::try_from(pool::thread_count()).unwrap_or(u32::MAX)
}

fn batch(requests: &[u8], issue_ts: f64, fixed: bool) -> Batch {
    let compression = if fixed { Compression::Fixed } else { Compression::Zlib };
    Batch { requests: requests.to_vec(), issue_ts, compression }
}

fn build(batch: &Batch, workspace: &mut Workspace) -> Result<Vec<u8>> {
    batch.build(workspace).map_err(|Malformed| Error::from_reason("malformed batch"))
}
