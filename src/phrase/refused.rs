//! Why a text is no value of the format, in words that say what to write.

use std::fmt;

use crate::error::Error;
use crate::model::{
    A_DAY, A_REVISION, AN_AMOUNT, DayMeant, ID_GRAMMAR, IdFault, LONGEST_ID, NumberMeant, Refused, ShareFault,
};

use super::args::{code, ours, say};
use super::{Args, Phrase, Say};

impl Refused {
    fn phrase(&self) -> Phrase {
        match self {
            Self::Text => "expected text, found none: write something or leave the key out".into(),
            Self::Id { noun, found, fault } => {
                let fault = match fault {
                    IdFault::Nothing => "it means \"nothing\" in YAML".into(),
                    IdFault::TooLong => say!["it is longer than ", LONGEST_ID, " characters"],
                    IdFault::Spaces { joined } => {
                        let section = code(format!("{}:", noun.section()));
                        say!["it holds spaces; write the id under ", section, ", or a new one such as ", code(joined)]
                    }
                    IdFault::Letters => say!["write ", ID_GRAMMAR],
                };
                say![code(found), " can't be the id of a ", noun.name(), ": ", fault]
            }
            Self::Date { found, meant } => say!["expected ", A_DAY, ", found ", code(found), day(*meant)],
            Self::Revision { found, meant } => {
                let meant = meant.map(|meant| say![": write ", ours(meant)]);
                say!["expected ", A_REVISION, ", found ", code(found), meant]
            }
            Self::Share { found, fault } => {
                let fault = match fault {
                    ShareFault::Negative => "it can't be negative".into(),
                    ShareFault::Meant(share) => say!["write ", *share],
                    ShareFault::NoNumber => "write a decimal number".into(),
                    ShareFault::TooFine => "at most six digits after the point".into(),
                    ShareFault::TooLarge => "1 is one person's full time, so 80 % is 0.8".into(),
                };
                say!["expected a share such as 0.5, found ", code(found), ": ", fault]
            }
            Self::Amount { found, meant } => say!["expected ", AN_AMOUNT, ", found ", code(found), number(meant)],
            Self::Target { found, meant } => say![
                "expected a comparison, a number and its unit, such as ",
                code("<= 4 h"),
                " or ",
                code("at least 95 %"),
                ", found ",
                code(found),
                number(meant),
            ],
        }
    }
}

fn day(meant: DayMeant) -> Phrase {
    match meant {
        DayMeant::Day(day) => say![": write ", day],
        DayMeant::Either(first, last) => say![": write ", first, " or ", last, ", whichever is meant"],
        DayMeant::Within(period) => say![": write one day, such as its last, ", period.last_day()],
        DayMeant::NoSuchDay => ": the calendar has no such day".into(),
        DayMeant::Unclear => Phrase::default(),
    }
}

fn number(meant: &NumberMeant) -> Phrase {
    match meant {
        NumberMeant::Number(number) => say![": write ", code(number)],
        NumberMeant::Either { thousands, decimal } => {
            say![": write ", code(thousands), " for thousands, or ", code(decimal)]
        }
        NumberMeant::Compared(amount) => {
            let (least, most) = (code(format!("at least {amount}")), code(format!("at most {amount}")));
            say![": write ", least, " or ", most]
        }
        NumberMeant::Several => ": write one number".into(),
        NumberMeant::Clock => say![": write one number, such as ", code("1.5 h")],
        NumberMeant::Power => say![": write the number out, such as ", code("1,000")],
        NumberMeant::Marks => ": write a point before decimals, commas between thousands".into(),
        NumberMeant::Unclear => Phrase::default(),
    }
}

impl Say for Refused {
    fn say(&self, to: &mut Args) {
        self.phrase().say(to);
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.phrase().fmt(f)
    }
}

impl std::error::Error for Refused {}

/// For whom a refused value is trouble with the run, as on the command line.
impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Self::new(refused.to_string())
    }
}
