//! What a spreadsheet would take for a formula.

use std::borrow::Cow;

/// What begins a formula, in its usual and its full-width form; some programs skip spaces before it.
const STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a text needs an apostrophe before it, because it would be a formula or begins with one already.
#[must_use]
pub(crate) fn needs_armour(text: &str) -> bool {
    text.starts_with('\'') || text.trim_start_matches([' ', '\u{a0}']).starts_with(STARTS)
}

/// The text, with an apostrophe before it where a spreadsheet would obey it; `import` takes it away again.
#[must_use]
pub(crate) fn armour(text: &str) -> Cow<'_, str> {
    if needs_armour(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::armour;

    #[test]
    fn formulas_are_defused() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", " =1"] {
            assert_eq!(armour(text), format!("'{text}"));
        }
        assert_eq!(armour("Head of R=D"), "Head of R=D");
    }
}
