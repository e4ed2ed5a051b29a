//! The commits that represent the revisions of a chart over time.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;

use crate::error::Error;
use crate::model::Date;
use crate::text::sort;

use super::Repository;
use super::revision::split;

/// More commits are not walked through.
const MOST_COMMITS: &str = "--max-count=1000000";

/// A commit that represents a moment.
#[derive(Clone, Debug)]
pub(in crate::load) struct Moment {
    /// The tag, or the period.
    pub(in crate::load) label: String,
    /// How its files are shown: the tag, or the beginning of its id.
    pub(in crate::load) revision: String,
    pub(in crate::load) id: String,
    /// When it was committed, in seconds since 1970.
    at: i64,
}

impl Moment {
    /// The day, in UTC, so that it is the same wherever one asks.
    pub(in crate::load) fn day(&self) -> Option<Date> {
        day(self.at).map(Date::from)
    }
}

impl Repository {
    /// Repository, revision and path that a name means: `REV:PATH`, or a path on the disk, as of `HEAD`.
    pub(in crate::load) fn holding(home: &Path, named: &Path) -> Result<(Self, String, PathBuf), Error> {
        let full = crate::load::checkout::resolved(&home.join(named));
        let outside = || Error::new(format!("{} is in no git repository, and this needs one", named.display()));
        if let Some((revision, path)) = named.to_str().and_then(split).filter(|_| full.symlink_metadata().is_err()) {
            let repository = Self::of(home, home)?.ok_or_else(outside)?;
            let path = repository.path(path)?;
            return Ok((repository, revision.to_owned(), path));
        }
        let folder = full.ancestors().find(|folder| folder.is_dir()).unwrap_or(home);
        let repository = Self::of(home, folder)?.ok_or_else(outside)?;
        let rest = full.strip_prefix(folder).expect("it is one of its ancestors");
        let path = repository.prefix.join(rest);
        Ok((repository, "HEAD".to_owned(), path))
    }

    /// The tags that match a pattern, in the order of their commits in time; what is left out is noted.
    pub(in crate::load) fn tags(&self, pattern: &str, notes: &mut Vec<String>) -> Result<Vec<Moment>, Error> {
        if pattern.is_empty() || pattern.contains(char::is_control) {
            return Err(Error::new("write a pattern of tags such as `v2026-*`"));
        }
        let format = "--format=%(refname:lstrip=2) %(objectname)";
        let ran = self.git.run(&["for-each-ref", format, &format!("refs/tags/{pattern}")])?;
        let mut moments = Vec::new();
        for (tag, id) in ran.out.lines().filter_map(|line| line.split_once(' ')) {
            match self.objects().committed(id) {
                Ok((id, at)) => {
                    moments.push(Moment { label: tag.to_owned(), revision: format!("tags/{tag}"), id, at });
                }
                Err(error) => notes.push(format!("the tag `{tag}` is left out: {error}")),
            }
        }
        if moments.is_empty() {
            return Err(Error::new(format!("no tag matches `{pattern}`")));
        }
        sort::by(&mut moments, |one, other| (one.at, &one.label).cmp(&(other.at, &other.label)));
        Ok(moments)
    }

    /// For each period the last commit at or before its end, along first parents; the oldest comes first. A period
    /// without a commit of its own is left out: its chart is that of the one before. No more than `most` are taken.
    pub(in crate::load) fn every(
        &self,
        every: Every,
        revision: &str,
        most: usize,
        notes: &mut Vec<String>,
    ) -> Result<Vec<Moment>, Error> {
        let tip = self.resolve(revision)?;
        let ran = self.git.run(&["rev-list", "--first-parent", "--timestamp", MOST_COMMITS, &tip])?;
        if !ran.is_ok {
            let reason = ran.trouble.lines().last().unwrap_or_default().trim_start_matches("fatal: ");
            notes.push(format!("older revisions can't be read: {reason}"));
        }
        // Git tells a commit when it has seen its parent: without that not even the newest.
        let mut lines = ran.out;
        if lines.is_empty() {
            let (id, at) = self.objects().committed(&tip)?;
            lines = format!("{at} {id}");
        }
        let mut moments = Vec::new();
        let mut before: Option<i32> = None;
        for line in lines.lines() {
            let Some((at, id)) = line.split_once(' ') else { continue };
            let Some((at, day)) = at.parse().ok().and_then(|at| Some((at, day(at)?))) else { continue };
            let period = every.period(day);
            if before.is_some_and(|before| period >= before) {
                continue;
            }
            if moments.len() == most {
                break;
            }
            before = Some(period);
            let revision = id.get(..12).unwrap_or(id).to_owned();
            moments.push(Moment { label: every.label(period), revision, id: id.to_owned(), at });
        }
        moments.reverse();
        Ok(moments)
    }
}

fn day(seconds: i64) -> Option<civil::Date> {
    Timestamp::from_second(seconds).ok().map(|at| TimeZone::UTC.to_datetime(at).date())
}

/// The length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Three months.
    Quarter,
    /// One month.
    Month,
}

impl Every {
    /// The number of the period that a day is in.
    fn period(self, day: civil::Date) -> i32 {
        let month = i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        if self == Self::Quarter { month.div_euclid(3) } else { month }
    }

    /// A period as revisions are written.
    fn label(self, period: i32) -> String {
        match self {
            Self::Quarter => format!("{:04}-Q{}", period.div_euclid(4), period.rem_euclid(4) + 1),
            Self::Month => format!("{:04}-{:02}", period.div_euclid(12), period.rem_euclid(12) + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_numbered_in_the_order_of_time() {
        for (seconds, quarter, month) in [
            (0, "1970-Q1", "1970-01"),
            (-1, "1969-Q4", "1969-12"),
            (1_790_812_799, "2026-Q3", "2026-09"),
            (1_790_812_800, "2026-Q4", "2026-10"),
            (1_798_761_599, "2026-Q4", "2026-12"),
            (1_798_761_600, "2027-Q1", "2027-01"),
        ] {
            let day = day(seconds).expect("it is near");
            let labels = [Every::Quarter, Every::Month].map(|every| every.label(every.period(day)));
            assert_eq!(labels, [quarter, month], "{seconds}");
        }
        assert!(day(i64::MAX).is_none());
    }
}
