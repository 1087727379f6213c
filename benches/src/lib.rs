//! The hot path cut into stages, and inputs to run it on.
//!
//! Criterion (`cargo bench`) and the instruction counts (`cargo xtask counts`) measure the same [`Stage`]s on the
//! same inputs, so that a change seen by the one can be looked up in the other.
//!
//! ```
//! use gongkai_benches::{Size, Stage, Subject, report};
//!
//! let subject = Subject::new(report(Size::Small));
//! assert_eq!(subject.run(Stage::Audit), subject.run(Stage::Audit));
//! assert!(report(Size::Large).len() > 1_000_000);
//! ```

mod carriers;
mod inputs;
pub mod localising;
mod stage;
mod subject;

pub use carriers::{File, files, page};
pub use inputs::{Size, report};
pub use stage::Stage;
pub use subject::{BATCH, Subject};
