//! An addon that reads freed memory when it loads, which AddressSanitizer must notice.

use std::ffi::c_void;
use std::hint::black_box;

#[unsafe(no_mangle)]
pub extern "C" fn napi_register_module_v1(_env: *mut c_void, exports: *mut c_void) -> *mut c_void {
    let freed = black_box(Box::into_raw(Box::new([7_u64; 8])));
    // SAFETY: none for the second block, on purpose.
    drop(unsafe { Box::from_raw(freed) });
    black_box(unsafe { freed.read_volatile() });
    exports
}
