//! The catalogue of the 278 indicators of the three statutory forms.
//!
//! Source: the annexes of 国办发〔2014〕32号, 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. One id is one
//! indicator wherever it is printed; where two forms count differently the ids differ.

mod by_applicant;
mod single;

use crate::Indicator;
use std::sync::LazyLock;

/// Every indicator of the catalogue, sorted by id.
pub fn all() -> &'static [Indicator] {
    static ALL: LazyLock<Vec<Indicator>> = LazyLock::new(|| {
        let mut all: Vec<Indicator> =
            single::SINGLE.iter().chain(by_applicant::BY_APPLICANT).map(Indicator::new).collect();
        all.sort_unstable();
        all
    });
    &ALL
}

/// The indicator `id`, when the catalogue has it.
pub fn find(id: &str) -> Option<Indicator> {
    let all = all();
    all.binary_search_by(|probe| probe.id().cmp(id)).ok().map(|at| all[at])
}
