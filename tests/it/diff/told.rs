//! Re-organisations, and how they are reported.

use expect_test::{Expect, expect};
use rightseat::check::Level;
use rightseat::diff::{Renames, edits};
use rightseat::report::{Look, diff_text};

use super::{chart, compared};

/// The groups of changes between two charts, without what they mean for loads and rules.
fn told(old: &str, new: &str, expected: &Expect) {
    compared(old, new, Renames::default(), |compared| {
        let look = Look { color: false, width: 80, lowest: Level::Error };
        let text = diff_text(compared, look);
        let parts = text.split("\n\n").skip(1);
        let is_change =
            |part: &&str| !["Load", "Introduced", "Fixed", "More"].iter().any(|word| part.starts_with(word));
        let parts: Vec<&str> = parts.filter(is_change).map(|part| part.trim_end()).collect();
        expected.assert_eq(&(if parts.is_empty() { "nothing".to_owned() } else { parts.join("\n") } + "\n"));
    });
}

const PEOPLE: &str = "people: {ana: Ana Ruiz, ben: Ben Okafor, kim: Kim Larsen, lee: Lee Tan, mo: Mo Bashir}\n";

fn seats(lines: &str) -> String {
    format!("{PEOPLE}seats:\n{lines}")
}

const FIRM: &str = "  ceo: {title: CEO, owner: ana}
  coo: {title: COO, owner: ben, reports_to: ceo}
  sales: {title: Head of Sales, owner: kim, reports_to: coo, responsibilities: [Quotes, Key accounts, Prices]}
  east: {title: Sales East, owner: lee, reports_to: sales}
  west: {title: Sales West, reports_to: sales}
";

#[test]
fn a_subtree_moves_once() {
    let new = FIRM.replace("owner: kim, reports_to: coo", "owner: kim, reports_to: ceo");
    told(
        &seats(FIRM),
        &seats(&new),
        &expect![[r#"
            Structure (1)
              > sales: coo -> ceo (with 2 seats)
        "#]],
    );
}

#[test]
fn layers_come_and_go() {
    let layered = FIRM.replace("reports_to: sales", "reports_to: field")
        + "  field: {title: Head of Field, owner: mo, reports_to: sales}\n";
    told(
        &seats(FIRM),
        &seats(&layered),
        &expect![[r#"
            Structure (1)
              + field "Head of Field" between sales and east, west, owner Mo Bashir
        "#]],
    );
    told(
        &seats(&layered),
        &seats(FIRM),
        &expect![[r#"
            Structure (1)
              - field "Head of Field", held by Mo Bashir; east, west now report to sales
        "#]],
    );
}

#[test]
fn a_seat_that_goes_says_where_its_reports_and_its_work_went() {
    let new = "  ceo: {title: CEO, owner: ana, responsibilities: [Prices]}
  coo: {title: COO, owner: ben, reports_to: ceo}
  east: {title: Sales East, owner: lee, reports_to: coo, responsibilities: [Quotes]}
  west: {title: Sales West, reports_to: ceo}
";
    told(
        &seats(FIRM),
        &seats(new),
        &expect![[r#"
            Structure (1)
              - sales "Head of Sales", held by Kim Larsen; west now reports to ceo; east now
                reports to coo; 1 responsibility went with it
            Responsibilities (2)
              > sales -> ceo: "Prices"
              > sales -> east: "Quotes"
        "#]],
    );
}

#[test]
fn splits_and_mergers_are_told_with_what_moved() {
    let one = "  ops: {title: Operations, owner: ana, responsibilities: [Rota, Vans, Stock, Returns]}\n";
    let two = "  ops: {title: Operations, owner: ana, responsibilities: [Rota, Vans]}\n  \
               stores: {title: Stores, owner: ben, reports_to: ops, responsibilities: [Stock, Returns]}\n";
    told(
        &seats(one),
        &seats(two),
        &expect![[r#"
        Structure (2)
          + stores "Stores" under ops, owner Ben Okafor
          ~ ops is split into ops, stores (likely, 100 %)
          > ops -> stores: "Returns", "Stock"
    "#]],
    );
    told(
        &seats(two),
        &seats(one),
        &expect![[r#"
        Structure (2)
          - stores "Stores", held by Ben Okafor
          ~ ops, stores are merged into ops (likely, 100 %)
          > stores -> ops: "Returns", "Stock"
    "#]],
    );
}

#[test]
fn who_holds_what() {
    let old = "  a: {title: A, owner: ana}
  b: {title: B, owner: ben, reports_to: a}
  c: {title: C, reports_to: a}
  d: {title: D, reports_to: a, interim: kim}
  e: {title: E, owner: kim, reports_to: a}
  f: {title: F, owner: lee, reports_to: a}
  g: {title: G, owner: [lee, mo], reports_to: a}
  h: {title: H, owner: mo, reports_to: a}
  i: {title: I, owner: mo, reports_to: a, backup: ana, members: [lee]}
";
    let new = "  a: {title: A, owner: ben}
  b: {title: B, owner: ana, reports_to: a}
  c: {title: C, owner: kim, reports_to: a}
  d: {title: D, owner: kim, reports_to: a}
  e: {title: E, reports_to: a, interim: ana, vacant: {since: 2026-10-01, plan: Two candidates}}
  f: {title: F, owner: mo, reports_to: a}
  g: {title: G, owner: lee, reports_to: a}
  h: {title: H, owner: [mo, kim], reports_to: a}
  i: {title: I, owner: mo, reports_to: a, backup: ben, members: [kim], fit: {head: true, heart: true, briefcase: false}}
";
    told(
        &seats(old),
        &seats(new),
        &expect![[r#"
            Ownership (10)
              > a: Ana Ruiz -> Ben Okafor; b: Ben Okafor -> Ana Ruiz (exchanged)
              > f: Lee Tan -> Mo Bashir
              + c: vacant -> Kim Larsen
              + d: vacant -> Kim Larsen, who covered it
              - e: Kim Larsen -> vacant; Ana Ruiz covers (since 2026-10-01: Two candidates)
              ~ h: now shared by Kim Larsen, Mo Bashir
              ~ g: Lee Tan, Mo Bashir -> Lee Tan
              ~ i: backup Ana Ruiz -> Ben Okafor; members + Kim Larsen, - Lee Tan; fit not
                judged -> head yes, heart yes, briefcase no
        "#]],
    );
}

#[test]
fn people_come_go_and_are_renamed_without_handing_anything_over() {
    let old = "people: {ana: Ana Ruiz, ben: Ben Okafor, kim: {name: Kim Larsen, capacity: 1}}\nseats:\n  \
               a: {title: A, owner: ana}\n  b: {title: B, owner: ben, reports_to: a}\n  c: {title: C, owner: kim, reports_to: a}\n";
    let new = "people: {ana-ruiz: Ana Ruiz, mo: Mo Bashir, kim: {name: Kim Berg, capacity: 0.5}}\nseats:\n  \
               a: {title: A, owner: ana-ruiz}\n  b: {title: B, owner: mo, reports_to: a}\n  c: {title: C, owner: kim, reports_to: a}\n";
    told(
        old,
        new,
        &expect![[r#"
            People (4)
              + Mo Bashir (mo) joined: b, after Ben Okafor, who left
              ~ ana is now ana-ruiz (all else is the same)
              ~ Kim Berg: was called "Kim Larsen"; capacity 1 -> 0.5
        "#]],
    );
}

#[test]
fn what_a_seat_answers_for_is_not_given_up_where_it_can_not_be_read() {
    let old =
        "people: {ana: Ana Ruiz}\nseats:\n  a: {title: A, owner: ana, responsibilities: [Books, Payroll, Cash]}\n";
    let new = "people: {ana: Ana Ruiz}\nseats:\n  a: {title: A, owner: ana, responsibilities: 'Books, Payroll, Cash'}\n  \
               b: {title: B, owner: ana, reports_to: a, responsibilities: [Payroll, Hiring]}\n";
    told(
        old,
        new,
        &expect![[r#"
            Structure (1)
              + b "B" under a, owner Ana Ruiz
        "#]],
    );
}

#[test]
fn seats_are_renamed_by_word_by_content_and_by_likeness_and_otherwise_hinted_at() {
    let old = FIRM.to_owned()
        + "  lab: {title: Laboratory, owner: mo, reports_to: ceo, responsibilities: [Tests, Samples]}\n";
    let new = FIRM
        .replace("  coo:", "  operations:")
        .replace("reports_to: coo", "reports_to: operations")
        .replace("title: COO, ", "title: Chief of Operations, formerly: [coo], ")
        .replace("  east:", "  sales-east:")
        + "  testing: {title: Test Laboratory, owner: mo, reports_to: ceo, responsibilities: [Tests, Reports]}\n";
    told(
        &seats(&old),
        &seats(&new),
        &expect![[r#"
            Structure (5)
              ~ coo is now operations (declared)
              ~ east is now sales-east (all else is the same)
              ~ lab is now testing (likely, 66 %)
              ~ operations: "COO" -> "Chief of Operations"
              ~ testing: "Laboratory" -> "Test Laboratory"
            Responsibilities (2)
              + testing: "Reports"
              - testing: "Samples"
        "#]],
    );
    let hint = |title: &str, owner: &str, id: &str| {
        format!("  top: {{title: Top, owner: ana}}\n  {id}: {{title: {title}, owner: {owner}, reports_to: top}}\n")
    };
    told(
        &seats(&hint("Chief Finance Officer", "ben", "cfo")),
        &seats(&hint("Chief Operating Officer", "kim", "operations")),
        &expect![[r#"
            Structure (2)
              + operations "Chief Operating Officer" under top, owner Kim Larsen
              - cfo "Chief Finance Officer", held by Ben Okafor
            Possible renames (1)
              ? seat cfo may now be operations (likely, 40 %); if so, write under it
                `formerly: [cfo]`
        "#]],
    );
}

#[test]
fn a_claim_to_an_id_that_is_taken_is_said_and_not_believed() {
    let new = FIRM.replace("  east: {", "  east: {formerly: [west], ")
        + "  x: {title: X, formerly: [gone], reports_to: ceo}\n  y: {title: Y, formerly: [gone], reports_to: ceo}\n";
    let old = FIRM.to_owned() + "  gone: {title: Gone, reports_to: ceo}\n";
    compared(&seats(&old), &seats(&new), Renames::Declared, |compared| {
        let notes = [
            "`x` and `y` both say that they were `gone`: leave one",
            "`east` says that it was `west`, which is still there",
        ];
        assert_eq!(compared.diff.notes, notes);
        assert_eq!(compared.diff.renames, []);
    });
}

#[test]
fn a_number_of_another_system_finds_what_goes_by_another_id() {
    let old = "people: {kim: {name: Kim Larsen, ref: B2}}\nseats:\n  maker: {title: Wick Maker, ref: {hr: P-1}}\n  \
               tester: {title: Tester, ref: [P-3, P-4]}\n  cook: {title: Cook, ref: P-1}\n";
    let new = "people: {berg: {name: Ida Berg, ref: B2}}\nseats:\n  dyer: {title: Dyer of Oil, ref: {hr: P-1, ats: 7}}\n  \
               guard: {title: Night Guard, ref: P-4}\n  nurse: {title: Nurse, ref: P-9}\n";
    for renames in [Renames::Declared, Renames::default()] {
        compared(old, new, renames, |compared| {
            let told = |rename: &rightseat::diff::Rename| (rename.old.id.clone(), rename.new.id.clone(), rename.how);
            let number = |old: &str, new: &str| (old.to_owned(), new.to_owned(), rightseat::diff::How::Number);
            let renames: Vec<_> = compared.diff.renames.iter().map(told).collect();
            assert_eq!(renames, [number("kim", "berg"), number("maker", "dyer"), number("tester", "guard")]);
        });
    }
    compared(old, new, Renames::Off, |compared| assert_eq!(compared.diff.renames, []));
}

#[test]
fn ids_that_change_places_are_edits() {
    let new = FIRM.replace("  east:", "  other:").replace("  west:", "  east:").replace("  other:", "  west:");
    told(
        &seats(FIRM),
        &seats(&new),
        &expect![[r#"
            Structure (2)
              ~ east: "Sales East" -> "Sales West"
              ~ west: "Sales West" -> "Sales East"
            Ownership (2)
              + west: vacant -> Lee Tan
              - east: Lee Tan -> vacant
        "#]],
    );
}

#[test]
fn responsibilities_go_come_and_are_reworded() {
    let old = "  a: {title: A, owner: ana, responsibilities: [Budget of the year, Own SLAs, Vans]}\n  \
               b: {title: B, owner: ben, reports_to: a, responsibilities: [Hiring]}\n";
    let new = "  a: {title: A, owner: ana, responsibilities: [The budget of the year, Parking]}\n  \
               b: {title: B, owner: ben, reports_to: a, responsibilities: [hiring, Own SLAs]}\n";
    told(
        &seats(old),
        &seats(new),
        &expect![[r#"
        Responsibilities (5)
          > a -> b: "Own SLAs"
          + a: "Parking"
          - a: "Vans"
          ~ a: "Budget of the year" -> "The budget of the year"
          ~ b: "Hiring" -> "hiring"
    "#]],
    );
}

/// Co-chairs are numbered: one leaves, the others move up, and what reports to the last of them stays with him.
#[test]
fn in_seats_that_are_alike_who_sits_where_is_no_news() {
    let chairs = |owners: &[&str], manager: &str| {
        let seat = |(n, owner): (usize, &&str)| format!("  chair-{n}: {{title: Chair, owner: {owner}}}\n");
        let chairs: String = owners.iter().enumerate().map(seat).collect();
        seats(&format!("{chairs}  desk: {{title: Desk, owner: mo, reports_to: {manager}}}\n"))
    };
    let old = chairs(&["ana", "ben", "kim"], "chair-2");
    told(
        &old,
        &chairs(&["ben", "kim"], "chair-1"),
        &expect![[r#"
            Ownership (1)
              ~ "Chair" (3 -> 2 seats): Ana Ruiz went; 2 stayed
        "#]],
    );
    told(
        &old,
        &chairs(&["ana", "ben", "lee"], "chair-2"),
        &expect![[r#"
        Ownership (1)
          > chair-2: Kim Larsen -> Lee Tan
    "#]],
    );
}

#[test]
fn priorities_and_metrics() {
    let firm = "  a: {title: A, owner: ana}
  b: {title: B, owner: ben, reports_to: a}
  c: {title: C, owner: kim, reports_to: a}
";
    let old = seats(firm)
        + "priorities:
  done: {title: Get it done, owner: a, status: on-track}
  dropped: {title: Leave it, owner: a, status: on-track}
  handed: {title: Hand it on, owner: a, due: 2026-11-01}
  orphan: {title: Lose it, owner: b}
  shared: {title: Share it, owner: [a, c], status: off-track, effort: 0.2}
  gone: {title: Be gone, owner: c, status: done}
  words: {title: Say it, owner: c, supports: [handed], lane: cost}
metrics:
  speed: {title: Speed, owner: a, target: <= 4 h, actual: 6 h}
  spend: {title: Spend, owner: a, target: at most 10 k, actual: 9 k}
  share: {title: Share, owner: b, target: '>= 5 %', actual: 1 %}
strategy: {mission: Be quick, lane: cost, values: [Own it, Say it]}
";
    let new = seats(&firm.replace("owner: ben", "vacant: {plan: Search}"))
        + "priorities:
  done: {title: Get it done, owner: a, status: done}
  dropped: {title: Leave it, owner: a, status: dropped}
  handed: {title: Hand it on, owner: c, due: 2026-12-01}
  orphan: {title: Lose it, owner: b}
  shared: {title: Share it, owner: c, status: on-track, effort: 0.3}
  words: {title: Say it plainly, owner: c, supports: [shared], lane: service}
  fresh: {title: Start it, owner: a, supports: [shared], contributors: [c]}
metrics:
  speed: {title: Speed, owner: a, target: <= 4 h, actual: 3 h}
  spend: {title: Spend, owner: a, target: at most 10 k, actual: 11 k}
  share: {title: Share, owner: c, target: '>= 7 %', actual: 2 %}
  fresh: {title: Fresh, owner: b}
strategy: {mission: Be quick, lane: service, values: [Say it, Mend it]}
organization: Acme
";
    told(
        &old,
        &new,
        &expect![[r#"
            Ownership (1)
              - b: Ben Okafor -> vacant (Search)
            Priorities (13)
              + fresh "Start it", owner a
              ~ done "Get it done": done
              - dropped "Leave it": dropped
              - gone "Be gone" (done)
              - orphan "Lose it": nobody answers for it: b is vacant
              ~ shared "Share it": now answered for by Kim Larsen in c (before: shared by a
                and c); on track; effort 0.2 -> 0.3
              ~ handed "Hand it on": owner a -> c; due 2026-11-01 -> 2026-12-01
              ~ words: "Say it" -> "Say it plainly"; lane cost -> service; supports +
                shared, - handed
            Metrics (6)
              + fresh "Fresh", owner b
              ~ speed "Speed": 6 h -> 3 h, which reaches the target
              ~ spend "Spend": 9 k -> 11 k, which misses the target
              ~ share "Share": 1 % -> 2 %; target >= 5 % -> >= 7 %; owner b -> c
            Strategy (2)
              ~ the strategy: lane cost -> service; values "Own it" -> "Mend it"
        "#]],
    );
}

#[test]
fn what_cannot_be_read_is_neither_there_nor_gone() {
    let new = FIRM.replace("owner: lee, reports_to: sales", "owner: {lee}, reports_to: [sales]");
    told(
        &seats(FIRM),
        &seats(&new),
        &expect![[r#"
            nothing
        "#]],
    );
    assert_eq!(edits(&chart(&seats(FIRM)), &chart(&seats(&new))).len(), 2);
    let (strategy, wrong) = (format!("{PEOPLE}strategy: {{mission: Mend}}\n"), format!("{PEOPLE}strategy: [Mend]\n"));
    for (old, new) in [(&strategy, &wrong), (&wrong, &strategy)] {
        told(old, new, &expect![["nothing\n"]]);
    }
}

#[test]
fn a_finding_that_is_graver_says_what_it_was() {
    let firm = |count: usize| {
        let held: Vec<String> = (0..count).map(|n| format!("Matter {n}")).collect();
        seats(&format!("  a: {{title: A, owner: ana, responsibilities: [{}]}}\n", held.join(", ")))
    };
    compared(&firm(13), &firm(14), Renames::default(), |compared| {
        let text = diff_text(compared, Look { color: false, width: 80, lowest: Level::Warning });
        let graver =
            text.split("\n\n").find(|part| part.starts_with("More or less serious")).expect("there is such a part");
        expect![[r#"
            More or less serious (2 findings)
              ~ warning `overloaded-seat`: `a` carries 112 % of one full-time person (was
                104 %)
              ~ warning `crowded-seat`: `a` has 14 responsibilities, more than 7 (was 13)
        "#]]
        .assert_eq(graver);
    });
}

#[test]
fn the_organisation_may_be_called_something_else() {
    told(
        "organization: Acme\n",
        "organization: Apex\n",
        &expect![[r#"
        Strategy (1)
          ~ the organisation: "Acme" -> "Apex"
    "#]],
    );
}

#[test]
fn a_priority_that_was_closed_had_nobody_to_lose() {
    let chart = |status: &str, owner: &str| {
        seats(&format!("  a: {{title: A{owner}}}\npriorities:\n  q: {{title: Q, owner: a, status: {status}}}\n"))
    };
    told(
        &chart("done", ", owner: ana"),
        &chart("on-track", ""),
        &expect![[r#"
        Ownership (1)
          - a: Ana Ruiz -> vacant
        Priorities (1)
          ~ q "Q": on track
    "#]],
    );
    told(
        &chart("on-track", ", owner: ana"),
        &chart("done", ""),
        &expect![[r#"
        Ownership (1)
          - a: Ana Ruiz -> vacant
        Priorities (1)
          ~ q "Q": done
    "#]],
    );
}

#[test]
fn a_seat_of_several_that_goes_takes_its_dotted_lines_along() {
    let chart = |owners: &[&str], desk: &str| {
        let seat = |(n, owner): (usize, &&str)| format!("  chair-{n}: {{title: Chair, owner: {owner}}}\n");
        let chairs: String = owners.iter().enumerate().map(seat).collect();
        seats(&format!("{chairs}  desk: {{title: Desk, owner: mo{desk}}}\n"))
    };
    told(
        &chart(&["ana", "ben", "kim"], ", dotted_to: [chair-2]"),
        &chart(&["ben", "kim"], ""),
        &expect![[r#"
        Ownership (1)
          ~ "Chair" (3 -> 2 seats): Ana Ruiz went; 2 stayed
    "#]],
    );
}

#[test]
fn who_answers_to_another_of_several_has_moved_and_one_more_of_them_is_counted() {
    let chart = |owners: &[&str], manager: &str| {
        let seat = |(n, owner): (usize, &&str)| format!("  chair-{n}: {{title: Chair, owner: {owner}}}\n");
        let chairs: String = owners.iter().enumerate().map(seat).collect();
        seats(&format!("{chairs}  desk: {{title: Desk, owner: mo, reports_to: {manager}}}\n"))
    };
    told(
        &chart(&["ana", "ben", "kim"], "chair-2"),
        &chart(&["ben", "kim"], "chair-0"),
        &expect![[r#"
        Structure (1)
          > desk: chair-2 (Kim Larsen) -> chair-0 (Ben Okafor)
        Ownership (1)
          ~ "Chair" (3 -> 2 seats): Ana Ruiz went; 2 stayed
    "#]],
    );
    told(
        &chart(&["ben", "kim"], "chair-1"),
        &chart(&["ana", "ben", "kim"], "chair-2"),
        &expect![[r#"
        Ownership (1)
          ~ "Chair" (2 -> 3 seats): Ana Ruiz came; 2 stayed
    "#]],
    );
}

#[test]
fn who_came_to_a_seat_that_moved_or_is_new_there_did_not_go_with_it() {
    let old = seats(&format!("{FIRM}  ops: {{title: Operations, owner: mo, reports_to: ceo}}\n"));
    let new = old
        .replace("kim, reports_to: coo", "kim, reports_to: ceo")
        .replace("mo, reports_to: ceo", "mo, reports_to: sales");
    let new = new + "  north: {title: Sales North, owner: ana, reports_to: sales}\n";
    told(
        &old,
        &new,
        &expect![[r#"
            Structure (3)
              + north "Sales North" under sales, owner Ana Ruiz
              > ops: ceo -> sales
              > sales: coo -> ceo (with 2 seats)
        "#]],
    );
}

#[test]
fn a_waiver_is_told_by_what_it_waives() {
    let allow =
        "allow: [{rule: thin-seat, reason: On purpose, until: 2026-12-31}, {rule: wide-span, until: 2027-01-31}]";
    told(
        &seats("  a: {title: A, owner: ana}\n"),
        &seats(&format!("  a: {{title: A, owner: ana, {allow}}}\n")),
        &expect![[r#"
            Structure (1)
              ~ a: waiver none -> thin-seat until 2026-12-31: On purpose, wide-span until
                2027-01-31
        "#]],
    );
}

#[test]
fn work_that_all_went_to_one_seat_was_not_split() {
    let old = seats(FIRM);
    let new = old.replace(", responsibilities: [Quotes, Key accounts, Prices]", "")
        + "  desk: {title: Desk, owner: mo, reports_to: ceo, responsibilities: [Quotes, Key accounts, Prices]}\n";
    told(
        &old,
        &new,
        &expect![[r#"
        Structure (1)
          + desk "Desk" under ceo, owner Mo Bashir
        Responsibilities (3)
          > sales -> desk: "Key accounts", "Prices", "Quotes"
    "#]],
    );
}

#[test]
fn a_promise_that_stands_hides_no_other_change_of_the_strategy() {
    let strategy = |mission: &str, owner: &str| {
        format!("strategy: {{mission: {mission}, promise: {{text: By tomorrow, owner: {owner}}}}}\n")
    };
    let old = seats(FIRM) + &strategy("Mend", "sales");
    told(
        &old,
        &(seats(FIRM) + &strategy("Mend well", "sales")),
        &expect![[r#"
        Strategy (1)
          ~ the strategy: mission "Mend" -> "Mend well"
    "#]],
    );
    told(
        &old,
        &(seats(FIRM) + &strategy("Mend", "coo")),
        &expect![[r#"
            Strategy (1)
              ~ the strategy: promise "owner sales, text By tomorrow" -> "owner coo, text By
                tomorrow"
        "#]],
    );
}

#[test]
fn a_new_head_over_the_old_one_is_a_seat_and_a_move() {
    let old = seats(FIRM);
    let new = old.replace("owner: ana}", "owner: ana, reports_to: board}") + "  board: {title: Board, owner: mo}\n";
    told(
        &old,
        &new,
        &expect![[r#"
        Structure (2)
          + board "Board" at the top, owner Mo Bashir
          > ceo: the top -> board (with 4 seats)
    "#]],
    );
}

#[test]
fn a_dotted_line_is_told_and_of_two_responsibilities_nothing_is_split() {
    let old = seats(FIRM);
    told(
        &old,
        &old.replace("owner: lee", "owner: lee, dotted_to: [coo]"),
        &expect![[r#"
        Structure (1)
          ~ east: dotted to + coo
    "#]],
    );
    let old = old.replace(", Prices]", "]");
    let parts = "  desk: {title: Desk, owner: mo, responsibilities: [Quotes]}\n  till: {title: Till, owner: mo, responsibilities: [Key accounts]}\n";
    let new = old.replace(", responsibilities: [Quotes, Key accounts]", "") + parts;
    told(
        &old,
        &new,
        &expect![[r#"
        Structure (2)
          + desk "Desk" at the top, owner Mo Bashir
          + till "Till" at the top, owner Mo Bashir
        Responsibilities (2)
          > sales -> desk: "Quotes"
          > sales -> till: "Key accounts"
    "#]],
    );
}

#[test]
fn what_is_no_longer_measured_is_told() {
    let old = seats(FIRM) + "metrics:\n  m: {title: Margin, owner: sales}\n";
    told(
        &old,
        &seats(FIRM),
        &expect![[r#"
        Metrics (1)
          - m "Margin"
    "#]],
    );
}
