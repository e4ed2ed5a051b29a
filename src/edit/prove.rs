//! Proof that an edit did what was meant, and nothing else.

use crate::diff::edits;
use crate::model::{Chart, Edit, Noun};
use crate::read::{Defect, DefectKind, Outline};
use crate::text::Source;

use super::mistakes::{Mistakes, Renamed};
use super::refusal::Refusal;
use super::yaml::{Splice, Spliced, parts};

/// A file says, in order, what it said with the edit made on it, and its comments are those that were not to go.
pub(super) fn file(new: &Source, spliced: &Spliced) -> Result<(), Refusal> {
    let outline = Outline::of(new).map_err(|oddity| unproven(new.path(), &format!("{oddity:?}")))?;
    let found = parts(&outline);
    if found != spliced.parts {
        let at = found.iter().zip(&spliced.parts).take_while(|(one, other)| one == other).count();
        let near = |parts: &[super::yaml::Part]| format!("{:?}", &parts[at.saturating_sub(2)..parts.len().min(at + 3)]);
        return Err(unproven(&near(&spliced.parts), &near(&found)));
    }
    let comments = outline.comments.iter().map(|comment| &outline.text[comment.clone()]);
    if !comments.eq(spliced.comments.iter().map(String::as_str)) {
        return Err(unproven("all comments stay that do not go with what is removed", "others"));
    }
    Ok(())
}

/// Nothing stands outside the splices that stood elsewhere before.
pub(super) fn bytes(old: &str, splices: &[Splice], new: &str) -> Result<(), Refusal> {
    let (mut from, mut rest) = (0, new);
    for splice in splices {
        let is_in_order = from <= splice.bytes.start && splice.bytes.start <= splice.bytes.end;
        let kept = is_in_order.then(|| old.get(from..splice.bytes.start)).flatten();
        let after = kept.and_then(|kept| rest.strip_prefix(kept)).and_then(|rest| rest.strip_prefix(&*splice.text));
        rest = after.ok_or_else(|| unproven("the bytes outside the splices", "others"))?;
        from = splice.bytes.end;
    }
    if old.get(from..) == Some(rest) { Ok(()) } else { Err(unproven("the bytes outside the splices", "others")) }
}

/// Two charts differ in exactly what was meant.
pub(super) fn claims(old: &Chart, new: &Chart, meant: &[Edit]) -> Result<(), Refusal> {
    let came = edits(old, new);
    if came == meant { Ok(()) } else { Err(unproven(&format!("{meant:?}"), &format!("{came:?}"))) }
}

/// There is no mistake that was not there before, under whatever id.
pub(super) fn mistakes(old: &[Defect], new: &[Defect], renames: &[(Noun, String, String)]) -> Result<(), Refusal> {
    let now_called = Renamed::of(renames);
    let mut known = Mistakes::new();
    for defect in old {
        *known.entry(now_called.before(defect)).or_default() += defect.cases();
    }
    // A splice adds no comment, so no text can be lost in a new one.
    for defect in new.iter().filter(|defect| defect.kind != DefectKind::LostText) {
        let left = known.entry(now_called.now(defect)).or_default();
        *left = left.checked_sub(defect.cases()).ok_or_else(|| Refusal::Mistake(defect.message.to_string()))?;
    }
    Ok(())
}

fn unproven(meant: &str, came: &str) -> Refusal {
    Refusal::Unproven { meant: meant.to_owned(), came: came.to_owned() }
}
