//! From what somebody wants of a chart to the bytes of its files that change, with proof that nothing else does.
//!
//! An [`Intent`] means exact claims; claims become splices; what comes of them is read anew, and must differ from the
//! chart before in exactly those claims. What can't be proven is a [`Refusal`], and nothing is edited.
//!
//! Pure: texts come in and texts go out; `load` writes them.

mod draft;
mod files;
mod fix;
mod home;
mod intent;
mod keys;
mod lower;
mod next;
mod plan;
mod prove;
mod refusal;
mod splice;
mod window;
mod yaml;

pub use fix::{Fixed, GUESSED, Mend, Offer, fix, offers};
pub use intent::Intent;
pub use next::{Rollover, next};
pub use plan::{Patch, Plan, plan};
pub use refusal::Refusal;
pub use yaml::Splice;
