//! Numbers as the world writes them, which mean one thing here and another there: none is read, so that nobody's
//! thousand becomes one, but each is told how it is written here.

use super::NumberMeant;

/// Signs between groups of digits that are not ours.
const BETWEEN_GROUPS: [char; 6] = ['\'', '’', '_', '\u{a0}', '\u{202f}', '\u{2009}'];

/// What a number with its unit means that says something else than it seems to; `None` where it says what it says.
/// Before it may stand a comparison; the number is its sign, digits, points and commas at the front of the text.
pub(super) fn meant(before: &str, number: &str, rest: &str) -> Option<NumberMeant> {
    let unit = |rest: &str| if rest.trim().is_empty() { String::new() } else { format!(" {}", rest.trim()) };
    // 1'000, 1_000, 1 000
    let after = rest.trim_start_matches(BETWEEN_GROUPS).trim_start_matches(' ');
    if after.len() < rest.len() && after.starts_with(|c: char| c.is_ascii_digit()) {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ' ' && !BETWEEN_GROUPS.contains(&c));
        let (groups, of) = rest.split_at(end.unwrap_or(rest.len()));
        let groups = groups.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
        let groups: Vec<&str> = std::iter::once(number).chain(groups).collect();
        let is_one = groups[1..].iter().all(|group| group.len() == 3);
        let written = || NumberMeant::Number(format!("{before}{}{}", groups.join(","), unit(of)));
        return Some(if is_one { written() } else { NumberMeant::Several });
    }
    // 1:30 h
    if let Some(after) = rest.strip_prefix(':') {
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let minutes = number.parse::<u32>().ok().zip(after[..end].parse::<u32>().ok());
        let minutes = minutes.map(|(hours, minutes)| u64::from(hours) * 60 + u64::from(minutes));
        let minutes = minutes.filter(|_| unit(&after[end..]) == " h");
        return Some(minutes.map_or(NumberMeant::Clock, |all| NumberMeant::Number(format!("{before}{all} min"))));
    }
    // 1e3
    let exponent = rest.strip_prefix(['e', 'E']);
    let power = exponent.map(|power| power.trim_start_matches(['+', '-']));
    if power.is_some_and(|power| power.starts_with(|c: char| c.is_ascii_digit())) {
        return Some(NumberMeant::Power);
    }
    if rest.starts_with(|c: char| c.is_alphabetic() || c == '%' || c.is_whitespace()) || rest.is_empty() {
        return marks(before, number, &unit(rest));
    }
    None
}

/// The number as its points and commas are written here.
fn marks(before: &str, number: &str, unit: &str) -> Option<NumberMeant> {
    let (sign, digits) = number.split_at(number.len() - number.trim_start_matches(['-', '+']).len());
    let written = |digits: String| format!("{before}{sign}{digits}{unit}");
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
            Some(NumberMeant::Either { thousands: written(format!("{whole},{group}")), decimal: written(decimal) })
        }
        // 1.234.567
        ([first, groups @ ..], [_]) if groups.len() > 1 && is_first(first) && are_groups(groups) => {
            Some(NumberMeant::Number(written(points.join(","))))
        }
        // 1.234,5
        ([first, groups @ ..], [whole, decimals])
            if !groups.is_empty() && digits.find(',') > digits.rfind('.') && is_first(first) && whole.contains('.') =>
        {
            Some(NumberMeant::Number(written(format!("{}.{decimals}", whole.replace('.', ",")))))
        }
        // 1,5
        ([_], [whole, decimals]) if decimals.len() != 3 && !decimals.is_empty() => {
            Some(NumberMeant::Number(written(format!("{whole}.{decimals}"))))
        }
        _ => None,
    }
}
