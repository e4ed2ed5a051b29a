//! Every rule over one chart.

use crate::graph::Graph;
use crate::model::Date;
use crate::read::Defect;

use super::waivers::Waivers;
use super::{Context, Finding, Findings, Level, RULES, Rule, RuleSettings};

/// What the rules found in a chart.
#[derive(Debug)]
pub struct Outcome {
    /// The findings in the order of the files and their lines.
    pub findings: Vec<Finding>,
    /// How many were accepted by waivers.
    pub waived: usize,
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

/// Runs every rule over a chart as of a day.
#[must_use]
pub fn check(graph: &Graph<'_>, defects: &[Defect], settings: &RuleSettings, today: Date) -> Outcome {
    let waivers = Waivers::of(graph.chart(), today);
    let context = Context { graph, defects, settings, today, waivers };
    let mut outcome = Outcome { findings: Vec::new(), waived: 0, held_back: Vec::new() };
    // Which waivers were of use is known when every other rule has run.
    let (last, others): (Vec<_>, Vec<_>) = RULES.iter().partition(|rule| rule.id.as_str() == "unused-waiver");
    for rule in others.into_iter().chain(last) {
        let (level, mild) = settings.levels(rule);
        if level.is_none() && mild.is_none() {
            continue;
        }
        if rule.needs_whole && graph.chart().is_partial {
            outcome.held_back.push(rule);
            continue;
        }
        let mut found = Vec::new();
        (rule.check)(&context, &mut Findings { rule, level, mild, found: &mut found });
        let before = found.len();
        found.retain(|finding| !context.waivers.accept(finding));
        outcome.waived += before - found.len();
        outcome.findings.append(&mut found);
    }
    outcome.findings.sort_by_key(|finding| (finding.span, finding.rule.id));
    outcome
}
