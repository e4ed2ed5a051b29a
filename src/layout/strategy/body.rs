//! The columns of boxes, their headings, and the lines in the channels between them.

use super::boxes::NodeBox;
use super::layers::Layers;
use crate::layout::boxes::Accenting;
use crate::layout::geometry::{Point, Px};
use crate::layout::scene::{Group, GroupKind, Hue, Join, JoinKind, Line, Mark, Swing, SwingRole, Text, TextRole};
use crate::picture::{NodeKind, Strategy, Tie, TieKind};

/// Between boxes of one column, in whole pixels.
const GAP: i64 = 10;
/// The room of a heading above its column.
const HEADING: Px = Px::whole(24);

/// Boxes whose heights are known and, column by column, how high they stand.
pub(super) struct Body<'s> {
    shown: &'s Strategy,
    boxes: Vec<NodeBox>,
    layers: Layers,
    /// The nodes that each tie runs through; the first nodes are the nodes.
    paths: Vec<Vec<usize>>,
    tops: Vec<i64>,
    /// For each column, in whole pixels.
    widths: Vec<i64>,
}

impl<'s> Body<'s> {
    /// The body with boxes of their usual width times `stretch` per cent.
    pub(super) fn new(shown: &'s Strategy, stretch: i64, accenting: &Accenting) -> Self {
        let width = |column| match shown.nodes.iter().find(|node| node.column == column).map(|node| node.kind) {
            Some(NodeKind::Priority) | None => 280,
            Some(NodeKind::Seat) => 210,
            Some(NodeKind::Metric) => 230,
        };
        let widths: Vec<i64> = (0..shown.headings.len()).map(|column| width(column) * stretch / 100).collect();
        let boxes: Vec<NodeBox> = shown
            .nodes
            .iter()
            .map(|node| NodeBox::measure(node, Px::whole(widths[node.column]), shown.hyphens, shown.lane, accenting))
            .collect();
        let heights = boxes.iter().map(|part| part.size.height.in_pixels_up());
        let mut layers = Layers::new(widths.len(), shown.nodes.iter().map(|node| node.column).zip(heights));
        let end = |node: usize| (node, shown.nodes[node].column);
        let paths = shown.ties.iter().map(|tie| layers.tie(end(tie.from), end(tie.to))).collect();
        let tops = layers.place(GAP);
        Self { shown, boxes, layers, paths, tops, widths }
    }

    /// The width of all columns together, and how many channels there are between them.
    pub(super) fn extent(&self) -> (i64, i64) {
        (self.widths.iter().sum(), i64::try_from(self.widths.len()).expect("columns are few").saturating_sub(1))
    }

    /// From the top of the headings to the bottom of the lowest box.
    pub(super) fn height(&self) -> Px {
        let bottoms = self.tops.iter().zip(&self.layers.heights).map(|(top, height)| top + height);
        HEADING + Px::whole(bottoms.max().unwrap_or(0))
    }

    /// Everything at its place.
    pub(super) fn into_groups(self, origin: Point, channel: i64) -> (Vec<Group>, Vec<Join>) {
        let mut lefts = Vec::with_capacity(self.widths.len());
        let mut pen = origin.x;
        for width in &self.widths {
            lefts.push(pen);
            pen += Px::whole(width + channel);
        }
        let headings = self.shown.headings.iter().zip(&lefts).map(|(heading, left)| {
            let (role, start) = (TextRole::Column, Point::new(*left, origin.y + HEADING - Px::whole(10)));
            Mark::Text(Text {
                role,
                size: role.size(),
                lines: vec![Line { start, text: heading.clone(), is_cut: false }],
            })
        });
        let headings = Group { kind: GroupKind::Heading, marks: headings.collect() };
        let top = origin.y + HEADING;
        let (swings, joins) = Lines { body: &self, lefts: &lefts, top }.marks();
        let lines = Group { kind: GroupKind::Connectors, marks: swings };
        let mut groups = vec![headings, lines];
        for ((part, node), down) in self.boxes.into_iter().zip(&self.shown.nodes).zip(&self.tops) {
            groups.push(part.into_group(Point::new(lefts[node.column], top + Px::whole(*down))));
        }
        (groups, joins)
    }
}

/// The lines of a body whose columns have their places.
struct Lines<'b> {
    body: &'b Body<'b>,
    lefts: &'b [Px],
    top: Px,
}

impl Lines<'_> {
    /// Those of strategic priorities lie above those that say who answers, and what is wrong above all. With what each
    /// of them joins.
    fn marks(&self) -> (Vec<Mark>, Vec<Join>) {
        let join = |tie: &Tie| Join { from: tie.from, to: tie.to, kind: JoinKind::Swing };
        let joins = self.body.shown.ties.iter().map(join);
        let swing = |(tie, role)| Swing { points: self.points(tie), role };
        let mut swings: Vec<(Swing, Join)> = self.roles().into_iter().enumerate().map(swing).zip(joins).collect();
        swings.sort_by_key(|(swing, _)| match swing.role {
            SwingRole::Owns => 0,
            SwingRole::Serves(_) => 1,
            SwingRole::Contests => 2,
        });
        swings.into_iter().map(|(swing, join)| (Mark::Swing(swing), join)).unzip()
    }

    fn points(&self, tie: usize) -> Vec<Point> {
        let body = self.body;
        let path = &body.paths[tie];
        let first = body.shown.nodes[body.shown.ties[tie].from].column;
        let mut points = Vec::with_capacity(path.len() * 2);
        for (step, &node) in path.iter().enumerate() {
            let left = self.lefts[first + step];
            if step > 0 {
                points.push(Point::new(left, self.port(node, &body.layers.left[node], path[step - 1])));
            }
            if let Some(next) = path.get(step + 1) {
                let right = left + Px::whole(body.widths[first + step]);
                points.push(Point::new(right, self.port(node, &body.layers.right[node], *next)));
            }
        }
        points
    }

    /// Where on its side of a box the line to `other` ends: the lines share the side out evenly, in the order of their
    /// other ends.
    fn port(&self, node: usize, beside: &[usize], other: usize) -> Px {
        let share = |count: usize| i64::try_from(count).expect("ties are counted in memory");
        let (tops, height) = (&self.body.tops, Px::whole(self.body.layers.heights[node]));
        let above = beside.iter().filter(|one| (tops[**one], **one) < (tops[other], other)).count();
        let down = height.in_hundredths() * (share(above) + 1) / (share(beside.len()) + 1);
        self.top + Px::whole(tops[node]) + Px::hundredths(down)
    }

    fn roles(&self) -> Vec<SwingRole> {
        let Strategy { nodes, ties, .. } = self.body.shown;
        // How many lines say of each node who answers for it: a priority's lead away from it, a metric's to it.
        let owned = |from: usize, to: usize| if nodes[from].kind == NodeKind::Priority { from } else { to };
        let mut owners = vec![0; nodes.len()];
        for tie in ties.iter().filter(|tie| tie.kind == TieKind::Owns) {
            owners[owned(tie.from, tie.to)] += 1;
        }
        let role = |tie: &crate::picture::Tie| match tie.kind {
            TieKind::Serves => SwingRole::Serves(Hue::nth(nodes[tie.from].root.unwrap_or(0))),
            TieKind::Owns if owners[owned(tie.from, tie.to)] > 1 => SwingRole::Contests,
            TieKind::Owns => SwingRole::Owns,
        };
        ties.iter().map(role).collect()
    }
}
