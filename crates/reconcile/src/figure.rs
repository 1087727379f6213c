//! Printed figures as the sets of values they may stand for, and how relations between them come out.
//!
//! A count printed in full is a point. Everything else was rounded by someone: `70.67` ten-thousands stands for 706650 to 706750, "some 600"
//! for 600 to 699. A [`Figure`] keeps what was printed; [`Figure::admits`] gives its [`Set`] under one [`Reading`] of how the rounding
//! was done. A relation is tried on what is printed, then with all figures rounded to nearest, cut off, rounded up, and at last each
//! in its own way; the first reading that lets it hold is its grade. Only what fails under all of them is violated.
//!
//! Arithmetic is exact, on a fixed grid of half millionths; there is no allocation and no floating point.
//!
//! ```
//! use gongkai_reconcile::Grade;
//! use gongkai_reconcile::figure::{Approximation, Figure, Status, at_most, balance, before_growth, share, Number, Trend};
//!
//! // A newspaper on a harbour: "Of some 420 ships, 305 were freighters, 71.8 % of the 425 that called, 20 % more than
//! // last year. They landed 1.2 million tonnes, 0.7 at the north quay and 0.6 at the south quay."
//! let ships = Figure::count(420).approximately(Approximation::Over);
//! let (called, freighters) = (Figure::count(425), Figure::count(305));
//! assert_eq!(balance(&[called], &[ships]).status, Status::Within(Grade::Rounded));
//! assert!(at_most(&[freighters], &[ships]).status.holds());
//!
//! let printed = Figure::percent("71.8").unwrap();
//! assert_eq!(share(&freighters, &called, &printed).status, Status::Within(Grade::Rounded));
//!
//! // Last year is not printed, and still known within two ships.
//! let before = before_growth(&called, &Figure::percent("20").unwrap(), Trend::Growth, Number::ONE).unwrap();
//! assert_eq!(before.values.to_string(), "[353, 355]Z");
//!
//! // 0.7 + 0.6 = 1.3, yet all three were rounded.
//! let [landed, north, south] = ["1.2", "0.7", "0.6"].map(|it| Figure::scaled_count(it, 1_000_000).unwrap());
//! assert_eq!(balance(&[north, south], &[landed]).status, Status::Within(Grade::Rounded));
//! ```

mod linear;
mod number;
mod printed;
mod ratio;
mod set;
mod status;

pub use linear::{at_most, balance, bent_share, closure, sum, surely_at_most};
pub use number::{Number, OffTheGrid};
pub use printed::{Approximation, Figure, Reading, UnitClass};
pub use ratio::{Derived, Trend, before_growth, before_multiple, growth, multiple, part_of, share, whole_of};
pub use set::Set;
pub use status::{Assessment, Obstacle, Status};
