//! Commands to copy: what a POSIX shell takes for exactly these words.

/// A word as a shell reads it.
#[must_use]
fn shell_word(word: &str) -> String {
    let is_safe =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ':' | ',' | '+' | '@' | '%');
    let is_plain = !word.is_empty() && word.char_indices().all(|(at, c)| is_safe(c) || (c == '=' && at > 0));
    // `NAME=VALUE` sets a variable where a command could begin.
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_assignment = word.split_once('=').is_some_and(|(name, _)| name.chars().all(is_name));
    if is_plain && !is_assignment { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// A command of these words.
#[must_use]
pub fn shell_command<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    words.into_iter().map(shell_word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::shell_command;

    #[test]
    fn only_what_could_mean_something_is_quoted() {
        let words = ["rightseat", "edit", "set", "seat:a", "title", "It's $HOME", "", "a=b", "west-van", "~", "*"];
        let command = r"rightseat edit set seat:a title 'It'\''s $HOME' '' 'a=b' west-van '~' '*'";
        assert_eq!(shell_command(words), command);
    }
}
