//! Charts in order of time: the moment of each, and whether they belong to one organisation.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::model::Revision;
use crate::read::{self, Header};
use crate::text::{Sources, sort};

use super::chart_files::ChartFiles;
use super::files;

/// The moment that a chart describes: stated in the chart, or else taken from its name.
#[must_use]
pub fn moment(chart: &ChartFiles) -> Option<Revision> {
    let bytes = chart.tree.read(&[chart.files.first()?.path.as_path()]).pop()?;
    header(bytes.ok().flatten()).revision.or_else(|| named_after(chart))
}

/// Why charts side by side are no revisions of one, and what to write; nothing where they say nothing of themselves.
#[must_use]
pub fn no_history(charts: &[ChartFiles]) -> Option<String> {
    let headers: Vec<(&str, Header)> = charts
        .iter()
        .filter_map(|chart| {
            let bytes = chart.tree.read(&[chart.files.first()?.path.as_path()]).pop()?;
            Some((chart.files[0].shown.as_str(), header(bytes.ok().flatten())))
        })
        .collect();
    if headers.iter().all(|(_, header)| header.revision.is_none()) {
        return None;
    }
    let (first, named) = headers.iter().find_map(|(path, header)| Some((path, header.organization.as_ref()?)))?;
    for (at, (path, header)) in headers.iter().enumerate() {
        let Some(organization) = &header.organization else {
            return Some(format!("{path} has no `organization:`; write `organization: {named}`, as {first} does"));
        };
        if organization != named {
            let both = format!("{first} is for `{named}`, {path} for `{organization}`");
            return Some(format!("{both}; if they are one organisation, write the same name in both"));
        }
        let Some(revision) = &header.revision else {
            return Some(format!("{path} has no readable `revision:`; write one such as `revision: 2027-Q1`"));
        };
        let same = headers[..at].iter().find(|(_, other)| other.revision.as_ref() == Some(revision));
        if let Some((other, _)) = same {
            return Some(format!("{other} and {path} both say `revision: {revision}`; give each its own"));
        }
    }
    None
}

/// Keeps the newest of charts that are revisions of one organisation.
pub(super) fn newest(charts: Vec<ChartFiles>) -> Vec<ChartFiles> {
    let mut families: BTreeMap<PathBuf, Vec<ChartFiles>> = BTreeMap::new();
    for chart in charts {
        let folder = chart.path.parent().unwrap_or(&chart.path).to_path_buf();
        families.entry(folder).or_default().push(chart);
    }
    let mut kept = Vec::new();
    for mut family in families.into_values() {
        if let Some(&latest) = in_order(&family).as_deref().and_then(<[usize]>::last) {
            let mut chart = family.swap_remove(latest);
            chart.revisions = family.len() + 1;
            family = vec![chart];
        }
        kept.append(&mut family);
    }
    sort::by(&mut kept, |one, other| one.path.cmp(&other.path));
    kept
}

/// The order in time of at least two charts, if all say that they are one organisation's at different times. A chart
/// that can't say when it is of is taken by its name.
pub(super) fn in_order(family: &[ChartFiles]) -> Option<Vec<usize>> {
    if family.len() < 2 {
        return None;
    }
    // By the dozen: one run of git reads several, and the first that is another's ends it.
    let texts = family.chunks(12).flat_map(|charts| {
        let paths: Vec<&Path> = charts.iter().map(|chart| chart.files[0].path.as_path()).collect();
        charts[0].tree.read(&paths)
    });
    let mut organization = None;
    let mut revisions = Vec::new();
    for (chart, bytes) in family.iter().zip(texts) {
        // Loading the file reports why it can't be read.
        let header = header(bytes.ok().flatten());
        let revision = match (&header.organization, header.revision) {
            (None, None) => named_after(chart),
            (Some(_), revision) => revision,
            (None, Some(_)) => None,
        };
        let revision = revision.filter(|revision| !revisions.contains(revision))?;
        if header.organization.is_some_and(|name| organization.get_or_insert_with(|| name.clone()) != &name) {
            return None;
        }
        revisions.push(revision);
    }
    let mut order: Vec<usize> = (0..revisions.len()).collect();
    sort::by_key(&mut order, |&at| revisions[at]);
    organization.is_some().then_some(order)
}

fn header(bytes: Option<Vec<u8>>) -> Header {
    let mut sources = Sources::new();
    let source = sources.add("", files::text(bytes).0);
    source.map_or_else(Header::default, |source| read::header(sources.file(source)))
}

/// The moment that a chart's folder or file is named after.
fn named_after(chart: &ChartFiles) -> Option<Revision> {
    let is_file = chart.files.iter().any(|file| file.path == chart.path);
    let name = if is_file { chart.path.file_stem() } else { chart.path.file_name() };
    Revision::parse(name?.to_str()?).ok()
}
