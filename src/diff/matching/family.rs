//! Names that differ by the same words: when a team is renamed, so are all its seats.

/// What stands for what in a name, in lower case.
#[derive(Clone, Debug, Eq)]
pub(in crate::diff) struct Substitution {
    /// The words of the old name that are not in the new.
    pub(in crate::diff) was: String,
    /// Those that stand in their place.
    pub(in crate::diff) is: String,
    /// How many words are the same; it tells no two substitutions apart.
    pub(in crate::diff) kept: usize,
}

impl PartialEq for Substitution {
    fn eq(&self, other: &Self) -> bool {
        (&self.was, &self.is) == (&other.was, &other.is)
    }
}

impl std::hash::Hash for Substitution {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (&self.was, &self.is).hash(state);
    }
}

/// The one run of words in which two names differ, if it is one and neither lacks it.
pub(in crate::diff) fn substitution(old: &str, new: &str) -> Option<Substitution> {
    let words = |name: &str| -> Vec<String> {
        let parts = name.split(|letter: char| !letter.is_alphanumeric());
        parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let (old, new) = (words(old), words(new));
    let before = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let rest = old.len().min(new.len()) - before;
    let after = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    let middle = |words: &[String]| words[before..words.len() - after].join(" ");
    let (was, is) = (middle(&old), middle(&new));
    (!was.is_empty() && !is.is_empty()).then_some(Substitution { was, is, kept: before + after })
}

#[cfg(test)]
mod tests {
    use super::substitution;

    #[test]
    fn names_differ_by_one_run_of_words() {
        let told = |old: &str, new: &str| substitution(old, new).map(|found| (found.was, found.is, found.kept));
        let found = |was: &str, is: &str, kept| Some((was.to_owned(), is.to_owned(), kept));
        assert_eq!(told("search/lead", "discovery/lead"), found("search", "discovery", 1));
        assert_eq!(told("search", "Discovery"), found("search", "discovery", 0));
        assert_eq!(told("Lead of Search", "Lead of Web Discovery"), found("search", "web discovery", 2));
        assert_eq!(told("a-b-c", "x-b-y"), found("a b c", "x b y", 0));
        assert_eq!(told("team-search", "team"), None);
        assert_eq!(told("same", "same"), None);
        assert_eq!(told("a a", "a a a"), None);
    }
}
