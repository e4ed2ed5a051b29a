//! Findings for people: the line with the place underlined, the second place, and what to write.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Severity, Origin, Renderer, Snippet};

use crate::check::{Finding, Judged, Level, RuleId};
use crate::edit::Offer;
use crate::text::{
    BYTE_ORDER_MARK, Place, Source, Span, break_commands, printable, printable_in_place, printable_line, sort,
};

use super::{Run, counted, offer_for};

/// Places further apart than this are shown as two excerpts.
const LINES_TOGETHER: usize = 60;
/// How many bytes of text are shown around a place: nobody reads a line of a megabyte, and each finding in it would
/// print it again.
const LONGEST_EXCERPT: usize = 16 << 10;

/// How a terminal is to be used.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// With colour.
    pub color: bool,
    /// Columns.
    pub width: usize,
    /// Findings below this level are only counted.
    pub lowest: Level,
}

/// The findings of all charts.
#[must_use]
pub fn human(run: Run<'_>, look: Look) -> String {
    run.mendable().map(|(checked, offers)| of_chart(checked, offers, look, run.most)).collect()
}

/// The findings of one chart, at most this many of each rule, with what can be mended, and a last line that counts them.
fn of_chart(checked: &Judged<'_>, offers: &[Offer], look: Look, most: usize) -> String {
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width).decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    let findings = checked.outcome.findings.iter().enumerate();
    let (places, found): (Vec<usize>, Vec<&Finding>) =
        findings.filter(|(_, finding)| finding.level >= look.lowest).unzip();
    let (shown, folded) = fold(&found, most);
    for at in shown {
        out.push_str(&one(checked, found[at], offer_for(offers, places[at]), &renderer));
        out.push_str("\n\n");
    }
    for (rule, more) in &folded {
        writeln!(out, "and {more} more [{rule}]: --all shows them").expect("a string takes all");
    }
    if !folded.is_empty() {
        out.push('\n');
    }
    out.push_str(&counts(checked, look.lowest));
    // What is left of it is the mark that begins a file, shown with its first line.
    out.retain(|letter| letter != BYTE_ORDER_MARK);
    break_commands(out)
}

/// The first findings of each rule, at its highest level and in order, and how many more each rule has.
fn fold(found: &[&Finding], most: usize) -> (BTreeSet<usize>, BTreeMap<RuleId, usize>) {
    let mut ranked: Vec<usize> = (0..found.len()).collect();
    sort::by_key(&mut ranked, |&at| Reverse(found[at].level));
    let mut counts: BTreeMap<RuleId, usize> = BTreeMap::new();
    let mut shown = BTreeSet::new();
    for at in ranked {
        let count = counts.entry(found[at].rule.id).or_default();
        *count += 1;
        if *count <= most {
            shown.insert(at);
        }
    }
    let folded = counts.into_iter().filter(|(_, count)| *count > most).map(|(rule, count)| (rule, count - most));
    (shown, folded.collect())
}

fn one(checked: &Judged<'_>, finding: &Finding, offer: Option<&Offer>, renderer: &Renderer) -> String {
    let severity = match finding.level {
        Level::Error => Severity::ERROR,
        Level::Warning => Severity::WARNING,
        Level::Info => Severity::INFO,
    };
    let title =
        severity.primary_title(printable_line(&finding.message.plain()).into_owned()).id(finding.rule.id.as_str());
    let mut group = Group::with_title(title);
    for excerpt in excerpts(checked, finding) {
        group = if excerpt.bytes().len() > LONGEST_EXCERPT {
            group.elements(excerpt.origins())
        } else {
            group.element(excerpt.snippet())
        };
    }
    if let Some(note) = &finding.note {
        group = group.element(Severity::NOTE.message(printable(&note.plain()).into_owned()));
    }
    if let Some(help) = &finding.help {
        group = group.element(Severity::HELP.message(printable(&help.plain()).into_owned()));
    }
    if let Some(offer) = offer {
        let rule = if offer.is_safe { String::new() } else { format!("={}", finding.rule.id) };
        let said = format!("`check --fix{rule}` mends it: {}", offer.said);
        group = group.element(Severity::HELP.message(printable(&said).into_owned()));
    }
    renderer.render(&[group])
}

/// Lines of one file with marked places.
struct Excerpt<'s> {
    source: &'s Source,
    first: usize,
    last: usize,
    marks: Vec<Mark<'s>>,
}

struct Mark<'s> {
    place: Place<'s>,
    label: Option<String>,
    is_main: bool,
}

/// The finding's places: those near each other in one excerpt.
fn excerpts<'s>(checked: &'s Judged<'_>, finding: &'s Finding) -> Vec<Excerpt<'s>> {
    let others =
        finding.others.iter().map(|other| (other.span, Some(printable_line(&other.label.plain()).into_owned())));
    let mut excerpts: Vec<Excerpt<'s>> = Vec::new();
    for (at, (span, label)) in std::iter::once((finding.span, None)).chain(others).enumerate() {
        let source = checked.sources.source(span);
        let place = first_line(checked, span);
        let is_near = |excerpt: &Excerpt<'_>| {
            std::ptr::eq(excerpt.source, source)
                && place.line + LINES_TOGETHER > excerpt.last
                && place.line < excerpt.first + LINES_TOGETHER
        };
        let near = excerpts.iter().position(is_near).unwrap_or(excerpts.len());
        if near == excerpts.len() {
            excerpts.push(Excerpt { source, first: place.line, last: place.line, marks: Vec::new() });
        }
        let excerpt = &mut excerpts[near];
        excerpt.first = excerpt.first.min(place.line);
        excerpt.last = excerpt.last.max(place.line);
        excerpt.marks.push(Mark { place, label, is_main: at == 0 });
    }
    excerpts
}

/// The part of a place on its first line: what runs over lines would mark whole entries.
fn first_line<'s>(checked: &'s Judged<'_>, span: Span) -> Place<'s> {
    let mut place = checked.sources.place(span);
    let line = checked.sources.source(span).line(place.line);
    place.bytes.end = place.bytes.end.min(line.end).max(place.bytes.start);
    place
}

impl<'s> Excerpt<'s> {
    fn bytes(&self) -> Range<usize> {
        self.source.line(self.first).start..self.source.line(self.last).end
    }

    /// Only the places.
    fn origins(&self) -> impl Iterator<Item = Origin<'s>> {
        let origin = |mark: &Mark<'s>| {
            Origin::path(printable_line(mark.place.path)).line(mark.place.line).char_column(mark.place.column)
        };
        self.marks.iter().map(origin)
    }

    fn snippet(&self) -> Snippet<'s, annotate_snippets::Annotation<'s>> {
        let Range { start, end } = self.bytes();
        let marks = self.marks.iter().map(|mark| {
            let kind = if mark.is_main { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(mark.place.bytes.start - start..mark.place.bytes.end - start).label(mark.label.clone())
        });
        Snippet::source(printable_in_place(&self.source.text()[start..end]))
            .line_start(self.first)
            .path(printable_line(self.source.path()))
            .annotations(marks)
    }
}

/// What was found, in one line, and what is not shown.
fn counts(checked: &Judged<'_>, lowest: Level) -> String {
    let outcome = &checked.outcome;
    let graph = &checked.graph;
    let mut line = String::new();
    let of_revisions = match checked.revisions {
        1 => String::new(),
        revisions => format!(" (newest of {revisions} revisions)"),
    };
    let found = [(Level::Error, "error", "errors"), (Level::Warning, "warning", "warnings")]
        .map(|(level, one, many)| counted(outcome.count(level), one, many))
        .join(", ");
    let infos = counted(outcome.count(Level::Info), "note", "notes");
    let hidden = if lowest > Level::Info && outcome.count(Level::Info) > 0 { " (shown by --verbose)" } else { "" };
    let size = [
        counted(graph.seats().len(), "seat", "seats"),
        counted(graph.people().len(), "person", "people"),
        counted(graph.priorities().len(), "priority", "priorities"),
        counted(graph.metrics().len(), "metric", "metrics"),
    ]
    .join(", ");
    let name = printable_line(checked.name);
    writeln!(line, "{name}{of_revisions}: {found}, {infos}{hidden} in {size}").expect("a string takes all");
    if outcome.waived > 0 {
        writeln!(line, "{} accepted by waivers", counted(outcome.waived, "finding is", "findings are"))
            .expect("a string takes all");
    }
    if outcome.known > 0 {
        writeln!(line, "{} already known", counted(outcome.known, "finding is", "findings are"))
            .expect("a string takes all");
    }
    if !outcome.held_back.is_empty() {
        let rules = counted(outcome.held_back.len(), "rule was", "rules were");
        writeln!(line, "{rules} not run, since files could not be read").expect("a string takes all");
    }
    line
}
