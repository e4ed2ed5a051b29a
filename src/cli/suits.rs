//! The choices that `render` has, and which of its options mean something for a view and a kind of file; others are
//! refused.

use clap::ValueEnum;

use crate::error::Error;
use crate::picture::{Field, MOST_INITIALS};

use super::picture_file::Kind;

/// What `render` draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum View {
    /// The reporting tree.
    Chart,
    /// Strategic priorities, those that serve them, the seats that answer for them, and metrics.
    Strategy,
    /// Departments that wait for each other.
    Dependencies,
    /// Seats that work for more than one.
    Matrix,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Background {
    /// The theme's colour.
    Theme,
    /// Nothing: what the picture lies on shows through.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Switch {
    /// Yes.
    On,
    /// No.
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Layout {
    /// Rows, lists and columns, whichever make the picture largest on its page.
    Fit,
    /// Reports in a row below their manager.
    Tidy,
    /// An indented list.
    Column,
}

impl View {
    /// What its boxes can say; the reporting tree can say everything.
    fn fields(self) -> &'static [Field] {
        match self {
            Self::Chart => Field::value_variants(),
            Self::Strategy => &[Field::Title, Field::Owner],
            Self::Dependencies | Self::Matrix => &[Field::Title, Field::Owner, Field::Function],
        }
    }
}

/// An option that does not suit everything.
struct Row {
    option: &'static str,
    views: &'static [View],
    /// Why other views have no use for it.
    why: &'static str,
    kinds: fn(Kind, View) -> bool,
}

const ALL: &[View] = &[View::Chart, View::Strategy, View::Dependencies, View::Matrix];
const TREE: &[View] = &[View::Chart];
const FUNCTIONS: &[View] = &[View::Chart, View::Dependencies, View::Matrix];
const PLACES: &str = "the arrangement of the other views is fixed";

const ROWS: [Row; 12] = [
    Row { option: "--view", views: ALL, why: "", kinds: is_picture },
    Row { option: "--revisions", views: ALL, why: "", kinds: is_page },
    Row { option: "--layout", views: TREE, why: PLACES, kinds: has_places },
    Row { option: "--teams", views: TREE, why: "the other views have no teams", kinds: has_places },
    Row { option: "--findings", views: TREE, why: "the other views count no findings", kinds: |_, _| true },
    Row {
        option: "--like",
        views: FUNCTIONS,
        why: "colours of a strategy are those of its priorities",
        kinds: |kind, view| is_picture(kind, view) && (has_places(kind, view) || view == View::Chart),
    },
    Row { option: "--page", views: ALL, why: "", kinds: has_places },
    Row { option: "--min-font", views: ALL, why: "", kinds: has_places },
    Row { option: "--legend", views: ALL, why: "", kinds: has_places },
    Row { option: "--theme", views: ALL, why: "", kinds: is_coloured },
    Row { option: "--background", views: ALL, why: "", kinds: is_coloured },
    Row { option: "--accent", views: TREE, why: "nothing in the other views has it", kinds: has_places },
];

fn is_page(kind: Kind, _: View) -> bool {
    kind == Kind::Html
}

fn is_picture(kind: Kind, view: View) -> bool {
    !is_page(kind, view)
}

fn has_places(kind: Kind, _: View) -> bool {
    !matches!(kind, Kind::Dot | Kind::Mmd)
}

fn is_coloured(kind: Kind, view: View) -> bool {
    is_picture(kind, view) && has_places(kind, view)
}

/// Refuses what was given and means nothing for a view and a kind of file.
pub(super) fn suits(given: &[&str], view: View, kind: Kind) -> Result<(), Error> {
    for Row { option, views, why, kinds } in ROWS.iter().filter(|row| given.contains(&row.option)) {
        let why = match () {
            () if kinds(kind, view) && views.contains(&view) => continue,
            () if kinds(kind, view) => {
                let names = views.iter().filter_map(ValueEnum::to_possible_value);
                let names: Vec<String> = names.map(|name| format!("`--view {}`", name.get_name())).collect();
                format!("is for {}: {why}", names.join(", "))
            }
            () if *option == "--revisions" => "is for .html: a picture shows one revision".to_owned(),
            () if *option == "--view" => "is for pictures: a page shows the chart and the strategy".to_owned(),
            () if *option == "--like" && kind == Kind::Html => {
                "is for pictures: a page has its own revisions".to_owned()
            }
            () if kind == Kind::Html => {
                "is for pictures: a page follows its reader's choice of light or dark".to_owned()
            }
            () => {
                "has no effect on .dot and .mmd: the program that reads them chooses positions and colours".to_owned()
            }
        };
        return Err(Error::new(format!("`{option}` {why}")));
    }
    Ok(())
}

/// The note where initials were asked for and a picture has none.
pub(super) fn no_initials() -> String {
    format!(
        "note: initials are not shown: they need title and owner, a single page of at most {MOST_INITIALS} boxes, and room \
         in each box\n"
    )
}

/// What is said of fields that were asked for and that a view, or a kind of file, does not show; nothing where there are
/// none.
pub(super) fn unshown(asked: &[Field], view: View, kind: Kind) -> String {
    let is_shown = |field: &Field| {
        view.fields().contains(field)
            && match field {
                Field::Function => has_places(kind, view),
                Field::Initials => is_coloured(kind, view),
                _ => true,
            }
    };
    let names = asked.iter().filter(|field| !is_shown(field)).filter_map(ValueEnum::to_possible_value);
    let names: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
    if names.is_empty() {
        return String::new();
    }
    let here = match view {
        _ if is_coloured(kind, view) => "this view",
        View::Chart => "this kind of file",
        _ => "this view in this kind of file",
    };
    format!("note: {here} does not show {}\n", names.join(", "))
}
