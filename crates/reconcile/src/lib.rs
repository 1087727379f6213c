//! Reconciles published figures: do the parts add up, and if a figure is unreadable, what must it have been?
//!
//! The engine knows nothing of any form. A [`System`] holds variables and the [`Comparison`]s between sums of
//! them; an [`Observation`] says what was printed for a variable: a number, a rounded number, a blank, or
//! nothing found. Every relation comes out as an [`Outcome`]: it holds, it holds within rounding, it fails
//! whatever the missing figures are, or it cannot be told. Nothing missing is ever taken for zero, and
//! nothing is ever a pass because it could not be looked at. Arithmetic is exact.
//!
//! Where a figure has several possible readings, [`decode`] keeps those that the relations allow, and decides
//! only when one is left.
//!
//! ```
//! use gongkai_reconcile::{Comparison, Domain, Observation as O, Outcome, System};
//!
//! // A household budget: rent + food + savings = income.
//! let mut budget = System::new();
//! let [rent, food, savings, income] = [(); 4].map(|()| budget.variable(Domain::NonNegative));
//! let sum = budget.relation(&[rent, food, savings], Comparison::Equal, &[income]).unwrap();
//!
//! let adds_up = [O::Exact(900), O::Exact(450), O::Exact(150), O::Exact(1500)];
//! assert_eq!(budget.evaluate(sum, &adds_up), Outcome::Satisfied { vacuous: false });
//!
//! // The savings line was left blank: only 150 would do, and zero would not.
//! let blank = [O::Exact(900), O::Exact(450), O::Blank, O::Exact(1500)];
//! let Outcome::Undetermined(open) = budget.evaluate(sum, &blank) else { panic!() };
//! assert_eq!((&open.missing[..], open.if_zero), (&[savings][..], false));
//! assert_eq!((open.forced[0].variable, open.forced[0].value), (savings, 150));
//!
//! // Rent above income: wrong whatever was saved.
//! let broken = [O::Exact(1900), O::Exact(450), O::Blank, O::Exact(1500)];
//! assert_eq!(budget.evaluate(sum, &broken), Outcome::Violated);
//! ```
//!
//! The rules on disclosure reports live in the module `report`, behind the feature of that name (on by
//! default).

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod batch;
mod decode;
mod evaluate;
pub mod figure;
mod joint;
mod kernel;
pub mod localise;
mod observation;
#[cfg(feature = "report")]
pub mod report;
mod system;

pub use batch::{Batch, MISSING, Verdicts};
pub use decode::{Alternatives, BUDGET, Decision, Verdict, decode};
pub use evaluate::{Forced, Grade, Open, Outcome};
pub use joint::{Conflict, Joint, Narrowed};
pub use kernel::{LARGEST, Residual};
pub use observation::Observation;
pub use system::{Comparison, Domain, System, Term};
