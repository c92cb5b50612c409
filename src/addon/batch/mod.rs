//! Many tokens in one call. JavaScript packs them into bytes, since reading objects through the engine
//! costs more than building a token.

mod pool;
mod records;

use agora_token_core::workspace::Workspace;
use napi::Env;
use napi::bindgen_prelude::{Buffer, BufferSlice, Object, Result};
use napi_derive::napi;

use self::records::Records;
use super::kernel::compression;
use super::workspace::{contain_panic, to_js_error, with_workspace};

/// Builds the tokens of packed records (the format is that of the addon's `batch::records`).
#[napi(catch_unwind)]
pub fn seal_batch(env: Env, records: &[u8], is_fixed: bool) -> Result<BufferSlice<'static>> {
    let records = unpacked(records, is_fixed);
    // Copied to memory of the engine's: the addon's own would only be freed once JavaScript has
    // returned to the event loop, however many batches it builds before.
    with_workspace(|workspace| BufferSlice::copy_from(&env, build(&records, workspace)?))
}

/// The same on a thread of the addon's own, or here if none starts.
#[napi(catch_unwind, ts_return_type = "Promise<Buffer>")]
pub fn seal_batch_async<'env>(
    env: &'env Env,
    records: &[u8],
    is_fixed: bool,
) -> Result<Object<'env>> {
    let records = unpacked(records, is_fixed);
    let (deferred, promise) = env.create_deferred()?;
    let job: pool::Job = Box::new(move |workspace| {
        match contain_panic(workspace, |workspace| build(&records, workspace)) {
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

fn unpacked(records: &[u8], is_fixed: bool) -> Records {
    Records { bytes: records.to_vec(), compression: compression(is_fixed) }
}

fn build(records: &Records, workspace: &mut Workspace) -> Result<Vec<u8>> {
    records.build(workspace).map_err(to_js_error)
}
