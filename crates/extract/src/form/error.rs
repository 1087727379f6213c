//! Why a set of extractors cannot work together.

use gongkai_model::Message;

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
    #[error(
        "identity {identity} of form {extractor} names {indicator:?}, which no table of the form has; name a cell of the form, or add the row"
    )]
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
    /// More extractors than are told apart while a document is cut.
    #[error(
        "expected at most {most} extractors in one program, found more; register those that are needed alone"
    )]
    TooMany {
        /// So many work together.
        most: usize,
    },
}

impl RegistryError {
    /// The same in both languages: what was expected, what was found, where, what to do.
    pub fn message(&self) -> Message {
        let chinese = match self {
            Self::Duplicate { id, first, second } => {
                format!("各格式的标识应互不相同，但 {first} 和 {second} 都叫 {id}；请给其中一个改名")
            }
            Self::UnknownIndicator { extractor, indicator } => format!(
                "格式 {extractor} 用了指标 {indicator:?}，指标目录和它自己的指标里都没有；请在它的 `indicators` 里声明"
            ),
            Self::UnknownOperand { extractor, identity, indicator } => format!(
                "格式 {extractor} 的算式 {identity} 用了 {indicator:?}，它的各表都没有这一格；请改用表中的格，或者补上这一行"
            ),
            Self::Empty => "至少应有一个格式，但一个也没有；请在程序里写一次登记格式的包名，如 `use gongkai_formats as _;`".to_owned(),
            Self::TooMany { most } => {
                format!("一个程序里至多登记{most}个格式，实际更多；请只登记用得上的")
            }
        };
        Message::new(chinese, self.to_string())
    }
}
