//! Sets of registered forms.

/// Some of the registered forms: one bit each, by their place in the registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forms(u128);

impl Forms {
    /// So many forms can be told apart.
    pub(crate) const MOST: usize = 128;

    /// All there may be.
    pub(crate) const ALL: Self = Self(u128::MAX);

    /// None of them.
    pub(crate) const NONE: Self = Self(0);

    /// The form at a place of the registry, below [`Self::MOST`].
    pub(crate) const fn one(place: usize) -> Self {
        Self(1 << place)
    }

    /// Those of either.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of both.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that are not among `other`.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether any is in both.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether answers that are the same for all of these are what `forms` would be told. Of no forms nothing is a label.
    pub(crate) fn answers_for(self, forms: Self) -> bool {
        self == Self::ALL || forms != Self::NONE && self.and(forms) == forms
    }
}

/// Which forms have had how many of their words, up to `LEAST`.
pub(crate) struct Count<const LEAST: usize>([Forms; LEAST]);

impl<const LEAST: usize> Count<LEAST> {
    pub(crate) const fn new() -> Self {
        Self([Forms::NONE; LEAST])
    }

    pub(crate) fn add(&mut self, forms: Forms) {
        for at in (1..LEAST).rev() {
            self.0[at] = self.0[at].or(self.0[at - 1].and(forms));
        }
        self.0[0] = self.0[0].or(forms);
    }

    /// The forms that have had enough.
    pub(crate) fn enough(&self) -> Forms {
        self.0[LEAST - 1]
    }
}
