//! Breaks a text into lines of a given width.

use super::geometry::Px;
use super::pieces::{End, Piece, pieces};
use super::scene::TextRole;
use super::typeface::{Face, SOFT_HYPHEN};

/// Room that a line leaves free, in per cent of its own width: viewers may draw with another font.
const SLACK: i64 = 4;

/// Texts of more pieces are not balanced: only two or three lines are, and those have fewer.
const MOST_BALANCED: usize = 64;

/// The lines of a cleaned text, each fit for `width` in the face and size of `role`.
///
/// Titles and names that need two or three lines get lines of about the same length; running text fills line by line.
pub(super) fn wrap(text: &str, role: TextRole, width: Px) -> Vec<String> {
    let face = role.face();
    let limit = limit(width, role.size());
    if is_short(text, face, limit) {
        return vec![text.replace(SOFT_HYPHEN, "")];
    }
    let pieces = pieces(text, face, limit);
    let mut ends = fill(&pieces, limit);
    if !matches!(role, TextRole::Responsibility | TextRole::Footer)
        && matches!(ends.len(), 2 | 3)
        && pieces.len() <= MOST_BALANCED
        && let Some(balanced) = balance(&pieces, limit, ends.len())
    {
        ends = balanced;
    }
    let mut first = 0;
    ends.into_iter()
        .map(|end| {
            let line = line(text, &pieces[first..end], end == pieces.len());
            first = end;
            line
        })
        .collect()
}

/// The width of a line in font units, less the slack.
fn limit(width: Px, size: Px) -> u64 {
    let units = width.in_hundredths() * i64::from(Face::UNITS_PER_EM) * 100;
    u64::try_from(units / (size.in_hundredths() * (100 + SLACK))).unwrap_or(0)
}

/// Whether a cleaned text fits on one line of `width`.
pub(super) fn fits(text: &str, role: TextRole, width: Px) -> bool {
    is_short(text, role.face(), limit(width, role.size()))
}

/// Whether the text is one line; stops at the first letter that is too far.
fn is_short(text: &str, face: Face, limit: u64) -> bool {
    let mut width = 0;
    text.chars().all(|letter| {
        width += u64::from(face.advance(letter));
        width <= limit
    })
}

/// Fills line by line: for each line the index after its last piece.
fn fill(pieces: &[Piece], limit: u64) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut pen = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let cut = index > 0 && matches!(pieces[index - 1].end, End::Cut(_));
        if index > 0 && (cut || pen + piece.ink + piece.end.hyphen() > limit) {
            ends.push(index);
            pen = 0;
        }
        pen += piece.ink + piece.space;
    }
    ends.push(pieces.len());
    ends
}

/// The breaks into exactly `count` lines with the least sum of squared rests, as in Knuth and Plass 1981; `None` when
/// there are none.
fn balance(pieces: &[Piece], limit: u64, count: usize) -> Option<Vec<usize>> {
    let unreached = (u64::MAX, 0);
    // best[lines][end]: the least cost of setting pieces[..end] in that many lines, and where the last of them starts.
    let mut best = vec![vec![unreached; pieces.len() + 1]; count + 1];
    best[0][0] = (0, 0);
    for lines in 1..=count {
        for start in 0..pieces.len() {
            let before = best[lines - 1][start].0;
            if before == u64::MAX {
                continue;
            }
            let mut pen = 0;
            for (end, piece) in pieces.iter().enumerate().skip(start) {
                let ink = pen + piece.ink + piece.end.hyphen();
                if ink > limit {
                    break;
                }
                let cost = before + (limit - ink).pow(2);
                if cost < best[lines][end + 1].0 {
                    best[lines][end + 1] = (cost, start);
                }
                if matches!(piece.end, End::Cut(_)) {
                    break;
                }
                pen += piece.ink + piece.space;
            }
        }
    }
    let mut end = pieces.len();
    let mut ends = Vec::with_capacity(count);
    for lines in (1..=count).rev() {
        let (cost, start) = best[lines][end];
        if cost == u64::MAX {
            return None;
        }
        ends.push(end);
        end = start;
    }
    ends.reverse();
    Some(ends)
}

/// The words of one line: soft hyphens are left out, but for the one at which the line ends.
fn line(text: &str, pieces: &[Piece], is_last: bool) -> String {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return String::new();
    };
    let mut line: String =
        text[first.range.start..last.range.end].chars().filter(|letter| *letter != SOFT_HYPHEN).collect();
    if !is_last && last.end.hyphen() > 0 {
        line.truncate(line.trim_end().len());
        line.push('-');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Px = Px::whole(144);

    #[test]
    fn short_text_is_one_line() {
        assert_eq!(wrap("Head of Sales", TextRole::SeatTitle, BOX), ["Head of Sales"]);
        assert_eq!(wrap("", TextRole::Holder, BOX), [""]);
    }

    #[test]
    fn titles_are_balanced_and_running_text_filled() {
        let text = "Head of Customer Success and of Support";
        assert_eq!(wrap(text, TextRole::SeatTitle, Px::whole(220)), ["Head of Customer ", "Success and of Support"]);
        let text = "Answers within one working day to everybody";
        assert_eq!(
            wrap(text, TextRole::Responsibility, Px::whole(160)),
            ["Answers within one working ", "day to everybody"]
        );
    }

    #[test]
    fn a_word_is_cut_only_when_it_does_not_fit_alone() {
        let lines = wrap("Verantwortungsbereichsleiterin", TextRole::SeatTitle, BOX);
        assert_eq!(lines, ["Verantwortungs-", "bereichsleiterin"]);
        let lines = wrap("漢漢漢漢漢漢漢漢漢漢漢漢漢漢", TextRole::SeatTitle, Px::whole(100));
        assert_eq!(lines, ["漢漢漢漢漢漢漢", "漢漢漢漢漢漢漢"]);
        let family = "👩\u{200D}👩\u{200D}👧".repeat(40);
        let lines = wrap(&family, TextRole::SeatTitle, BOX);
        assert!(lines.iter().all(|line| line.starts_with('👩') && line.ends_with('👧')), "{lines:?}");
    }

    #[test]
    fn a_cut_word_leaves_no_lone_letter() {
        for length in 10..200 {
            let lines = wrap(&"w".repeat(length), TextRole::Holder, BOX);
            let last = lines.last().expect("there is a line").len();
            assert!(lines.len() == 1 || last * lines.len() >= length / 2, "{lines:?}");
        }
    }

    #[test]
    fn soft_hyphens_show_only_where_a_line_ends() {
        let text = "Verantwortungs\u{AD}bereich";
        assert_eq!(wrap(text, TextRole::Responsibility, Px::whole(300)), ["Verantwortungsbereich"]);
        assert_eq!(wrap(text, TextRole::Responsibility, Px::whole(100)), ["Verantwortungs-", "bereich"]);
    }

    #[test]
    fn no_line_is_wider_than_its_measure() {
        for width in 1..200 {
            for text in ["Owns the number, e-mail and (all) co-operation", &"w".repeat(500), "a\u{200B}b漢 c👍🏽d"]
            {
                let lines = wrap(text, TextRole::Responsibility, Px::whole(width));
                let joined: String = lines.iter().map(|line| line.replace('-', "")).collect();
                assert_eq!(joined, text.replace('-', ""), "nothing is lost");
                // A letter is never cut, so the narrowest line is one letter and its hyphen.
                let least = width.max(22);
                for line in lines {
                    let drawn = Face::Regular.width(line.trim_end(), Px::whole(11));
                    assert!(drawn <= Px::whole(least), "{line:?} is {drawn:?} in {width}");
                }
            }
        }
    }
}
