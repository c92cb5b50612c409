//! A panic on purpose, to test that none gets past the caller. Only with the feature `panic-test`.

/// What makes the core panic when it is told to hash, sign or inflate it.
#[cfg(feature = "panic-test")]
const MARK: &[u8] = b"panic on purpose";

/// Panics if `bytes` hold the mark.
#[cfg(feature = "panic-test")]
pub fn panic_if_marked(bytes: &[u8]) {
    assert!(!bytes.windows(MARK.len()).any(|window| window == MARK), "a panic on purpose");
}

/// Does nothing.
#[cfg(not(feature = "panic-test"))]
pub const fn panic_if_marked(_: &[u8]) {}
