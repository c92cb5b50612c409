//! This thread's workspace, and what becomes of a panic while it is used.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use agora_token_core::{Error as CoreError, Workspace};
use napi::bindgen_prelude::Result;
use napi::{Error, Status};

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::new(Workspace::new());
}

/// Runs `work` with this thread's workspace, and contains its panic.
pub fn with_workspace<T>(work: impl FnOnce(&mut Workspace) -> Result<T>) -> Result<T> {
    WORKSPACE.with_borrow_mut(|workspace| contain_panic(workspace, work))
}

/// Runs `work`. A panic becomes a JavaScript error, and the workspace that it may have left
/// half-written is replaced.
pub fn contain_panic<T>(
    workspace: &mut Workspace,
    work: impl FnOnce(&mut Workspace) -> Result<T>,
) -> Result<T> {
    catch_unwind(AssertUnwindSafe(|| work(workspace))).unwrap_or_else(|_| {
        *workspace = Workspace::new();
        Err(Error::new(Status::GenericFailure, "internal error in agora-token-native"))
    })
}

/// An error of the core as one of JavaScript.
pub fn to_js_error(error: CoreError) -> Error {
    Error::new(Status::InvalidArg, error.to_string())
}
