//! What needs a decision, what needs mending, and what was accepted.

use crate::check::Level;
use crate::phrase::{Column, Label, Page, Phrase, Prose, Section, Tone, code, figure, say, text};
use crate::review::waivers::ended_by;
use crate::review::{Answer, Decision, Does, Packet, Remark};
use crate::text::shell_command;

use super::words::{days, listed, place};

/// How many decisions are shown one by one, whatever they are.
const FEW: usize = 12;
/// Where there are more, this many for each rule.
const ALIKE: usize = 3;

pub(super) fn decisions(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let is_supposed = packet.what_if.is_some();
    let all = packet.decisions.decisions.iter();
    let decisions: Vec<&Decision<'_>> = all.filter(|one| !is_supposed || one.is_new == Some(true)).collect();
    let more = if is_supposed { "more " } else { "" };
    let heading: Phrase = match decisions.len() {
        0 => say!["No ", more, "decision to take"],
        1 => say!["One ", more, "decision to take"],
        count => say![count, " ", more, "decisions to take"],
    };
    // The code tells `decide` whether numbers still refer to this list.
    let heading = match decisions.len() {
        0 => heading,
        _ if is_supposed => heading,
        _ => say![heading, ", @", text(&packet.decisions.code())],
    };
    page.section(Section::Decisions, heading);
    let chart = packet.headline.chart;
    let most = if decisions.len() > FEW { ALIKE } else { rows };
    for of_rule in decisions.chunk_by(|one, other| one.rule == other.rule) {
        for decision in of_rule.iter().take(most) {
            let commands = decision.options.iter().map(|answer| command(decision, answer, chart)).collect();
            page.question(decision.number, question(decision), answers(decision, chart), commands);
        }
        let rest: Vec<Phrase> = of_rule.iter().skip(most).map(|decision| about(decision)).collect();
        more_of(page, of_rule[0].rule, &rest);
    }
    let all = packet.decisions.remarks.iter();
    let remarks: Vec<&Remark<'_>> = all.filter(|one| !is_supposed || one.is_new == Some(true)).collect();
    if remarks.is_empty() {
        return;
    }
    page.section(Section::Mend, Label::ToMend.words(packet.language));
    page.say(say!["These need an editor, not a meeting; ", code("rightseat check"), " shows their lines."]);
    for of_rule in remarks.chunk_by(|one, other| one.rule == other.rule) {
        for remark in of_rule.iter().take(ALIKE) {
            page.item(None, said(remark).and(place(chart, remark.place)), Vec::new());
        }
        let rest = of_rule.iter().skip(ALIKE).map(|remark| place(chart, remark.place).0.remove(0).0);
        more_of(page, of_rule[0].rule, &rest.collect::<Vec<_>>());
    }
}

/// Names the others of a rule, where there are any.
fn more_of(page: &mut Page, rule: &'static str, rest: &[Phrase]) {
    if !rest.is_empty() {
        let rest = say!["… and ", rest.len(), " more of [", rule, "]: ", listed(rest)];
        page.item(None, Prose::toned(Tone::Quiet, rest), Vec::new());
    }
}

/// What a decision is about, or the chart's place where it is about the whole.
fn about(decision: &Decision<'_>) -> Phrase {
    decision.about.first().map_or_else(|| say![text(decision.place.path)], |entry| say![entry])
}

fn tone(level: Level) -> Tone {
    match level {
        Level::Error => Tone::Bad,
        Level::Warning => Tone::Warning,
        Level::Info => Tone::Plain,
    }
}

fn question(decision: &Decision<'_>) -> Prose {
    let prose = Prose::toned(tone(decision.level), decision.question.capitalized());
    if decision.is_new == Some(true) { prose.then(Tone::Strong, " (new)") } else { prose }
}

fn answers(decision: &Decision<'_>, chart: &str) -> Vec<Prose> {
    let answer = |(at, answer): (usize, &Answer)| say![figure(Answer::letter(at)), ") ", &answer.text].into();
    let mut below: Vec<Prose> = decision.options.iter().enumerate().map(answer).collect();
    let note = decision.note.map(|note| say!["; ", note]);
    let because = say!["why: ", &decision.because, note, " [", decision.rule, "] "];
    below.push(Prose::toned(Tone::Quiet, because).and(place(chart, decision.place)));
    below
}

/// The command that writes an answer, with what it still needs; nothing for what is for the meeting.
fn command(decision: &Decision<'_>, answer: &Answer, chart: &str) -> String {
    let needs = match &answer.does {
        Does::Edits(_) => "",
        Does::Needs(need) => need.options(),
        Does::Talk => return String::new(),
    };
    let name = format!("{}={}", decision.names[0], answer.key);
    let words = ["rightseat", "decide", &name, "--chart", chart];
    // Words in capitals are to be replaced.
    let words = words.into_iter().chain(needs.split_whitespace()).chain(["--write"]);
    shell_command(words)
}

fn said(remark: &Remark<'_>) -> Prose {
    let help = remark.help.map(|help| say!["; ", help]);
    Prose::toned(tone(remark.level), remark.level.name())
        .then(Tone::Plain, say![": ", remark.message, help, " [", remark.rule, "] "])
}

pub(super) fn waivers(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let label = |label: Label| label.words(packet.language);
    page.section(Section::Waivers, label(Label::Waivers));
    if packet.waivers.is_empty() {
        page.say("Nothing is accepted by a waiver.");
        return;
    }
    let columns = [
        Column::text(label(Label::On)),
        Column::text(label(Label::Accepts)),
        Column::text(label(Label::Because)),
        Column::text(label(Label::Until)),
        Column::spare(label(Label::Where)),
        Column::spare(label(Label::EndedBy)),
    ];
    let cells = packet.waivers.iter().map(|waiver| {
        let until = waiver.until.as_ref().map_or_else(|| "no end is stated".into(), |until| say![text(until)]);
        let left = match waiver.days_left {
            Some(left) if left >= 0 => say![until, ", ", days(left), " left"],
            Some(left) => say![until, ", over for ", days(left.abs())],
            None => until,
        };
        let (tone, state) = match waiver.state {
            "in force" => (Tone::Plain, None),
            state => (Tone::Warning, Some(say![" (", state, ")"])),
        };
        vec![
            say![waiver.on].into(),
            say![code(waiver.rule)].into(),
            waiver.reason.map_or_else(|| "no reason is given".into(), |reason| say![text(reason)].into()),
            Prose::toned(tone, say![left, state]),
            place(packet.headline.chart, waiver.place),
            say![code(&waiver.ended_by)].into(),
        ]
    });
    page.table(&columns, cells.collect(), rows);
    // The column is left out where there is no room for it.
    page.say(say!["A waiver is ended by ", code(ended_by(packet.headline.chart, "RULE", "KIND:ID")), "."]);
}
