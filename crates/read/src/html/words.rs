//! Running text: blanks folded as a browser does, lines where blocks end.

/// What lies between the last character and the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Blank,
    /// The source wraps here.
    Wrap,
    Line,
}

/// Text that is being put together.
#[derive(Debug, Default)]
pub(crate) struct Words {
    text: String,
    gap: Gap,
}

impl Words {
    /// Runs on with `text`.
    pub(crate) fn run(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' | '\r' => self.gap = self.gap.max(Gap::Wrap),
                ' ' | '\t' | '\u{0C}' | '\u{A0}' => self.gap = self.gap.max(Gap::Blank),
                // Of no width: soft hyphens, joiners, byte order marks.
                '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\0' => {}
                _ => {
                    if self.gap != Gap::None {
                        self.close_gap(c);
                    }
                    self.text.push(c);
                }
            }
        }
    }

    /// Ends the line.
    pub(crate) fn end_line(&mut self) {
        self.gap = Gap::Line;
    }

    fn close_gap(&mut self, next: char) {
        let gap = std::mem::take(&mut self.gap);
        let Some(last) = self.text.chars().next_back() else { return };
        // Chinese is set without blanks: where its source wraps, nothing is printed.
        let is_wide = |c: char| c >= '\u{2E80}';
        match gap {
            Gap::None => {}
            Gap::Wrap if is_wide(last) && is_wide(next) => {}
            Gap::Wrap | Gap::Blank => self.text.push(' '),
            Gap::Line if next.is_ascii_digit() && is_cut_group(&self.text) => {}
            Gap::Line => self.text.push('\n'),
        }
    }

    /// The text so far, without blanks around it.
    pub(crate) fn text(&self) -> &str {
        self.text.trim()
    }

    /// Begins anew.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.gap = Gap::None;
    }
}

/// Whether `text` ends in a figure that was cut inside a group of thousands: `1,83`, which goes on with `7`.
fn is_cut_group(text: &str) -> bool {
    let Some((before, group)) = text.rsplit_once(',') else { return false };
    group.len() < 3
        && group.bytes().all(|byte| byte.is_ascii_digit())
        && before.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}
