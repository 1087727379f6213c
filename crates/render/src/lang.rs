//! Which language, and whether in colour.

use crate::words::{EN, Words, ZH};
use gongkai_model::{Bilingual, Message};

/// Language of everything meant to be read by people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    pub(crate) const fn words(self) -> &'static Words {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }

    /// The half of `message` in this language; the other half where this one was left empty.
    pub fn message(self, message: &Message) -> &str {
        match self {
            Self::Zh if !message.zh.is_empty() => &message.zh,
            Self::En if message.en.is_empty() => &message.zh,
            _ => &message.en,
        }
    }

    /// The half of `text` in this language.
    pub const fn of(self, text: Bilingual) -> &'static str {
        match self {
            Self::Zh => text.zh,
            Self::En => text.en,
        }
    }
}

/// How terminal text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Language of the fixed words and messages.
    pub lang: Lang,
    /// Whether to add ANSI colours; they never change the alignment.
    pub colour: bool,
}

impl Style {
    /// Without colour.
    pub const fn plain(lang: Lang) -> Self {
        Self { lang, colour: false }
    }

    /// With ANSI colours.
    pub const fn coloured(lang: Lang) -> Self {
        Self { lang, colour: true }
    }
}
