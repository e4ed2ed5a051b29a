//! From a diagram in DOT, the language of Graphviz, to a grid of seats: boxes are rows, arrows say who reports to whom.
//!
//! Our lexer and a rewriter hand clean statements to the parser of layout-rs, which knows a part of the language only.

mod clean;
mod label;
mod lexer;

use std::collections::{BTreeMap, BTreeSet};

use layout::gv::DotParser;
use layout::gv::parser::ast::{AttrStmtTarget, AttributeList, Graph, Stmt};

use super::bytes::decode;
use super::grid::Grid;
use crate::model::Language;
use crate::phrase::Label;
use crate::text::is_nobody;
use clean::{Cleaned, cleaned};
use label::lines;

/// What a diagram may weigh.
const MOST_BYTES: usize = 16 << 20;

/// A box.
#[derive(Debug, Default)]
struct Node {
    /// The line on which it first stands.
    line: usize,
    label: Option<String>,
    function: Option<String>,
    manager: Option<String>,
    dotted_to: Vec<String>,
    /// Other solid lines to it.
    others: Vec<String>,
}

/// What holds within a group of the diagram.
#[derive(Clone, Debug, Default)]
struct Scope {
    function: Option<String>,
    style: Option<String>,
}

/// The boxes of a diagram in the order of their lines.
#[derive(Debug, Default)]
struct Boxes {
    all: BTreeMap<String, Node>,
    order: Vec<String>,
}

impl Boxes {
    fn node(&mut self, id: &str) -> &mut Node {
        if !self.all.contains_key(id) {
            self.order.push(id.to_owned());
        }
        self.all.entry(id.to_owned()).or_default()
    }
}

/// Reads a diagram; an arrow leads from a manager to a report unless `flip` says otherwise.
pub(super) fn grid(origin: &str, bytes: &[u8], encoding: Option<&str>, flip: bool) -> Result<Grid, String> {
    if bytes.len() > MOST_BYTES {
        return Err(format!("a diagram of more than {} MiB is not read", MOST_BYTES >> 20));
    }
    let decoded = decode(bytes, encoding)?;
    let Cleaned { text, lines: places } = cleaned(&decoded.text)?;
    let graph = DotParser::new(&text).process().map_err(|reason| format!("the diagram can't be read: {reason}"))?;
    let mut boxes = Boxes::default();
    walk(&graph, flip, &mut boxes);
    let mut grid = Grid::new(origin, format!("DOT, {}", decoded.encoding));
    grid.unit = "line";
    rows(&boxes, &places, &mut grid)?;
    Ok(grid)
}

/// Goes through groups one after the other: how deep they nest has been bounded.
fn walk(graph: &Graph, flip: bool, boxes: &mut Boxes) {
    let mut left: Vec<(&Graph, Scope)> = vec![(graph, Scope::default())];
    while let Some((graph, mut scope)) = left.pop() {
        let is_cluster = graph.name.starts_with("cluster");
        let mut of_graph = graph.list.list.iter().filter_map(|stmt| match stmt {
            Stmt::Attribute(attributes) if matches!(attributes.target, AttrStmtTarget::Graph) => {
                value(&attributes.list, "label")
            }
            _ => None,
        });
        if is_cluster && let Some(label) = of_graph.next_back() {
            scope.function = lines(&label).first().cloned();
        }
        let mut inner = Vec::new();
        for stmt in &graph.list.list {
            match stmt {
                Stmt::Attribute(attributes) if matches!(attributes.target, AttrStmtTarget::Edge) => {
                    scope.style = value(&attributes.list, "style").or(scope.style);
                }
                Stmt::Attribute(_) => {}
                Stmt::Node(node) => {
                    let known = boxes.node(&node.id.name);
                    known.label = value(&node.list, "label").or(known.label.take());
                    known.function = known.function.take().or_else(|| scope.function.clone());
                }
                Stmt::Edge(edge) => {
                    let style = value(&edge.list, "style").or_else(|| scope.style.clone()).unwrap_or_default();
                    let is_back = value(&edge.list, "dir").is_some_and(|dir| dir == "back");
                    let mut from = &edge.from.name;
                    for (to, _) in &edge.to {
                        for end in [from, &to.name] {
                            let known = boxes.node(end);
                            known.function = known.function.take().or_else(|| scope.function.clone());
                        }
                        let (manager, report) = if flip == is_back { (from, &to.name) } else { (&to.name, from) };
                        line(boxes, manager, report, &style);
                        from = &to.name;
                    }
                }
                Stmt::SubGraph(graph) => inner.push((graph, scope.clone())),
            }
        }
        // The last is taken first: groups come in their order.
        left.extend(inner.into_iter().rev());
    }
}

fn line(boxes: &mut Boxes, manager: &str, report: &str, style: &str) {
    if style.contains("invis") {
        return;
    }
    let node = boxes.node(report);
    if style.contains("dashed") || style.contains("dotted") {
        node.dotted_to.push(manager.to_owned());
    } else if node.manager.is_none() {
        node.manager = Some(manager.to_owned());
    } else if node.manager.as_deref() != Some(manager) {
        node.others.push(manager.to_owned());
    }
}

fn value(list: &AttributeList, key: &str) -> Option<String> {
    list.iter().rev().find(|(own, _)| own == key).map(|(_, value)| value.clone()).filter(|value| !value.is_empty())
}

/// Boxes as rows: the first line of a label is the title, the second the holder.
fn rows(boxes: &Boxes, places: &BTreeMap<String, usize>, grid: &mut Grid) -> Result<(), String> {
    if boxes.order.is_empty() {
        return Err("the diagram holds no boxes".to_owned());
    }
    // Ids that only count are no ids of seats.
    let counts = |id: &String| {
        id.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).bytes().all(|byte| byte.is_ascii_digit())
            && id.bytes().any(|byte| byte.is_ascii_digit())
    };
    let only_count = boxes.order.iter().all(counts);
    let key = |id: &str| if only_count { format!("box {id}") } else { id.to_owned() };
    for header in ["Seat ID", "Title", "Reports To Seat", "Department", "Name", "Dotted To", "Interim"] {
        grid.cell_ends(header)?;
    }
    grid.row_ends(0)?;
    let (mut holders, mut covering) = (BTreeSet::new(), BTreeMap::new());
    for id in &boxes.order {
        let node = &boxes.all[id];
        let line = places.get(id).copied().unwrap_or(node.line);
        let said = node.label.as_deref().filter(|label| *label != "\\N").map_or_else(|| vec![id.clone()], lines);
        let title = said.first().cloned().unwrap_or_else(|| id.clone());
        let holder = said.get(1).filter(|owner| !is_nobody(owner)).cloned().unwrap_or_default();
        // Our own pictures say so of whoever covers a seat.
        let interim = without_mark(&holder).unwrap_or_default().to_owned();
        let owner = if interim.is_empty() { holder } else { String::new() };
        if !interim.is_empty() {
            covering.entry(interim.clone()).or_insert(line);
        }
        holders.insert(owner.clone());
        let cells = [
            key(id),
            title,
            node.manager.as_deref().map(key).unwrap_or_default(),
            node.function.clone().unwrap_or_default(),
            owner,
            node.dotted_to.iter().map(|to| key(to)).collect::<Vec<_>>().join("; "),
            interim,
        ];
        for cell in cells {
            grid.cell_ends(&cell)?;
        }
        grid.row_ends(line)?;
        if !node.others.is_empty() {
            grid.notes.push(format!(
                "line {line}: `{id}` has solid lines to `{}` and to `{}`: the first was taken",
                node.manager.as_deref().unwrap_or_default(),
                node.others.join("` and `")
            ));
        }
    }
    // Who covers a seat and holds none is a person all the same.
    for (name, line) in covering.into_iter().filter(|(name, _)| !holders.contains(name)) {
        for cell in ["", "", "", "", name.as_str(), "", ""] {
            grid.cell_ends(cell)?;
        }
        grid.row_ends(line)?;
    }
    Ok(())
}

/// The name that our own pictures mark as an interim's.
fn without_mark(holder: &str) -> Option<&str> {
    Language::ALL.into_iter().find_map(|language| {
        let (before, after) = Label::InterimName.words(language).split_once("{}")?;
        holder.strip_prefix(before)?.strip_suffix(after)
    })
}
