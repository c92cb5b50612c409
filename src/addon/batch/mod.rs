//! Many tokens in one call. JavaScript packs them into bytes, since reading objects through the engine
//! costs more than building a token.

mod pool;

use agora_token_core::batch;
use agora_token_core::{Compression, Workspace};
use napi::Env;
use napi::bindgen_prelude::{Buffer, BufferSlice, Object, Result};
use napi_derive::napi;
use zeroize::Zeroizing;

use super::kernel::compression;
use super::workspace::{contain_panic, to_js_error, with_workspace};

/// Builds the tokens of packed records (the format is that of the core's `batch`).
#[napi(catch_unwind)]
pub fn seal_batch(env: Env, records: &[u8], is_fixed: bool) -> Result<BufferSlice<'static>> {
    // Copied to memory of the engine's: the addon's own would only be freed once JavaScript has
    // returned to the event loop, however many batches it builds before.
    with_workspace(|workspace| {
        BufferSlice::copy_from(&env, seal(records, compression(is_fixed), workspace)?)
    })
}

/// The same on a thread of the addon's own, or here if none starts.
#[napi(catch_unwind, ts_return_type = "Promise<Buffer>")]
pub fn seal_batch_async<'env>(
    env: &'env Env,
    records: &[u8],
    is_fixed: bool,
) -> Result<Object<'env>> {
    // Erased when dropped, as it holds certificates.
    let records = Zeroizing::new(records.to_vec());
    let (deferred, promise) = env.create_deferred()?;
    let job: pool::Job = Box::new(move |workspace| {
        let results =
            contain_panic(workspace, |workspace| seal(&records, compression(is_fixed), workspace));
        match results {
            Ok(results) => deferred.resolve(move |_| Ok(Buffer::from(results))),
            Err(error) => deferred.reject(error),
        }
    });
    if let Err(job) = pool::submit(job) {
        job(&mut Workspace::new());
    }
    Ok(promise)
}

/// How many threads `sealBatchAsync` has: one a core.
#[napi(catch_unwind)]
pub fn thread_count() -> u32 {
    u32::try_from(pool::thread_count()).unwrap_or(u32::MAX)
}

fn seal(records: &[u8], compression: Compression, workspace: &mut Workspace) -> Result<Vec<u8>> {
    batch::seal(records, compression, workspace).map_err(to_js_error)
}
