//! Every rule over one chart.

use rayon::prelude::*;

use crate::graph::Graph;
use crate::read::Defect;

use super::rules::find;
use super::waivers::Waivers;
use super::{AsOf, Context, Finding, Findings, Level, Norms, RULES, Rule};

/// What the rules found in a chart.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The findings in the order of the files and their lines.
    pub findings: Vec<Finding>,
    /// How many were accepted by waivers.
    pub waived: usize,
    /// How many were left out because they were known before.
    pub known: usize,
    /// The rules that could not be judged because a file could not be read.
    pub held_back: Vec<&'static Rule>,
}

impl Outcome {
    /// How many findings there are of a level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }

    /// The highest level found.
    #[must_use]
    pub fn worst(&self) -> Option<Level> {
        self.findings.iter().map(|finding| finding.level).max()
    }
}

/// Runs every rule that can find something of a level or above over a chart, side by side; the outcome does not depend on
/// the number of threads.
pub(super) fn check(graph: &Graph<'_>, defects: &[Defect], norms: &Norms, as_of: AsOf, least: Level) -> Outcome {
    let (today, latest) = (as_of.day(graph.chart()), as_of.latest());
    let waivers = Waivers::of(graph.chart(), today);
    let context = Context { graph, defects, norms, today, latest, waivers };
    let mut outcome = Outcome { findings: Vec::new(), waived: 0, known: 0, held_back: Vec::new() };
    let reaches = |rule: &Rule, least: Level| {
        let (level, mild) = norms.levels(rule);
        level.max(mild) >= Some(least)
    };
    let is_last = |rule: &&Rule| rule.id.as_str() == "unused-waiver";
    // Which waivers were of use is known when every other rule has run.
    let of_waivers = RULES.into_iter().find(is_last).filter(|rule| reaches(rule, least));
    let least = if of_waivers.is_some() { Level::Info } else { least };
    let others = RULES.par_iter().copied().filter(|rule| !is_last(rule) && reaches(rule, least));
    let run = |rule: &'static Rule| one(rule, &context);
    let mut ran: Vec<Ran> = others.map(run).collect();
    ran.extend(of_waivers.map(run));
    for rule in &ran {
        outcome.waived += rule.waived;
        outcome.held_back.extend(rule.held_back);
    }
    // The many findings of one rule are not copied to make room for the few of another.
    ran.sort_by_key(|rule| std::cmp::Reverse(rule.found.len()));
    let all: usize = ran.iter().map(|rule| rule.found.len()).sum();
    for rule in ran {
        if outcome.findings.is_empty() {
            outcome.findings = rule.found;
            // A list that doubles where it is full would take up to twice the room.
            outcome.findings.reserve_exact(all - outcome.findings.len());
        } else {
            outcome.findings.extend(rule.found);
        }
    }
    // In place: there can be many, and no two of a rule are about the same at one place.
    let key = |finding: &Finding| (finding.span, finding.rule.id);
    outcome.findings.sort_unstable_by(|one, other| {
        key(one).cmp(&key(other)).then_with(|| (&one.subjects, &one.detail).cmp(&(&other.subjects, &other.detail)))
    });
    outcome
}

/// What one rule found.
#[derive(Default)]
struct Ran {
    found: Vec<Finding>,
    waived: usize,
    held_back: Option<&'static Rule>,
}

fn one(rule: &'static Rule, context: &Context<'_>) -> Ran {
    let (level, mild) = context.norms.levels(rule);
    let mut ran = Ran::default();
    if rule.needs_whole && context.chart().is_partial {
        ran.held_back = Some(rule);
        return ran;
    }
    find(rule, context, &mut Findings { rule, level, mild, found: &mut ran.found });
    let before = ran.found.len();
    ran.found.retain(|finding| !context.waivers.accept(finding));
    ran.waived = before - ran.found.len();
    ran.found.shrink_to_fit();
    ran
}
