//! `rightseat licenses`: under which licences the program, its typeface and the crates in it come.

use std::io::Read;

use clap::Args;
use flate2::read::ZlibDecoder;

use crate::error::Error;

use super::{CLEAN, Env};

const PROGRAM: &str = include_str!("../../LICENSE-MIT");
const TYPEFACE: &str = include_str!("../../assets/fonts/OFL.txt");
/// THIRD-PARTY.txt, compressed to a seventh of its size.
const CRATES: &[u8] = include_bytes!("../../assets/third-party.zlib");

/// What `licenses` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat licenses | less")]
pub(super) struct Licenses {}

impl Licenses {
    #[expect(clippy::unused_self, reason = "commands are run alike")]
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let mut crates = String::new();
        ZlibDecoder::new(CRATES).read_to_string(&mut crates).expect("a test unpacks the same bytes");
        env.print(&format!(
            "rightseat\n\n{PROGRAM}\nThe embedded typeface, Inter\n\n{TYPEFACE}\nWhat is built in\n\n{crates}"
        ))?;
        Ok(CLEAN)
    }
}
