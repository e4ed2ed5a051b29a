//! What needs a decision, what needs mending, and what was accepted.

use crate::check::Level;
use crate::report::page::{Column, Page, Prose, Tone};
use crate::review::{Decision, Packet, Remark};

use super::words::{days, listed, place};

/// So many decisions are shown one by one, whatever they are.
const FEW: usize = 12;
/// Of more, so many for each rule.
const ALIKE: usize = 3;

pub(super) fn decisions(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let is_supposed = packet.what_if.is_some();
    let all = packet.decisions.decisions.iter();
    let decisions: Vec<&Decision<'_>> = all.filter(|one| !is_supposed || one.is_new == Some(true)).collect();
    let more = if is_supposed { "more " } else { "" };
    page.heading(match decisions.len() {
        0 => format!("No {more}decision to take"),
        1 => format!("One {more}decision to take"),
        count => format!("{count} {more}decisions to take"),
    });
    let chart = packet.headline.chart;
    let most = if decisions.len() > FEW { ALIKE } else { rows };
    let mut shown = 0;
    for of_rule in decisions.chunk_by(|one, other| one.rule == other.rule) {
        for decision in of_rule.iter().take(most) {
            shown += 1;
            page.item(Some(shown), question(decision), answers(decision, chart));
        }
        more_of(page, of_rule[0].rule, &of_rule.iter().skip(most).map(|decision| about(decision)).collect::<Vec<_>>());
    }
    let all = packet.decisions.remarks.iter();
    let remarks: Vec<&Remark<'_>> = all.filter(|one| !is_supposed || one.is_new == Some(true)).collect();
    if remarks.is_empty() {
        return;
    }
    page.heading("To mend in the files");
    page.say("These need an editor, not a meeting; `rightseat check` shows their lines.");
    for of_rule in remarks.chunk_by(|one, other| one.rule == other.rule) {
        for remark in of_rule.iter().take(ALIKE) {
            let mut prose = said(remark);
            prose.0.extend(place(chart, remark.place).0);
            page.item(None, prose, Vec::new());
        }
        let places = of_rule.iter().skip(ALIKE).map(|remark| place(chart, remark.place).0.remove(0).0);
        more_of(page, of_rule[0].rule, &places.collect::<Vec<_>>());
    }
}

/// Names the others of a rule, where there are any.
fn more_of<T: AsRef<str>>(page: &mut Page, rule: &str, rest: &[T]) {
    if !rest.is_empty() {
        let rest = format!("… and {} more of [{rule}]: {}", rest.len(), listed(rest.iter().map(AsRef::as_ref)));
        page.item(None, Prose::toned(Tone::Quiet, rest), Vec::new());
    }
}

/// The id of what a decision is about, or the chart's place where it is about the whole.
fn about<'d>(decision: &'d Decision<'_>) -> &'d str {
    decision.about.first().map_or(decision.place.path, |entry| entry.id)
}

fn tone(level: Level) -> Tone {
    match level {
        Level::Error => Tone::Bad,
        Level::Warning => Tone::Warning,
        Level::Info => Tone::Plain,
    }
}

fn question(decision: &Decision<'_>) -> Prose {
    let mut letters = decision.question.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let prose = Prose::toned(tone(decision.level), capital);
    if decision.is_new == Some(true) { prose.then(Tone::Strong, " (new)") } else { prose }
}

fn answers(decision: &Decision<'_>, chart: &str) -> Vec<Prose> {
    let mut below: Vec<Prose> =
        decision.options.iter().enumerate().map(|(at, option)| format!("{}) {option}", letter(at)).into()).collect();
    let note = decision.note.map_or_else(String::new, |note| format!("; {note}"));
    let mut because = Prose::toned(Tone::Quiet, format!("why: {}{note} [{}] ", decision.because, decision.rule));
    because.0.extend(place(chart, decision.place).0);
    below.push(because);
    below
}

/// a, b, c, and so on; a question has few answers.
fn letter(at: usize) -> char {
    char::from(b'a' + u8::try_from(at % 26).expect("less than 26"))
}

fn said(remark: &Remark<'_>) -> Prose {
    let help = remark.help.map_or_else(String::new, |help| format!("; {help}"));
    Prose::toned(tone(remark.level), remark.level.name())
        .then(Tone::Plain, format!(": {}{help} [{}] ", remark.message, remark.rule))
}

pub(super) fn waivers(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    page.heading("Waivers");
    if packet.waivers.is_empty() {
        page.say("Nothing is accepted by a waiver.");
        return;
    }
    let columns = [
        Column::text("on"),
        Column::text("accepts"),
        Column::text("because"),
        Column::text("until"),
        Column::spare("where"),
    ];
    let cells = packet.waivers.iter().map(|waiver| {
        let until = waiver.until.as_deref().unwrap_or("no end is stated");
        let left = match waiver.days_left {
            Some(left) if left >= 0 => format!("{until}, {} left", days(left)),
            Some(left) => format!("{until}, over for {}", days(-left)),
            None => until.to_owned(),
        };
        let (tone, state) = match waiver.state {
            "in force" => (Tone::Plain, String::new()),
            state => (Tone::Warning, format!(" ({state})")),
        };
        vec![
            Prose::from(waiver.on.id),
            waiver.rule.into(),
            waiver.reason.unwrap_or("no reason is given").into(),
            Prose::toned(tone, format!("{left}{state}")),
            place(packet.headline.chart, waiver.place),
        ]
    });
    page.table(&columns, cells.collect(), rows);
}
