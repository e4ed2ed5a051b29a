#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rightseat_fuzz::table(bytes));
