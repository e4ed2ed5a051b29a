//! What changed since the revision before.

use crate::diff::{Group, Piece};
use crate::report::diff::lines;
use crate::report::page::{Page, Prose};
use crate::review::Packet;

use super::words::listed;

pub(super) fn changes(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let Some(changes) = &packet.changes else { return };
    let diff = &changes.diff;
    page.heading("What changed");
    let since = packet.headline.before_revision.as_deref().unwrap_or(changes.before.name);
    if diff.changes.is_empty() {
        page.say(format!("Nothing since {since}."));
        return;
    }
    let groups = Group::ALL.into_iter().map(|group| (group, diff.group(group).count())).filter(|(_, count)| *count > 0);
    let counts: Vec<String> =
        groups.clone().map(|(group, count)| format!("{} {count}", group.title().to_lowercase())).collect();
    page.say(format!("Since {since}: {}.", listed(counts.iter().map(String::as_str))));
    for (group, _) in groups {
        let lines = lines(diff, group);
        page.subheading(group.title());
        let left = lines.len().saturating_sub(rows);
        for line in lines.into_iter().take(rows) {
            page.marked(line.mark, prose(&line.pieces));
        }
        page.cut(left);
    }
}

fn prose(pieces: &[Piece]) -> Prose {
    let word = |piece: &Piece| match piece {
        Piece::Ours(text) => text.replace(" -> ", " → "),
        Piece::Id(text) | Piece::Name(text) => text.clone(),
        Piece::Said(text) => format!("\"{text}\""),
    };
    pieces.iter().map(word).collect::<String>().into()
}
