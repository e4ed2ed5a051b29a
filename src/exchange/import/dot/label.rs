//! The lines of a label, whether it is plain, a record or HTML.

/// A label's lines without spaces around them.
pub(super) fn lines(label: &str) -> Vec<String> {
    let label = if label.starts_with('{') && label.ends_with('}') { &label[1..label.len() - 1] } else { label };
    let label = entities(label);
    let parts = label.split(['\n', '|']).map(|line| {
        // A field of a record may have a port.
        let line = line.trim();
        let line = match line.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            Some((port, rest)) if !port.contains(' ') => rest,
            _ => line,
        };
        line.trim_matches(['{', '}', ' ']).trim().to_owned()
    });
    parts.filter(|line| !line.is_empty()).collect()
}

/// Text of HTML: tags that end a line do so, others are dropped.
pub(super) fn from_html(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at].replace('\n', " "));
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = rest[at..end].trim_matches(['<', '>', '/', ' ']).to_lowercase();
        let name = tag.split_whitespace().next().unwrap_or("");
        if matches!(name, "br" | "br/" | "tr" | "td" | "p" | "hr") {
            text.push('\n');
        }
        rest = &rest[end..];
    }
    text.push_str(&rest.replace('\n', " "));
    text
}

/// The usual entities as letters.
fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let plain = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    plain.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_every_kind_are_lines() {
        assert_eq!(lines("Chief\nAna Ruiz"), ["Chief", "Ana Ruiz"]);
        assert_eq!(lines("{<p> Chief | Ana Ruiz}"), ["Chief", "Ana Ruiz"]);
        assert_eq!(lines("R&amp;D"), ["R&D"]);
        let html = "<table><tr><td><b>Chief</b></td></tr><tr><td>Ana Ruiz</td></tr></table>";
        assert_eq!(lines(&from_html(html)), ["Chief", "Ana Ruiz"]);
        assert_eq!(lines(&from_html("<b>Chief</b><br/>Ana Ruiz")), ["Chief", "Ana Ruiz"]);
    }
}
