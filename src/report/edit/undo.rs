//! The command that undoes a plan, where one does.

use crate::check::Judged;
use crate::edit::Plan;
use crate::model::{Edit, Noun, Value};
use crate::text::shell_command;

/// The command that lets the chart say again what it said before; none where one command can't.
#[must_use]
pub fn undo(before: &Judged<'_>, plan: &Plan) -> Option<String> {
    let words = match (plan.renames.as_slice(), plan.meant.as_slice()) {
        // A seat still remembers its old id.
        ([(kind, old, new)], _) => vec!["rename".to_owned(), format!("{kind}:{new}"), old.clone()],
        ([], [edit]) => one(edit)?,
        _ => return None,
    };
    let words = ["rightseat", "edit"].into_iter().chain(words.iter().map(String::as_str));
    Some(shell_command(words.chain(["--chart", before.name, "--write"])))
}

fn one(edit: &Edit) -> Option<Vec<String>> {
    let entry = match edit.kind {
        Noun::Chart | Noun::Strategy | Noun::Promise => edit.kind.name().to_owned(),
        kind => format!("{kind}:{}", edit.id),
    };
    let mut words = match (&edit.field, &edit.old, &edit.new) {
        (None, ..) if edit.id.is_empty() => return None,
        (None, None, Some(_)) => return Some(vec!["delete".to_owned(), entry]),
        (Some(key), None, Some(_)) => return Some(vec!["unset".to_owned(), entry, key.clone()]),
        (Some(key), Some(_), _) => vec!["set".to_owned(), entry, key.clone()],
        _ => return None,
    };
    let text = |value: &Value| match value {
        Value::Text(text) => Some(text.clone()),
        Value::Flag(flag) => Some(flag.to_string()),
        Value::Wrong | Value::List(_) | Value::Map(_) => None,
    };
    match edit.old.as_ref()? {
        Value::List(items) => words.extend(items.iter().map(text).collect::<Option<Vec<_>>>()?),
        Value::Map(pairs) => {
            let pair = |(key, value): (&String, &Value)| Some(format!("{key}={}", text(value)?));
            words.extend(pairs.iter().map(pair).collect::<Option<Vec<_>>>()?);
        }
        value => words.push(text(value)?),
    }
    // A value that looks like an option is not one.
    let is_option = |word: &String| word.starts_with('-');
    (!words.iter().any(is_option)).then_some(words)
}
