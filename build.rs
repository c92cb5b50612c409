//! Links the addon the way Node.js expects of the platform.

fn main() {
    napi_build::setup();
}
