//! Charts in git: the same as on the disk, whoever made the repository.

mod agreement;
mod hostile;
mod repository;
mod revisions;
mod seen;

pub(crate) use repository::Repository;

const CLEAN: &str = "seats:\n  a: {title: A, owner: x, responsibilities: [one, two, three]}\npeople: {x: Xena}\n";
const SHARED: &str =
    "seats:\n  a: {title: A, owner: [x, y], responsibilities: [one, two, three]}\npeople: {x: Xena, y: Yuki}\n";
