//! From the files of a chart to the chart: what stands in two places is reported with both.

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

use crate::model::{Chart, Claim, Id, Keyed, Kind, Strategy, Table, Twice, repeated};
use crate::phrase::{code, say};
use crate::text::{Span, Spanned};

use super::defect::{Defect, DefectKind};
use super::file::Part;
use super::meant::Names;

/// Joins the parts in the order given; of what is defined twice the first holds.
pub(super) fn merge(start: Span, parts: Vec<Part>) -> (Chart, Vec<Defect>) {
    let mut chart = Chart { start, ..Chart::default() };
    let mut defects = Vec::new();
    for part in parts {
        defects.extend(part.defects);
        if let Some(span) = part.stray_version {
            let defect =
                Defect::new(DefectKind::InvalidValue, span, say!["the format version belongs in ", code("chart.yaml")]);
            defects.push(defect.help("remove the line").about("rightseat"));
        }
        let Chart { start: _, head, strategy, people, seats, priorities, metrics, is_partial } = part.chart;
        chart.is_partial |= is_partial;
        chart.head.join(head, &mut |again| defects.push(twice(&again)));
        join_strategy(&mut chart.strategy, strategy, &mut defects);
        chart.people.append(people);
        chart.seats.append(seats);
        chart.priorities.append(priorities);
        chart.metrics.append(metrics);
    }
    let (of_people, of_seats) = rayon::join(|| unique(&mut chart.people), || unique(&mut chart.seats));
    let (of_priorities, of_metrics) = (unique(&mut chart.priorities), unique(&mut chart.metrics));
    told_by_name(&chart, &mut defects);
    defects.extend([of_people, of_seats, of_priorities, of_metrics].into_iter().flatten());
    defects.sort_by_key(|defect| defect.span);
    (chart, defects)
}

/// Says what to write where a name or title stands for an id.
fn told_by_name(chart: &Chart, defects: &mut [Defect]) {
    let mut names = None;
    for defect in defects {
        let Some(meant) = defect.meant.take() else { continue };
        let names = names.get_or_insert_with(|| Names::of(chart));
        if let Some(help) = names.help(&meant.text, meant.wanted, &meant.key) {
            defect.message = say![code(&meant.text), " is not the id of a ", meant.wanted.name()];
            defect.help = Some(help);
        }
    }
}

fn twice(Twice { key, again, first }: &Twice) -> Defect {
    let defect = Defect::new(DefectKind::DuplicateId, *again, say![code(key), " is stated twice in one chart"])
        .help("keep one of the two")
        .about(*key);
    match first {
        Some(first) => defect.other(*first, "first here"),
        None => defect,
    }
}

/// A strategy may be cut over files by its keys.
fn join_strategy(kept: &mut Claim<Strategy>, claim: Claim<Strategy>, defects: &mut Vec<Defect>) {
    match (kept, claim) {
        (Claim::Given(kept), Claim::Given(more)) => {
            kept.value.join(more.value, &mut |again| defects.push(twice(&again)));
        }
        (kept, claim) if kept.is_absent() => *kept = claim,
        _ => {}
    }
}

/// Reports ids that are defined twice, of which the first is kept, or that a reader takes for one another.
fn unique<K: Kind, C>(table: &mut Table<K, C>) -> Vec<Defect> {
    let mut defects = Vec::new();
    let ids: Vec<&Spanned<Id<K>>> = table.entries.iter().map(|entry| &entry.id).chain(&table.unreadable).collect();
    // Ids that are the same are so in lower case, too: for the most part no two are.
    let are_all_apart = repeated(ids.len(), |at| Some(folded(ids[at].value.as_str()))).is_empty();
    let again = if are_all_apart { Vec::new() } else { repeated(ids.len(), |at| Some(&ids[at].value)) };
    for &(at, first) in &again {
        let message = say!["the ", K::NOUN.name(), " ", &ids[at].value, " is defined twice"];
        defects.push(
            Defect::new(DefectKind::DuplicateId, ids[at].span(), message)
                .help("keep one of the two, or give one another id")
                .other(ids[first].span(), "first defined here")
                .on(&ids[at].value),
        );
    }
    let is_first = |at: usize| again.binary_search_by_key(&at, |(again, _)| *again).is_err();
    let firsts: Vec<_> = (0..ids.len()).filter(|&at| is_first(at)).map(|at| ids[at]).collect();
    look_alikes(&firsts, are_all_apart, &mut defects);
    let mut places = 0..;
    let mut is_next_first = || places.next().is_some_and(is_first);
    table.entries.retain(|_| is_next_first());
    table.unreadable.retain(|_| is_next_first());
    defects
}

fn look_alikes<K: Kind>(ids: &[&Spanned<Id<K>>], are_all_apart: bool, defects: &mut Vec<Defect>) {
    let text = |at: usize| ids[at].value.as_str();
    let same = if are_all_apart { Vec::new() } else { repeated(ids.len(), |at| Some(folded(text(at)))) };
    let mut alike = Vec::new();
    if !(0..ids.len()).all(|at| text(at).is_ascii()) {
        alike = repeated(ids.len(), |at| Some(skeleton(&folded(text(at))).collect::<CompactString>()));
        // Within ASCII a reader tells `m` from `rn`.
        let is_told = |&(at, first): &(usize, usize)| text(at).is_ascii() && text(first).is_ascii();
        alike.retain(|pair| !is_told(pair) && same.binary_search_by_key(&pair.0, |(at, _)| *at).is_err());
    }
    let same = same.into_iter().map(|(at, first)| {
        let is_form = text(at).nfc().eq(text(first).nfc());
        (at, first, if is_form { "only in their Unicode form" } else { "only in case" })
    });
    let alike = alike.into_iter().map(|(at, first)| (at, first, "only by letters that look alike"));
    for (at, first, difference) in same.chain(alike) {
        let message =
            say!["the ", K::NOUN.name(), " ids ", &ids[at].value, " and ", &ids[first].value, " differ ", difference];
        defects.push(
            Defect::new(DefectKind::DuplicateId, ids[at].span(), message)
                .help("write both the same, or tell them apart")
                .other(ids[first].span(), "the other one")
                .on(&ids[at].value)
                .on(&ids[first].value),
        );
    }
}

/// An id, case and Unicode form aside.
fn folded(text: &str) -> CompactString {
    if text.is_ascii() {
        let mut folded = CompactString::from(text);
        folded.make_ascii_lowercase();
        return folded;
    }
    text.nfc().collect::<String>().to_lowercase().into()
}
