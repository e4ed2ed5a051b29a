//! Reading and checking texts, and running commands, as tests do it.

use std::path::Path;

use rightseat::check::{AsOf, Claimed, Judged, Level, Norms, Outcome};
use rightseat::cli::{Env, run};
use rightseat::graph::Graph;
use rightseat::load::Steps;
use rightseat::model::{Chart, Date};
use rightseat::read::{self, Defect, Input};
use rightseat::text::Sources;

/// The day of the examples.
pub(crate) const TODAY: &str = "2026-10-20";

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

/// Reads texts as the files of one chart, the first as its main file.
pub(crate) fn sources(files: &[(&str, &str)]) -> (Sources, Vec<Input>) {
    let mut sources = Sources::new();
    let inputs = files
        .iter()
        .enumerate()
        .map(|(at, (path, text))| {
            let source = sources.add(*path, (*text).to_owned()).expect("tests are small");
            Input { source, is_main: at == 0, unread: None }
        })
        .collect();
    (sources, inputs)
}

/// Judges texts as one chart, by the published norms and on the examples' day, and hands it to `look`.
pub(crate) fn judged<T>(files: &[(&str, &str)], look: impl FnOnce(&Judged<'_>) -> T) -> T {
    let (sources, inputs) = sources(files);
    let (chart, defects) = read::chart(&sources, &inputs);
    look(&judged_by(files[0].0, &sources, (&chart, &defects), &Norms::default()))
}

/// Judges a chart that was read, on the examples' day.
pub(crate) fn judged_by<'a>(
    name: &'a str,
    sources: &'a Sources,
    (chart, defects): (&'a Chart, &'a [Defect]),
    norms: &Norms,
) -> Judged<'a> {
    Judged::new(claimed(name, sources, (chart, defects)), norms, AsOf::Day(day(TODAY)))
}

/// A chart that was read from a file of this name.
pub(crate) fn claimed<'a>(
    name: &'a str,
    sources: &'a Sources,
    (chart, defects): (&'a Chart, &'a [Defect]),
) -> Claimed<'a> {
    Claimed { name, key: name, at_revision: false, revisions: 1, sources, chart, defects }
}

/// Checks texts as one chart, and hands the outcome to `look`.
pub(crate) fn checked<T>(files: &[(&str, &str)], look: impl FnOnce(&Sources, &Graph<'_>, &Outcome) -> T) -> T {
    judged(files, |judged| look(judged.sources, &judged.graph, &judged.outcome))
}

/// `path:line:column: level[rule] message` for each finding, infos included.
pub(crate) fn lines(files: &[(&str, &str)]) -> String {
    checked(files, |sources, _, outcome| {
        let line = |finding: &rightseat::check::Finding| {
            let place = sources.place(finding.span);
            let (rule, level) = (finding.rule.id, finding.level);
            format!("{}:{}:{}: {level}[{rule}] {}\n", place.path, place.line, place.column, finding.message)
        };
        outcome.findings.iter().map(line).collect()
    })
}

/// The same for one text, without its path and without infos.
pub(crate) fn findings(text: &str) -> Vec<String> {
    checked(&[("chart.yaml", text)], |sources, _, outcome| {
        let shown = outcome.findings.iter().filter(|finding| finding.level > Level::Info);
        shown
            .map(|finding| {
                let place = sources.place(finding.span);
                format!("{}:{} {} {}", place.line, place.column, finding.rule.id, finding.message)
            })
            .collect()
    })
}

/// What a command printed and how it ended.
pub(crate) struct Ran {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs a command in a folder, on the examples' day, without colour.
pub(crate) fn rightseat(folder: &Path, arguments: &[&str]) -> Ran {
    rightseat_on(folder, arguments, 100, false)
}

/// Runs a command in a folder, on the examples' day, for a terminal.
pub(crate) fn rightseat_on(folder: &Path, arguments: &[&str], width: usize, color: bool) -> Ran {
    ran(folder, arguments, width, color, Steps::default())
}

/// Runs a command in a folder, on the examples' day, whose steps to the disk are watched.
pub(crate) fn rightseat_by(folder: &Path, arguments: &[&str], steps: Steps<'_>) -> Ran {
    ran(folder, arguments, 100, false, steps)
}

fn ran(folder: &Path, arguments: &[&str], width: usize, color: bool, steps: Steps<'_>) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut env = Env {
        stdout: &mut out,
        stderr: &mut err,
        directory: folder.to_path_buf(),
        today: day(TODAY),
        color,
        width,
        is_closed: false,
        steps,
        is_last: false,
    };
    let arguments = std::iter::once("rightseat").chain(arguments.iter().copied()).map(Into::into);
    let code = run(arguments.collect::<Vec<_>>(), &mut env);
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { code, out: text(out), err: text(err) }
}

/// The project's folder.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The options of `render` by which words of any size will do; kinds without places have no sizes either.
pub(crate) fn any_size(file: &str) -> &'static [&'static str] {
    if file.ends_with("dot") || file.ends_with("mmd") { &[] } else { &["--min-font", "0"] }
}

/// Compares with a file of the project; `UPDATE_EXPECT=1` writes it.
pub(crate) fn assert_file(path: &str, text: &str) {
    let full = project().join(path);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(full.parent().expect("a file has a folder")).expect("the folder can be made");
        std::fs::write(&full, text).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&full).unwrap_or_default();
    assert!(expected == text, "{path} is stale; UPDATE_EXPECT=1 cargo test writes it");
}

/// A repository's folder with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    std::fs::create_dir(folder.path().join(".git")).expect("a folder can be made");
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }
    folder
}
