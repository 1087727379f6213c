//! Why a set of extractors cannot work together.

/// Why a set of extractors cannot work together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegistryError {
    /// Two extractors carry one id.
    #[error("expected extractor ids to differ, found {id} in {first} and in {second}; rename one")]
    Duplicate {
        /// The id.
        id: &'static str,
        /// File of the one.
        first: &'static str,
        /// File of the other.
        second: &'static str,
    },
    /// A form names an indicator that neither the catalogue nor the form declares.
    #[error(
        "form {extractor} names the indicator {indicator:?}, which is neither in the catalogue nor among its own; declare it in the form's `indicators`"
    )]
    UnknownIndicator {
        /// The form.
        extractor: &'static str,
        /// The indicator id.
        indicator: String,
    },
    /// An identity names an indicator that no table of its form has.
    #[error("identity {identity} of form {extractor} names {indicator:?}, which no table of the form has")]
    UnknownOperand {
        /// The form.
        extractor: &'static str,
        /// The identity.
        identity: &'static str,
        /// The indicator id.
        indicator: String,
    },
    /// No extractor at all.
    #[error(
        "expected at least one extractor, found none; name the crate that registers them once, as in `use gongkai_formats as _;`"
    )]
    Empty,
}
