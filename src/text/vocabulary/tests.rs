//! Words in several languages are found, and mean one thing each.

use super::*;

#[test]
fn no_spelling_means_two_fields_of_one_language() {
    for (fields, is_header) in [(spellings(), true), (words(), false)] {
        for language in fields.values().flat_map(BTreeMap::keys) {
            let mut met: HashMap<&str, &str> = HashMap::new();
            for (field, of) in &fields {
                for spelling in of.get(language).into_iter().flatten() {
                    if is_header {
                        assert_eq!(bare(spelling).replace('/', " "), *spelling, "written bare");
                        let other = met.insert(spelling, field);
                        assert_eq!(other, None, "`{spelling}` is also {field}");
                    } else {
                        let core = spelling.trim_matches('…').trim().trim_end_matches('*');
                        assert!(bare(core) == core || core == "-1", "`{spelling}` is not written bare");
                        // With anything behind it, it is also said alone.
                        let open = format!("{spelling} …");
                        assert!(!of[language].contains(&open), "`{spelling}` of {field} stands in `{open}`");
                    }
                }
            }
        }
    }
}

#[test]
fn nobody_is_known_in_many_words() {
    for name in [
        "TBD",
        "tbd 2",
        "TBD (Q1)",
        "T.B.D.",
        "Vakant",
        "N.N.",
        "N. N.",
        "n.n. (ab 1.1.)",
        "OPEN - REQ 4711",
        "Open (role)",
        "À pourvoir",
        "Vacante",
        "Nachfolge gesucht",
        "to be hired",
        "?",
        "-",
        "N/A",
        "Volné",
        "Vacancy: Sales",
        "New hire 3",
        "Requisition 4711",
        "req-12",
        "Placeholder 2",
        "Open, Q3",
        "NN, Vertrieb",
        "TBD, Sales",
        "",
    ] {
        assert!(is_nobody(name), "{name}");
    }
    for name in [
        "Na Li",
        "Open Smith",
        "Ana Ruiz",
        "Nn Ab",
        "Vaclav Novak",
        "Hiring Manager Ltd",
        "Position Oy",
        "Ledig Anna",
        "New C.",
        "New, Chester",
        "Ures M.",
        "Offen, Anna",
        "Ledig, Anna",
        "Vágó István",
        "Requisition Manager",
        "Placeholder Content Lead",
        "支持",
    ] {
        assert!(!is_nobody(name), "{name}");
    }
}

#[test]
fn statuses_are_known_by_their_first_words() {
    let words = [Word::Gone, Word::Away, Word::Stays];
    for (status, word) in [
        ("Terminated", Word::Gone),
        ("Inactive - Payroll Eligible", Word::Gone),
        ("Suspended - Payroll Eligible", Word::Away),
        ("Baja", Word::Gone),
        ("Baja por maternidad", Word::Away),
        ("gekündigt zum 31.12.", Word::Gone),
        ("Présente", Word::Stays),
        ("Full-Time", Word::Stays),
        ("On Leave (since May)", Word::Away),
        ("Active - Payroll Eligible", Word::Stays),
    ] {
        assert_eq!(first_word_of(&words, status), Some(word), "{status}");
    }
    assert_eq!(first_word_of(&words, "Foo"), None);
}

#[test]
fn headers_are_found_whole_or_inside() {
    for (header, is_whole, field) in [
        ("Employee #", true, "number"),
        ("Status [READ ONLY]", true, "status"),
        ("jobTitle", true, "title"),
        ("USERID", true, "number"),
        ("Manager - Employee ID", true, "manager-id"),
        ("managerUserPrincipalName", true, "manager-email"),
        ("Vorgesetzte/r", true, "manager"),
        ("Wöchentliche Arbeitszeit", true, "hours"),
        ("Reports to Senior Post", false, "manager"),
        ("Intitulé du poste", true, "title"),
        ("Worker's Manager", true, "manager"),
    ] {
        let (found_whole, fields) = fields_of(header);
        let fields: Vec<&str> = fields.into_iter().map(|(field, _)| field).collect();
        assert_eq!((found_whole, fields), (is_whole, vec![field]), "{header}");
    }
    assert_eq!(fields_of("Salary").1, Vec::new());
    // After eight nested names of a flattened record the search ends.
    let behind = |holders: usize| fields_of(&format!("{}jobTitle", "data.".repeat(holders))).0;
    assert_eq!([1, 7, 8, 300].map(behind), [true, true, false, false]);
}

#[test]
fn months_have_names_in_several_languages() {
    assert_eq!(
        [month("Mar"), month("März"), month("août"), month("dic"), month("x")],
        [Some(3), Some(3), Some(8), Some(12), None]
    );
}

#[test]
fn letters_without_accents_are_bared_as_all_letters_are() {
    // A letter beyond ASCII at the end takes the long way, and is a mark that goes.
    for text in ["N.N.", "Head of  Sales (EMEA)", "n/a", "--", "O'Neill-Smith, Jr.", "Given0 Family0", "A_b\tC\n", ""] {
        assert_eq!(bare(text), bare(&format!("{text}\u{200b}")), "{text}");
    }
}
