//! How the elements of a page's pictures look, stated once for all that look alike: attributes that only paint become
//! classes of the style sheet, which a page may have and a picture that goes to a slide may not.

use std::collections::HashMap;
use std::fmt::Write as _;

/// The attributes that only paint, as style sheets know them too.
const PAINTING: &[&str] =
    &["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "font-size", "font-weight", "font-style"];

/// The looks that occur, each a list of declarations; a class is the place in the list.
#[derive(Debug, Default)]
pub(super) struct Looks {
    all: Vec<String>,
    /// Looked up only, never walked through.
    known: HashMap<String, usize>,
}

impl Looks {
    /// A picture of ours with a class on each element that is painted. Neither `<` nor `>` nor `"` stands in its texts:
    /// they are escaped.
    pub(super) fn classed(&mut self, svg: &str) -> String {
        let mut out = String::with_capacity(svg.len());
        let mut parts = svg.split('<');
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (tag, words) = part.split_once('>').expect("each element's tag ends");
            let (tag, end) = tag.strip_suffix('/').map_or((tag, ">"), |tag| (tag, "/>"));
            out.push('<');
            self.tag(tag, &mut out);
            out.push_str(end);
            out.push_str(words);
        }
        out
    }

    fn tag(&mut self, tag: &str, out: &mut String) {
        let mut quoted = tag.split('"');
        let mut look = String::new();
        // An even part ends with the name of an attribute, the odd one after it is the value; the last part is no name.
        while let Some(before) = quoted.next() {
            let Some(value) = quoted.next() else {
                out.push_str(before);
                break;
            };
            // The element's own name comes first.
            let (element, name) = before.rsplit_once(' ').expect("a name stands apart");
            out.push_str(element);
            match name.strip_suffix('=').filter(|name| PAINTING.contains(name)) {
                // Sizes have a unit in style sheets.
                Some("font-size") => write!(look, "font-size:{value}px;"),
                Some(name) => write!(look, "{name}:{value};"),
                None => write!(out, " {name}\"{value}\""),
            }
            .expect("a string takes everything");
        }
        if !look.is_empty() {
            write!(out, " class=\"s{}\"", self.place(look)).expect("a string takes everything");
        }
    }

    fn place(&mut self, look: String) -> usize {
        if let Some(&known) = self.known.get(&look) {
            return known;
        }
        self.all.push(look.clone());
        self.known.insert(look, self.all.len() - 1);
        self.all.len() - 1
    }

    /// The looks as part of the style sheet.
    pub(super) fn style(&self) -> String {
        self.all.iter().enumerate().fold(String::new(), |mut style, (at, look)| {
            writeln!(style, ".s{at}{{{}}}", look.trim_end_matches(';')).expect("a string takes everything");
            style
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_that_look_alike_share_a_class() {
        let mut looks = Looks::default();
        let svg = "<svg width=\"9\">\n<title>a = \u{201c}b\u{201d}</title>\n<rect x=\"1\" fill=\"#fff\" rx=\"2\"/>\n\
                   <text x=\"1\" font-size=\"9.5\" fill=\"#000\">fill= &lt;&quot;</text>\n<rect fill=\"#fff\"/>\n</svg>\n";
        assert_eq!(
            looks.classed(svg),
            "<svg width=\"9\">\n<title>a = \u{201c}b\u{201d}</title>\n<rect x=\"1\" rx=\"2\" class=\"s0\"/>\n\
             <text x=\"1\" class=\"s1\">fill= &lt;&quot;</text>\n<rect class=\"s0\"/>\n</svg>\n"
        );
        assert_eq!(looks.style(), ".s0{fill:#fff}\n.s1{font-size:9.5px;fill:#000}\n");
    }
}
