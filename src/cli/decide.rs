//! `rightseat decide`: answers of the review, written into the chart.

use std::path::PathBuf;

use clap::Args;

use crate::check::AsOf;
use crate::edit::Intent;
use crate::error::Error;
use crate::model::Date;
use crate::phrase::{Item, Mark, ours, say};
use crate::review::{Answer, Decision, Does, Given, Packet, review};

use super::completions::decision_candidates;
use super::edit::{Asked, Options, carry_out};
use super::{Env, FAILED, chart_option, review::revision_before, tell_of_another, tell_of_settings, whole_chart};

/// What `decide` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat decide 2a
  rightseat decide 1b 2a 5c --write
  rightseat decide overloaded-seat:service-lead=west-van --write
  rightseat decide 3d --to field-north

Numbers and letters are those of the review. Numbers change as answers are written; names don't. All answers of one \
run refer to the review as it was before that run.

Exit code: 0 shown, written or nothing to change; 1 with --fail-on when it would bring such a finding, and nothing is \
written; \
2 refused or could not run, and nothing is written.")]
pub(super) struct Decide {
    /// Answers: `2a`, `2ab` for both, `2a@k3f9` to tie it to the review with that code, or NAME=KEY.
    #[arg(value_name = "ANSWER", required = true, add = decision_candidates())]
    answers: Vec<String>,
    /// The revision that the review compares with: a file, a folder, or `REV:PATH` in git. By default the previous one.
    #[arg(long, value_name = "CHART")]
    since: Option<PathBuf>,
    /// The seat, person or priority that an answer leaves open.
    #[arg(long, value_name = "ID")]
    to: Option<String>,
    /// What is being done about a seat that stays empty.
    #[arg(long, value_name = "TEXT")]
    plan: Option<String>,
    /// The new day of a priority.
    #[arg(long, value_name = "DAY", value_parser = Date::parse)]
    due: Option<Date>,
    /// Why a finding is accepted.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Until when it is accepted.
    #[arg(long, value_name = "DAY", value_parser = Date::parse)]
    until: Option<Date>,
    /// A seat that is to report elsewhere; may be given several times.
    #[arg(long, value_name = "SEAT")]
    seat: Vec<String>,
    /// A responsibility that is to move elsewhere; may be given several times.
    #[arg(long, value_name = "TEXT")]
    item: Vec<String>,
    #[command(flatten)]
    options: Options,
}

impl Decide {
    pub(super) fn run(&self, words: &[String], env: &mut Env<'_>) -> Result<u8, Error> {
        let files = chart_option(self.options.chart.as_deref(), env)?;
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        tell_of_settings(&loaded, env)?;
        let judged = loaded.judged(&loaded.settings.norms(), AsOf::Day(self.options.today.unwrap_or(env.today)));
        let before = match revision_before(self.since.as_deref(), &files, env)? {
            Some(before) => match whole_chart(&before, env)? {
                Some(before) => {
                    tell_of_another(&before, &judged, env)?;
                    Some(before)
                }
                None => return Ok(FAILED),
            },
            None => None,
        };
        let old = before.as_ref().map(|old| old.judged(&judged.norms, AsOf::ItsTime(judged.today)));
        let packet = review(&judged, old.as_ref());
        let mut asked = Asked { lines: Vec::new(), intents: Vec::new(), words: words.to_vec() };
        let mut needed = Vec::new();
        for answer in &self.answers {
            let name = self.take(answer, &packet, &mut asked, &mut needed)?;
            for word in asked.words.iter_mut().filter(|word| *word == answer) {
                word.clone_from(&name);
            }
        }
        self.all_of_use(&needed)?;
        carry_out((&files, &loaded, &judged), &asked, &self.options, env)
    }

    /// Refuses words that no answer takes: who gave them meant another answer.
    fn all_of_use(&self, needed: &[&str]) -> Result<(), Error> {
        let given = [
            ("--to", self.to.is_some()),
            ("--plan", self.plan.is_some()),
            ("--due", self.due.is_some()),
            ("--reason", self.reason.is_some()),
            ("--until", self.until.is_some()),
            ("--seat", !self.seat.is_empty()),
            ("--item", !self.item.is_empty()),
        ];
        let is_needed = |option: &str| needed.iter().any(|options| options.split(' ').any(|word| word == option));
        match given.into_iter().find(|(option, is_given)| *is_given && !is_needed(option)) {
            Some((option, _)) => {
                let answers: Vec<String> = self.answers.iter().map(|answer| format!("`{answer}`")).collect();
                Err(Error::new(format!("`{option}` has no effect on {}: leave it out", answers.join(" and "))))
            }
            None => Ok(()),
        }
    }

    /// Takes one answer up, and returns it by its name; the options that it needs are added to others'.
    fn take(
        &self,
        answer: &str,
        packet: &Packet<'_>,
        asked: &mut Asked,
        needed: &mut Vec<&'static str>,
    ) -> Result<String, Error> {
        let (decision, keys) = found(answer, packet)?;
        let (mark, prose) = (Mark::Number(decision.number), decision.question.capitalized().into());
        let mut line = Item { mark, prose, below: Vec::new(), commands: Vec::new() };
        let mut names = Vec::new();
        for key in keys {
            let at = decision.options.iter().enumerate().position(|(at, option)| {
                (!option.key.is_empty() && option.key == key) || Answer::letter(at).to_string() == key
            });
            let Some((at, option)) = at.map(|at| (at, &decision.options[at])) else {
                let known = decision.options.iter().enumerate().map(|(at, option)| match option.key.as_str() {
                    "" => Answer::letter(at).to_string(),
                    key => format!("{} ({key})", Answer::letter(at)),
                });
                let known: Vec<String> = known.collect();
                let question = decision.number;
                return Err(Error::new(format!(
                    "decision {question} has no answer `{key}`: it has {}",
                    known.join(", ")
                )));
            };
            line.below.push(say![ours(Answer::letter(at)), ") ", &option.text].into());
            let intents = match &option.does {
                Does::Edits(intents) => intents.clone(),
                Does::Needs(need) => {
                    needed.push(need.options());
                    need.given(&self.given())
                        .ok_or_else(|| Error::new(format!("`{answer}` is not complete: add {}", need.options())))?
                }
                Does::Talk => {
                    let text = &option.text;
                    return Err(Error::new(format!(
                        "`{answer}`, {text}: that is for the meeting: there is nothing to write"
                    )));
                }
            };
            for intent in &intents {
                let Some((kind, id, key)) = intent.settles() else { continue };
                let contradicts = |other: &Intent| other != intent && other.settles() == Some((kind, id, key));
                if asked.intents.iter().any(contradicts) {
                    return Err(Error::new(format!(
                        "`{answer}`: two answers say `{key}` of the {kind} `{id}`, and only one of them can be"
                    )));
                }
            }
            asked.intents.extend(intents);
            names.push(option.key.clone());
        }
        asked.lines.push(line);
        Ok(format!("{}={}", decision.names[0], names.join(",")))
    }

    fn given(&self) -> Given {
        let Self { to, plan, due, reason, until, seat, item, .. } = self;
        Given {
            to: to.clone(),
            plan: plan.clone(),
            due: *due,
            reason: reason.clone(),
            until: *until,
            seats: seat.clone(),
            items: item.clone(),
        }
    }
}

/// The decision that an answer means, and the keys or letters of its answers.
fn found<'p, 'a>(answer: &str, packet: &'p Packet<'a>) -> Result<(&'p Decision<'a>, Vec<String>), Error> {
    let decisions = &packet.decisions;
    if let Some((name, keys)) = answer.split_once('=') {
        let decision = decisions.decisions.iter().find(|one| one.names.iter().any(|other| other == name));
        let decision = decision.ok_or_else(|| {
            let names = decisions.decisions.iter().flat_map(|one| &one.names).map(String::as_str);
            let near = crate::text::nearest(name, names);
            let help = near
                .map_or_else(|| "`rightseat review` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
            Error::new(format!("there is no decision `{name}`: {help}"))
        })?;
        return Ok((decision, keys.split(',').map(str::to_owned).collect()));
    }
    // Headings show the code in capitals, and Markdown parts its @ from it, so that nobody is called by it.
    let shown = |code: &str| code.trim_start_matches('\u{200b}').to_ascii_lowercase();
    let (place, code) = answer.split_once('@').map_or((answer, None), |(place, code)| (place, Some(shown(code))));
    let digits = place.len() - place.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, letters) = place.split_at(digits);
    let is_one = digits > 0 && !letters.is_empty() && letters.chars().all(|c| c.is_ascii_lowercase());
    let Some(number) = number.parse::<usize>().ok().filter(|_| is_one) else {
        return Err(Error::new(format!(
            "`{answer}` is not an answer: write a number and a letter, such as 2a, or NAME=KEY"
        )));
    };
    if let Some(code) = code.filter(|code| *code != *decisions.code()) {
        let now = decisions.code();
        return Err(Error::new(format!(
            "the decisions have changed since @{code}: see `rightseat review`, which is now at @{now}"
        )));
    }
    let decision = number
        .checked_sub(1)
        .and_then(|at| decisions.decisions.get(at))
        .ok_or_else(|| Error::new(no_decision(number, decisions.decisions.len())))?;
    Ok((decision, letters.chars().map(String::from).collect()))
}

fn no_decision(number: usize, all: usize) -> String {
    match all {
        0 => "there is no decision to take".to_owned(),
        1 => format!("there is no decision {number}: there is only one"),
        all => format!("there is no decision {number}: there are {all}"),
    }
}
