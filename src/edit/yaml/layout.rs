//! How a file is laid out, learnt from its contents.

use crate::read::{Outline, Shape};

use super::lines::Lines;

/// The usual step of an indent.
const STEP: usize = 2;

/// How what is added is indented.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// A mapping below its key.
    pub(super) step: usize,
    /// A list below its key.
    pub(super) list: usize,
}

impl Layout {
    pub(super) fn of(outline: &Outline<'_>, lines: Lines<'_>) -> Self {
        let (mut step, mut list) = (None, None);
        // The first of each kind decides; a file with only one kind is searched once.
        for (at, node) in outline.nodes.iter().enumerate().skip(1) {
            let is_value = node.mark.is_some_and(|mark| outline.text[mark..].starts_with(':'));
            let below = |start: usize| {
                let key = outline.nodes[at - 1].bytes.start;
                lines.column(start).checked_sub(lines.column(key))
            };
            match node.shape {
                Shape::Map { in_braces: false } if is_value && step.is_none() => {
                    step = below(node.bytes.start).filter(|step| *step > 0);
                }
                Shape::List { in_brackets: false } if is_value && list.is_none() => list = below(node.bytes.start),
                _ => {}
            }
            if step.is_some() && list.is_some() {
                break;
            }
        }
        let step = step.unwrap_or(STEP);
        Self { step, list: list.unwrap_or(step) }
    }
}
