//! Quotations and titles: a figure in a short one is a part of a name.

use super::found::Found;
use super::scanner::Scanner;

impl<F: FnMut(Found)> Scanner<'_, F> {
    /// A short quotation is a name; a long one, or one with clauses in it, is a sentence.
    pub(super) fn quotation(&mut self, at: usize, len: usize, close: char) -> usize {
        const LONGEST: usize = 72;
        let from = at + len;
        if from > self.quoted && self.is_official() {
            let window = window(self.text, from, LONGEST);
            if let Some(length) = window.find(close) {
                let inner = &window[..length];
                if !inner.contains(['，', '。', '；', '\n']) {
                    self.quoted = from + length;
                }
            }
        }
        from
    }

    pub(super) fn title(&mut self, at: usize) -> usize {
        const LONGEST: usize = 300;
        let from = at + '《'.len_utf8();
        if self.is_official()
            && let Some(length) = window(self.text, from, LONGEST).find('》')
        {
            self.quoted = self.quoted.max(from + length);
        }
        from
    }
}

/// At most `len` bytes of `text` from `at` on, cut at a character.
fn window(text: &str, at: usize, len: usize) -> &str {
    let mut end = text.len().min(at + len);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}
