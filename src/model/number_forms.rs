//! Numbers as the world writes them, which mean one thing here and another there: none is read, so that nobody's
//! thousand becomes one, but each is told how it is written here.

/// Signs between groups of digits that are not ours.
const BETWEEN_GROUPS: [char; 6] = ['\'', '’', '_', '\u{a0}', '\u{202f}', '\u{2009}'];

/// What to write for a number with its unit that says something else than it seems to; `None` where it says what it
/// says. Before it may stand a comparison; the number is its sign, digits, points and commas at the front of the text.
pub(super) fn to_write(before: &str, number: &str, rest: &str) -> Option<String> {
    let unit = |rest: &str| if rest.trim().is_empty() { String::new() } else { format!(" {}", rest.trim()) };
    // 1'000, 1_000, 1 000
    let after = rest.trim_start_matches(BETWEEN_GROUPS).trim_start_matches(' ');
    if after.len() < rest.len() && after.starts_with(|c: char| c.is_ascii_digit()) {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ' ' && !BETWEEN_GROUPS.contains(&c));
        let (groups, of) = rest.split_at(end.unwrap_or(rest.len()));
        let groups = groups.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
        let groups: Vec<&str> = std::iter::once(number).chain(groups).collect();
        return Some(if groups[1..].iter().all(|group| group.len() == 3) {
            format!("write `{before}{}{}`", groups.join(","), unit(of))
        } else {
            "write one number".to_owned()
        });
    }
    // 1:30 h
    if let Some(after) = rest.strip_prefix(':') {
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let minutes = number.parse::<u32>().ok().zip(after[..end].parse::<u32>().ok());
        let of = unit(&after[end..]);
        return Some(match minutes {
            Some((hours, minutes)) if of == " h" => {
                format!("write `{before}{} min`", u64::from(hours) * 60 + u64::from(minutes))
            }
            _ => "write one number, such as `1.5 h`".to_owned(),
        });
    }
    // 1e3
    let exponent = rest.strip_prefix(['e', 'E']);
    let power = exponent.map(|power| power.trim_start_matches(['+', '-']));
    if power.is_some_and(|power| power.starts_with(|c: char| c.is_ascii_digit())) {
        return Some("write the number out, such as `1,000`".to_owned());
    }
    if rest.starts_with(|c: char| c.is_alphabetic() || c == '%' || c.is_whitespace()) || rest.is_empty() {
        return marks(before, number).map(|number| format!("write {}", number.replace('¤', &unit(rest))));
    }
    None
}

/// The number as it is written here, each time with `¤` for its unit.
fn marks(before: &str, number: &str) -> Option<String> {
    let (sign, digits) = number.split_at(number.len() - number.trim_start_matches(['-', '+']).len());
    let sign = format!("{before}{sign}");
    let are_groups = |groups: &[&str]| groups.iter().all(|group| group.len() == 3);
    let points: Vec<&str> = digits.split('.').collect();
    let commas: Vec<&str> = digits.split(',').collect();
    let is_first = |group: &str| (1..=3).contains(&group.len()) && !group.starts_with('0');
    match (points.as_slice(), commas.as_slice()) {
        // 1.180: a thousand here, little more than one there.
        ([whole, group], [_]) if is_first(whole) && group.len() == 3 => {
            let decimals = group.trim_end_matches('0');
            let decimal = match decimals.len() {
                0 => (*whole).to_owned(),
                3 => format!("{whole}.{group}0"),
                _ => format!("{whole}.{decimals}"),
            };
            Some(format!("`{sign}{whole},{group}¤` for thousands, or `{sign}{decimal}¤`"))
        }
        // 1.234.567
        ([first, groups @ ..], [_]) if groups.len() > 1 && is_first(first) && are_groups(groups) => {
            Some(format!("`{sign}{}¤`", points.join(",")))
        }
        // 1.234,5
        ([first, groups @ ..], [whole, decimals])
            if !groups.is_empty() && digits.find(',') > digits.rfind('.') && is_first(first) && whole.contains('.') =>
        {
            Some(format!("`{sign}{}.{decimals}¤`", whole.replace('.', ",")))
        }
        // 1,5
        ([_], [whole, decimals]) if decimals.len() != 3 && !decimals.is_empty() => {
            Some(format!("`{sign}{whole}.{decimals}¤`"))
        }
        _ => None,
    }
}
