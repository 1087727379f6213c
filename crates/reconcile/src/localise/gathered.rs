//! The errors of a shape that a search looks at: of the slips, which are many, only those that may matter.

use super::shapes::{Scene, Shaped};

/// Rows of the grid whose own equality is violated; none where unknowns have been taken out of equalities, which then
/// speak of more than their row.
pub(super) struct Violated(pub(super) Vec<usize>);

impl Violated {
    /// Whether a slip of `row` may be one of `errors` slips that explain everything: each mends the equality of its own
    /// row, and no other row's.
    pub(super) fn leave(&self, row: usize, errors: usize) -> bool {
        self.0.len() < errors || (self.0.len() == errors && self.0.contains(&row))
    }
}

/// Errors of a shape.
pub(super) struct Gathered {
    shaped: Vec<Shaped>,
    /// Where the slips begin.
    first_slip: usize,
    /// Of how many slips together they may be part.
    errors: usize,
    rows: Violated,
}

impl Gathered {
    /// All but slips, and the slips that may explain everything by themselves.
    pub(super) fn new(scene: &Scene<'_>, rows: Violated) -> Self {
        let shaped = scene.exchanges();
        let mut gathered = Self { first_slip: shaped.len(), shaped, errors: 0, rows };
        gathered.add_slips(1, scene);
        gathered
    }

    /// Adds the slips that may explain everything as one of `errors` slips.
    pub(super) fn add_slips(&mut self, errors: usize, scene: &Scene<'_>) {
        let are_all = self.rows.0.len() < self.errors;
        if errors > self.errors && !are_all {
            self.shaped.truncate(self.first_slip);
            scene.slips_of(|row| self.rows.leave(row, errors), &mut self.shaped);
        }
        self.errors = self.errors.max(errors);
    }

    /// Adds every slip there is.
    pub(super) fn add_all_slips(&mut self, scene: &Scene<'_>) {
        self.add_slips(usize::MAX, scene);
    }

    pub(super) fn all(&self) -> &[Shaped] {
        &self.shaped
    }

    pub(super) fn slips(&self) -> &[Shaped] {
        &self.shaped[self.first_slip..]
    }

    /// What the cheapest costs; more than anything may cost where there is none.
    pub(super) fn least(&self) -> u32 {
        self.shaped.iter().map(|it| it.cost).min().unwrap_or(u32::MAX / 4)
    }
}
