//! Parts of the page on exchange are generated from the vocabulary.

use std::fs;

use rightseat::exchange::vocabulary;

use crate::support::{assert_file, project};

#[test]
fn the_page_lists_the_vocabulary_as_it_is() {
    let page = fs::read_to_string(project().join("docs/exchange.md")).expect("the page is there");
    let written = page.split("### Headers\n").next().expect("something is there");
    assert_file("docs/exchange.md", &format!("{written}{}", vocabulary()));
}
