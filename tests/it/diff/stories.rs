//! What belongs together is one story: who came and went, teams that were renamed, and what is not a rename.

use expect_test::{Expect, expect};
use rightseat::check::Level;
use rightseat::diff::{Renames, edits};
use rightseat::report::{Look, diff_markdown, diff_text};

use super::{chart, compared};
use crate::support::{folder, rightseat};

/// Everything that is reported about two charts.
fn told(old: &str, new: &str, expected: &Expect) {
    compared(old, new, Renames::default(), |compared| {
        expected.assert_eq(&diff_text(compared, Look { color: false, width: 80, lowest: Level::Error }));
    });
}

fn renames(old: &str, new: &str) -> Vec<(String, String)> {
    compared(old, new, Renames::default(), |compared| {
        compared.diff.renames.iter().map(|rename| (rename.old.id.clone(), rename.new.id.clone())).collect()
    })
}

const TEAM: &str = "seats:
  lead: {title: Lead, owner: ana}
  member/lee: {title: Member, reports_to: lead, owner: lee}
";

#[test]
fn who_left_and_who_joined_are_two_people_in_two_seats() {
    let old = format!(
        "people: {{ana: Ana Ruiz, lee: Lee Tan, vic: Vic Vane}}\n{TEAM}  member/vic: {{title: Member, reports_to: lead, owner: vic}}\n"
    );
    let new = format!(
        "people: {{ana: Ana Ruiz, lee: Lee Tan, kit: Kit Rath}}\n{TEAM}  member/kit: {{title: Member, reports_to: lead, owner: kit}}\n"
    );
    assert_eq!(renames(&old, &new), []);
    told(
        &old,
        &new,
        &expect![[r#"
            2 changes (people 2) from `old.yaml` to `new.yaml`
            Findings: 1 introduced, 1 gone with their entries, 2 as before; 5 notes are
            shown by `--verbose`

            People (2)
              + Kit Rath (kit) joined: member/kit, which is new, "Member" under lead
              - Vic Vane (vic) left: member/vic, which is gone

            Introduced (1 finding)
              + warning `thin-seat`: `member/kit` has no responsibilities
        "#]],
    );
}

#[test]
fn a_seat_that_alone_is_called_so_is_known_under_another_id() {
    let old = "people: {ana: Ana Ruiz, vic: Vic Vane}\nseats:\n  lead: {title: Lead, owner: ana}\n  \
               sales: {title: Head of Sales, reports_to: lead, owner: vic}\n";
    let new = "people: {ana: Ana Ruiz, kit: Kit Rath}\nseats:\n  lead: {title: Lead, owner: ana}\n  \
               head-of-sales: {title: Head of Sales, reports_to: lead, owner: kit}\n";
    assert_eq!(renames(old, new), [("sales".to_owned(), "head-of-sales".to_owned())]);
    told(
        old,
        new,
        &expect![[r#"
            2 changes (people 1, structure 1) from `old.yaml` to `new.yaml`
            Findings: 2 as before; 4 notes are shown by `--verbose`

            People (1)
              + Kit Rath (kit) joined: head-of-sales, after Vic Vane, who left

            Structure (1)
              ~ sales is now head-of-sales (likely, 58 %)
        "#]],
    );
}

#[test]
fn a_seat_is_merged_or_renamed_and_never_both() {
    let people = "people: {ana: Ana Ruiz, ben: Ben Okafor, kim: Kim Larsen, lee: Lee Tan}\n";
    let old = format!(
        "{people}seats:\n  top: {{title: Top}}\n  em-search: {{title: Engineering Manager Search, reports_to: top, owner: ana, \
         responsibilities: [Ranking, Index]}}\n  em-content: {{title: Engineering Manager Content, reports_to: top, owner: \
         ben, responsibilities: [Articles, Feeds]}}\n  one: {{title: Engineer, reports_to: em-search, owner: kim}}\n  two: \
         {{title: Engineer, reports_to: em-search, owner: lee}}\n"
    );
    let new = format!(
        "{people}seats:\n  top: {{title: Top}}\n  eng: {{title: Head of Engineering, reports_to: top, owner: ben, \
         responsibilities: [Ranking, Articles, Feeds]}}\n  search: {{title: Engineering Manager Search, reports_to: eng, owner: \
         ana, responsibilities: [Index]}}\n  one: {{title: Engineer, reports_to: search, owner: kim}}\n  two: {{title: \
         Engineer, reports_to: search, owner: lee}}\n"
    );
    told(
        &old,
        &new,
        &expect![[r#"
            5 changes (structure 4, responsibilities 1) from `old.yaml` to `new.yaml`
            Findings: 1 introduced, 1 more or less serious, 3 as before; 7 notes are shown
            by `--verbose`

            Structure (4)
              ~ em-content is now eng (likely, 73 %)
              ~ em-search is now search (likely, 75 %)
              > search: top -> eng (with 2 seats)
              ~ eng: "Engineering Manager Content" -> "Head of Engineering"

            Responsibilities (1)
              > em-search -> eng: "Ranking"

            Load (2 people)
              + Ben Okafor: 16 % -> 28 %
              - Ana Ruiz: 23 % -> 15 %

            Introduced (1 finding)
              + warning `deep-chart`: 4 layers for 5 places; at 6 reports per manager, 2
                would do

            More or less serious (1 finding)
              ~ warning `vacant-leader`: 1 seat reports to `top`, which nobody owns or
                covers (was 2)
        "#]],
    );
}

#[test]
fn people_of_one_name_are_told_apart() {
    let of = |id: &str| {
        format!(
            "people: {{{id}: Gil Gray, gus: Gus Gray}}\nseats:\n  net: {{title: Network, owner: {id}}}\n  aid: {{title: Aid, owner: gus}}\n"
        )
    };
    let (old, new) = (of("gilg"), of("gil").replace("gus: Gus Gray", "gus: Gus Gray, gilg: Gil Gray"));
    told(
        &old,
        &new,
        &expect![[r#"
            1 change (people 1) from `old.yaml` to `new.yaml`
            Findings: 3 as before; 5 notes are shown by `--verbose`

            People (1)
              + Gil Gray (gil) joined: net, after Gil Gray (gilg)
        "#]],
    );
}

/// One text of each kind, in one of two forms of Unicode.
fn in_form(text: impl Fn(&str) -> String) -> String {
    format!(
        "organization: \"{o}\"\nstrategy: {{mission: \"{m}\", values: [\"{v}\"]}}\npeople: {{ana: {{name: \"{n}\", note: \
         \"{k}\"}}}}\nseats:\n  s: {{title: \"{t}\", owner: ana, function: \"{f}\", responsibilities: [\"{r}\"]}}\n  e: {{title: E, \
         reports_to: s, vacant: {{plan: \"{p}\"}}}}\n",
        o = text("Café Ärmel"),
        m = text("Größe für alle"),
        v = text("Señorío"),
        n = text("José Müller"),
        k = text("Née à Orléans"),
        t = text("Chef für Qualität"),
        f = text("Prüfung"),
        r = text("Maße prüfen"),
        p = text("Nachfolge läuft")
    )
}

#[test]
fn a_text_in_another_form_of_unicode_is_the_same_text() {
    use unicode_normalization::UnicodeNormalization;
    let composed = in_form(|text| text.nfc().collect());
    let taken_apart = in_form(|text| text.nfd().collect());
    assert_ne!(composed, taken_apart);
    assert_eq!(edits(&chart(&composed), &chart(&taken_apart)), []);
}

const SEARCH: &str = "people: {ana: Ana Ruiz, ben: Ben Okafor, kim: Kim Larsen, lee: Lee Tan, mo: Mo Bashir}
seats:
  top: {title: Top, owner: ana}
  search: {title: Search, reports_to: top, function: Search, owner: ben}
  search/ranking: {title: Search Ranking, reports_to: search, owner: kim}
  search/index: {title: Search Index, reports_to: search, owner: lee}
  search/tests: {title: Search Tests, reports_to: search, owner: mo}
";

#[test]
fn a_team_that_is_called_otherwise_is_one_change() {
    let new = SEARCH.replace("search", "discovery").replace("Search", "Discovery");
    told(
        SEARCH,
        &new,
        &expect![[r#"
            1 change (structure 1) from `old.yaml` to `new.yaml`
            Findings: 5 as before; 4 notes are shown by `--verbose`

            Structure (1)
              ~ search is now discovery (4 seats) (likely, 56 %)
        "#]],
    );
    told(
        &new,
        SEARCH,
        &expect![[r#"
            1 change (structure 1) from `old.yaml` to `new.yaml`
            Findings: 5 as before; 4 notes are shown by `--verbose`

            Structure (1)
              ~ discovery is now search (4 seats) (likely, 56 %)
        "#]],
    );
}

#[test]
fn priorities_with_the_same_new_words_are_renamed_each() {
    let of = |ids: [&str; 2], word: &str| {
        format!(
            "people: {{ana: Ana Ruiz}}\nseats: {{top: {{title: Top, owner: ana}}}}\npriorities:\n  {}: {{title: Open the {word} \
             desk in Oslo, owner: top}}\n  {}: {{title: Train the {word} staff, owner: top}}\n",
            ids[0], ids[1]
        )
    };
    told(
        &of(["a1", "a2"], "warranty"),
        &of(["b1", "b2"], "service"),
        &expect![[r#"
            2 changes (priorities 2) from `old.yaml` to `new.yaml`
            Findings: 1 as before; 3 notes are shown by `--verbose`

            Priorities (2)
              ~ a1 is now b1 (likely, 76 %): "Open the warranty desk in Oslo" -> "Open the
                service desk in Oslo"
              ~ a2 is now b2 (likely, 71 %): "Train the warranty staff" -> "Train the
                service staff"
        "#]],
    );
}

#[test]
fn priorities_tell_whose_seat_is_whose() {
    let of = |seat: &str, title: &str| {
        format!(
            "seats:\n  top: {{title: Top}}\n  {seat}: {{title: {title}, reports_to: top}}\npriorities:\n  p: {{title: Win \
             accounts, owner: {seat}}}\n  q: {{title: Keep accounts, owner: {seat}}}\n"
        )
    };
    assert_eq!(
        renames(&of("sales", "Sales"), &of("growth", "Sales and Growth")),
        [("sales".to_owned(), "growth".to_owned())]
    );
}

#[test]
fn what_one_seat_hands_to_another_is_one_line() {
    let of = |owner: &str| {
        let priorities: String =
            (1..=10).map(|n| format!("  p{n:02}: {{title: Task {n}, owner: {owner}}}\n")).collect();
        format!(
            "people: {{ana: Ana Ruiz, ben: Ben Okafor}}\nseats:\n  one: {{title: One, owner: ana}}\n  two: {{title: Two, reports_to: one, owner: ben}}\npriorities:\n{priorities}"
        )
    };
    compared(&of("one"), &of("two"), Renames::default(), |compared| {
        let text = diff_text(compared, Look { color: false, width: 80, lowest: Level::Error });
        assert_eq!(text.matches("one -> two").count(), 1, "{text}");
        assert_eq!(diff_markdown(compared).matches("**One** `one` → **Two** `two`").count(), 1);
    });
}

#[test]
fn a_finding_says_of_whom_it_is() {
    let old = "people: {ana: Ana Ruiz}\nseats:\n  demand: {title: Demand, owner: ana}\n  a: {title: A, reports_to: demand}\n  b: \
               {title: B, reports_to: demand}\n";
    let new = "people: {ana: Ana Ruiz}\nseats:\n  top: {title: Top, owner: ana}\n  a: {title: A, reports_to: demand}\n  b: \
               {title: B, reports_to: demand}\n";
    compared(old, new, Renames::Off, |compared| {
        for text in [
            diff_text(compared, Look { color: false, width: 80, lowest: Level::Error }),
            diff_markdown(compared).replace('`', ""),
        ] {
            let text = text.replace('`', "");
            assert!(text.contains("seat a") && text.contains("seat b"), "{text}");
        }
    });
}

#[test]
fn what_is_gone_off_track_is_asked_for_and_an_id_used_again_is_hinted_at() {
    let old = "people: {ana: Ana Ruiz}\nseats: {top: {title: Top, owner: ana}}\npriorities:\n  p: {title: Win accounts, owner: top, \
               status: off-track}\n  q: {title: Move the depot, owner: top}\n";
    let new = "people: {ana: Ana Ruiz}\nseats: {top: {title: Top, owner: ana}}\npriorities:\n  q: {title: Hire six cooks, owner: \
               top}\n";
    told(
        old,
        new,
        &expect![[r#"
            2 changes (priorities 2) from `old.yaml` to `new.yaml`
            Findings: 1 as before; 3 notes are shown by `--verbose`

            Priorities (2)
              - p "Win accounts" (off-track) without being `dropped`: carry it on, or drop
                it?
              ~ q: "Move the depot" -> "Hire six cooks"

            Load (1 person)
              - Ana Ruiz: 12 % -> 6 %

            Notes
            - `q` was "Move the depot" and is "Hire six cooks": if that is another priority,
              give it an id of its own
        "#]],
    );
}

#[test]
fn show_knows_an_entry_under_its_earlier_id() {
    let chart = |revision: &str, id: &str| {
        format!(
            "organization: Acme\nrevision: {revision}\npeople: {{ana: Ana Ruiz}}\nseats:\n  {id}: {{title: Head of Sales, owner: \
             ana, responsibilities: [Prices, Quotes]}}\n"
        )
    };
    let home = folder(&[("2026-Q3.yaml", &chart("2026-Q3", "sales")), ("2026-Q4.yaml", &chart("2026-Q4", "growth"))]);
    let shown = rightseat(home.path(), &["show", "growth", "--chart", "."]).out;
    assert!(shown.contains("2026-Q3: Head of Sales (sales)") && !shown.contains("not in the chart"), "{shown}");
}
