//! The first look at a file: whose chart it is and of when, without reading the rest of it into
//! types.

use crate::model::{Claim, Revision, Text};
use crate::text::Source;

use super::defect::Defects;
use super::event::{Broken, Event};
use super::events::{self, Events, Reading};
use super::node::Tree;
use super::syntax;
use super::typed;

/// What names a chart among others.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The organisation.
    pub organization: Option<String>,
    /// The moment that the chart describes.
    pub revision: Option<Revision>,
}

/// Reads a file just far enough to know what chart it is; nothing is reported.
#[must_use]
pub fn header(source: &Source) -> Header {
    header_by(source, Reading::Fast)
}

pub(super) fn header_by(source: &Source, reading: Reading) -> Header {
    let is_even = syntax::first_look(source, &mut Defects::default());
    events::read(source, is_even, reading, |events| {
        let mut header = Header::default();
        // A file that can't be read to its end has said what it could by then.
        let _: Result<(), Broken> = look(events, &mut header);
        header
    })
}

fn look(events: &mut Events<'_>, header: &mut Header) -> Result<(), Broken> {
    let mut defects = Defects::default();
    let mut tree = Tree::default();
    loop {
        match events.next(&mut defects)? {
            Some((Event::Document, _)) => {}
            Some((Event::Map, _)) => break,
            _ => return Ok(()),
        }
    }
    while header.organization.is_none() || header.revision.is_none() {
        let Some((key, _)) = events.next(&mut defects)? else { break };
        let (event, span) = match key {
            Event::End => break,
            Event::List | Event::Map => return Ok(()),
            _ => events.next(&mut defects)?.ok_or(Broken)?,
        };
        let node = tree.fill(event, span, events, &mut defects)?;
        match key {
            Event::Plain(key) | Event::Quoted(key) if key == "organization" => {
                let name: Claim<Text> = typed::read(node, &mut defects);
                header.organization = name.get().map(ToString::to_string);
            }
            Event::Plain(key) | Event::Quoted(key) if key == "revision" => {
                header.revision = typed::read(node, &mut defects).get().copied();
            }
            _ => {}
        }
    }
    Ok(())
}
