//! What people write where there is nobody.

/// What people write when there is nobody, in letters only.
const PLACEHOLDERS: [&str; 15] = [
    "tbd",
    "tba",
    "tbc",
    "tbh",
    "none",
    "nobody",
    "vacant",
    "vacancy",
    "open",
    "openseat",
    "openposition",
    "newhire",
    "tobehired",
    "tobedetermined",
    "tobeconfirmed",
];

/// Whether a name says that there is nobody.
pub(crate) fn is_nobody(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let Some(first) = letters.clone().next() else { return true };
    // Nearly every name is settled by its first letter.
    let is = |word: &str| word.starts_with(first) && letters.clone().eq(word.chars());
    PLACEHOLDERS.into_iter().any(is) || (is("na") && name.contains('/'))
}
