//! Has the linker write down where each piece of data lies, for `crates/splitter`.

use std::env::var;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if let Ok(out) = var("OUT_DIR")
        && var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32")
    {
        // The folder of the profile, where the program itself will be.
        let map = Path::new(&out).join("../../../page.map");
        println!("cargo::rustc-link-arg-bins=-Map={}", map.display());
    }
}
