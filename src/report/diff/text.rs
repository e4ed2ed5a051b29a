//! What changed, on a terminal: marks before colour, and no line longer than it has columns.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::diff::{Crossing, Group, LoadDelta, hint, lines};
use crate::model::{Noun, Share};
use crate::phrase::{By, Entry, Part, Phrase};
use crate::text::{printable_line, without_commands};

use super::super::Look;
use super::{Compared, Found, Shown, counted, name, of_whom};

/// The most columns that a line takes.
const WIDEST: usize = 80;
/// How many loads are shown, and every one that passed a limit.
const LOADS: usize = 12;

/// A value of this many bytes is not broken.
const SHORT: usize = 16;
/// Stands for a space at which no line is broken.
const GLUE: &str = "\u{a0}";

/// What changed between two charts, in words.
#[must_use]
pub fn diff_text(compared: &Compared<'_>, look: Look) -> String {
    let mut page = Page { out: String::new(), width: look.width.clamp(40, WIDEST), color: look.color };
    let diff = compared.diff;
    page.line("", None, &format!("{} from {} to {}", compared.counts(), name(compared.old), name(compared.new)));
    if diff.is_empty() {
        page.line("", None, "The charts say the same.");
    } else if diff.changes.is_empty() {
        let claims = counted(diff.edits.len(), "claim is", "claims are");
        page.line(
            "",
            None,
            &format!(
                "Nothing that people would call a change: {claims} written differently, which --format json shows."
            ),
        );
    }
    let found = compared.findings();
    page.line("", None, &found.counts());
    for group in Group::ALL {
        let count = diff.group(group).count();
        if count > 0 {
            page.heading(&format!("{} ({count})", group.title()));
            for line in lines(diff, group) {
                page.line("  ", Some(line.mark), &plain(&line.phrase));
            }
        }
    }
    if !diff.hints.is_empty() {
        page.heading(&format!("Possible renames ({})", diff.hints.len()));
        diff.hints.iter().for_each(|rename| page.line("  ", Some('?'), &plain(&hint(rename))));
    }
    loads(&mut page, &diff.loads);
    findings(&mut page, &found);
    for note in &diff.notes {
        page.out.push('\n');
        page.line("", None, &format!("note: {note}"));
    }
    without_commands(&page.out).into_owned()
}

fn plain(phrase: &Phrase) -> String {
    let text = |part: Part<'_>| match part {
        // What is short stays together, such as `66 %`.
        Part::Text(text) | Part::Entry(Entry { name: text, by: By::Name, .. }) if text.len() <= SHORT => {
            text.replace(' ', GLUE)
        }
        part => part.to_string(),
    };
    phrase.parts().map(text).collect()
}

fn loads(page: &mut Page, loads: &[LoadDelta]) {
    let people: Vec<&LoadDelta> = loads.iter().filter(|load| load.holder.kind == Noun::Person).collect();
    if people.is_empty() {
        return;
    }
    page.heading(&format!("Load ({})", counted(people.len(), "person", "people")));
    let is_shown = |(at, load): &(usize, &LoadDelta)| *at < LOADS || load.crossing.is_some();
    let shown: Vec<&LoadDelta> = people.iter().copied().enumerate().filter(is_shown).map(|(_, load)| load).collect();
    let widest = shown.iter().map(|load| load.holder.name.width().min(32)).max().unwrap_or(0);
    for load in &shown {
        let crossing = match load.crossing {
            Some(Crossing::Overloaded) => "  now overloaded",
            Some(Crossing::Relieved) if load.is_gone => "",
            Some(Crossing::Relieved) => "  no longer overloaded",
            None => "",
        };
        let mark = if load.is_heavier() { '+' } else { '-' };
        let blank = " ".repeat(widest.saturating_sub(load.holder.name.width()));
        let (old, new) = percent(load);
        let text = format!("{}{blank}  {old:>5} -> {new:>5}{crossing}", load.holder.name);
        page.verbatim(mark, &text);
    }
    if shown.len() < people.len() {
        page.line("    ", None, &format!("and {} with smaller differences", people.len() - shown.len()));
    }
}

/// Both loads in per cent of what can be carried; who is not there carries nothing.
pub(super) fn percent(load: &LoadDelta) -> (String, String) {
    let said = |percent: Option<i64>, load: Share| percent.map_or(load.to_string(), |percent| format!("{percent} %"));
    let old = if load.is_new { "new".to_owned() } else { said(load.old_percent(), load.old) };
    let new = if load.is_gone { "left".to_owned() } else { said(load.percent(), load.new) };
    (old, new)
}

fn findings(page: &mut Page, found: &Found<'_>) {
    let groups = [
        ("Introduced", '+', &found.introduced),
        ("Fixed", '-', &found.fixed),
        ("More or less grave", '~', &found.changed),
    ];
    for (title, mark, shown) in groups {
        if shown.is_empty() {
            continue;
        }
        page.heading(&format!("{title} ({})", counted(shown.len(), "finding", "findings")));
        for finding in shown {
            page.line("  ", Some(mark), &one(finding));
        }
    }
}

fn one(Shown { finding, before }: &Shown<'_>) -> String {
    format!("{}[{}] {}{}{before}", finding.level, finding.rule.id, finding.message, of_whom(finding))
}

/// Lines being written.
struct Page {
    out: String,
    width: usize,
    color: bool,
}

impl Page {
    fn heading(&mut self, text: &str) {
        let style = Style::new().bold();
        self.out.push('\n');
        if self.color {
            writeln!(self.out, "{style}{text}{style:#}").expect("a string takes all");
        } else {
            writeln!(self.out, "{text}").expect("a string takes all");
        }
    }

    /// A line as it stands, after its mark.
    fn verbatim(&mut self, mark: char, text: &str) {
        self.out.push_str("  ");
        self.mark(mark);
        writeln!(self.out, " {}", printable_line(text)).expect("a string takes all");
    }

    fn mark(&mut self, mark: char) {
        let color = match mark {
            '+' => AnsiColor::Green,
            '-' => AnsiColor::Red,
            '>' => AnsiColor::Cyan,
            _ => AnsiColor::Yellow,
        };
        let style = color.on_default();
        if self.color {
            write!(self.out, "{style}{mark}{style:#}").expect("a string takes all");
        } else {
            self.out.push(mark);
        }
    }

    /// Words broken into lines, those after the first further in.
    fn line(&mut self, indent: &str, mark: Option<char>, text: &str) {
        let text = printable_line(text);
        self.out.push_str(indent);
        let mut column = indent.len();
        if let Some(mark) = mark {
            self.mark(mark);
            self.out.push(' ');
            column += 2;
        }
        let hanging = column + if indent.is_empty() { 0 } else { 2 };
        let mut is_first = true;
        for word in text.split(' ') {
            let width = word.width();
            if !is_first && column + 1 + width > self.width {
                self.out.push('\n');
                self.out.extend(std::iter::repeat_n(' ', hanging));
                column = hanging;
            } else if !is_first {
                self.out.push(' ');
                column += 1;
            }
            self.out.push_str(&word.replace(GLUE, " "));
            column += width;
            is_first = false;
        }
        self.out.push('\n');
    }
}
