//! The vocabulary: every kind of change with its code, which is a promise to readers of JSON, what it holds, and how it
//! is reported. A new kind is an entry here and the place in `reading` that finds it.

/// Hands the table on to what is made of it: `what.rs` makes the types, `told.rs` the words.
macro_rules! kinds {
    ($made:ident) => {
        $made! {
            PersonJoined "person-joined" People Added "Somebody is new in the chart; `to` are the seats they hold."
                { seats: Vec<Party> => to }
                |change| Told::Whole(came_or_went(change, "joined", seats));
            PersonLeft "person-left" People Removed "Somebody is gone from the chart; `from` are the seats they held."
                { seats: Vec<Party> => from }
                |change| Told::Whole(came_or_went(change, "left", seats));
            PersonRenamed "person-renamed" People Changed "A person has another id or name."
                { was: Option<String> => was, is: Option<String> => is, how: How => how }
                |change| respelt(change, was.as_ref(), *how);
            PersonChanged "person-changed" People Changed "Something else about a person (`field`) has changed."
                { key: KeyChange => key }
                |_change| Told::Of(key_changed(key));

            SeatAdded "seat-added" Structure Added "A seat is new; `to` are its manager and owner."
                { under: Option<Party> => to, owners: Vec<Party> => to }
                |_change| Told::Alike(Around { under: under.as_ref(), owners }),
                |seat, _person| say![
                    ", which is new, ", seat.subject().map(|seat| quoted(&seat.name)),
                    if under.is_some() { " under " } else { " at the top" }, names(under),
                ];
            LayerInserted "layer-inserted" Structure Added
                "A new seat stands between a manager and seats that reported to it."
                { under: Option<Party> => to, owners: Vec<Party> => to }
                |_change| Told::Seat(Around { under: under.as_ref(), owners });
            SeatRemoved "seat-removed" Structure Removed "A seat is gone; below it, where its reports went."
                { under: Option<Party> => from, owners: Vec<Party> => from }
                |_change| Told::Alike(Around { under: under.as_ref(), owners }),
                |seat, _person| say![", which is gone", duties_gone([seat])];
            LayerRemoved "layer-removed" Structure Removed "A seat is gone and its reports answer to its manager."
                { under: Option<Party> => from, owners: Vec<Party> => from }
                |_change| Told::Seat(Around { under: under.as_ref(), owners });
            SeatSplit "seat-split" Structure Changed "One seat's responsibilities are now in several, one of them new."
                { into: Vec<Party> => to, how: How => how }
                |change| Told::Whole(say![change.old.as_ref().map(entry), " is split into ", names(into), how.told()]);
            SeatsMerged "seats-merged" Structure Changed
                "Several seats' responsibilities are now in one, and one of the seats is gone."
                { of: Vec<Party> => from, how: How => how }
                |change| Told::Whole(say![
                    names(of), " are merged into ", change.new.as_ref().map(entry), how.told(),
                ]);
            SeatRenamed "seat-renamed" Structure Changed "A seat has another id."
                { how: How => how }
                |change| Told::Whole(renamed(change, *how));
            SeatsRenamed "seats-renamed" Structure Changed
                "Seats whose ids differ by the same words, `was` and `is`, have other ids; `count` says how many."
                { was: String => was, is: String => is, seats: usize => count, how: How => how }
                |_change| Told::Whole(say![part_of_id(was), " is now ", part_of_id(is), " (", *seats, " seats)", how.told()]);
            SeatMoved "seat-moved" Structure Moved
                "A seat reports elsewhere; `count` seats below went with it; `was` and `is` are the owners of its managers."
                { from: Option<Party> => from, to: Option<Party> => to, below: usize => count,
                  from_owner: Option<String> => was, to_owner: Option<String> => is }
                |_change| Told::Moved(Move {
                    from: from.as_ref(), to: to.as_ref(), owners: (from_owner.as_ref(), to_owner.as_ref()), below: *below,
                });
            SeatRetitled "seat-retitled" Structure Changed "A seat is called something else."
                { was: String => was, is: String => is }
                |_change| Told::Of(reworded(was, is));
            SeatChanged "seat-changed" Structure Changed "Something else about a seat (`field`) has changed."
                { key: KeyChange => key }
                |_change| Told::Of(key_changed(key));

            OwnersRotated "owners-rotated" Ownership Changed
                "People joined or left interchangeable seats; who sits in which of them does not matter."
                { went: Vec<Party> => from, came: Vec<Party> => to, before: usize => was, after: usize => is,
                  stayed: usize => count }
                |change| Told::Whole(rotated(change, (went, came), (*before, *after), *stayed));
            OwnersSwapped "owners-swapped" Ownership Moved "Two seats have exchanged their owners."
                { other_old: Option<Party> => from, other_new: Option<Party> => to }
                |change| Told::Whole(swapped(change));
            OwnerReplaced "owner-replaced" Ownership Moved "A seat has another owner."
                { from: Vec<Party> => from, to: Vec<Party> => to }
                |_change| Told::Of(parties(from, to, "nobody")),
                |_change, person| after(from, person);
            OwnerFilled "owner-filled" Ownership Added "A seat that had no owner has one."
                { from: Vec<Party> => from, to: Vec<Party> => to }
                |change| Told::Of(filled(change, to)),
                |_change, _person| ", which was vacant";
            OwnerVacated "owner-vacated" Ownership Removed "A seat no longer has an owner."
                { from: Vec<Party> => from, to: Vec<Party> => to }
                |change| Told::Of(vacated(change, from)),
                |seat, _person| say![", now vacant", cover(seat)];
            OwnerShared "owner-shared" Ownership Changed "A seat has more than one owner, so nobody is accountable."
                { from: Vec<Party> => from, to: Vec<Party> => to }
                |_change| Told::Of(say!["now shared by ", names(to)]);
            OwnerSettled "owner-settled" Ownership Changed "A seat that was shared has one owner."
                { from: Vec<Party> => from, to: Vec<Party> => to }
                |_change| Told::Of(parties(from, to, "nobody"));
            InterimNamed "interim-named" Ownership Added "Somebody covers a seat."
                { to: Option<Party> => to }
                |_change| Told::Of(say![names(to), " covers"]);
            InterimReplaced "interim-replaced" Ownership Moved "Somebody else covers a seat."
                { from: Option<Party> => from, to: Option<Party> => to }
                |_change| Told::Of(say![parties(from, to, "nobody"), " covers"]);
            InterimEnded "interim-ended" Ownership Removed "Nobody covers a seat any longer."
                { from: Option<Party> => from }
                |_change| Told::Of(say![names(from), " no longer covers"]);
            VacancyChanged "vacancy-changed" Ownership Changed "The note on a vacancy has changed."
                { key: KeyChange => key }
                |_change| Told::Of(say!["vacancy ", key.arrow("not noted")]);
            BackupChanged "backup-changed" Ownership Changed "Another person could take over a seat, or none."
                { from: Option<Party> => from, to: Option<Party> => to }
                |_change| Told::Of(say!["backup ", parties(from, to, "none")]);
            MembersChanged "members-changed" Ownership Changed "Other people work in a seat."
                { from: Vec<Party> => from, to: Vec<Party> => to }
                |_change| Told::Of(say!["members ", exchanged(from, to)]);
            FitChanged "fit-changed" Ownership Changed "The owner's fit in a seat is judged differently."
                { key: KeyChange => key }
                |_change| Told::Of(say!["fit ", key.arrow("not judged")]);

            ResponsibilityMoved "responsibility-moved" Responsibilities Moved
                "A responsibility has gone from one seat to another."
                { was: String => was, is: String => is }
                |change| Told::Text { of: way(change.old.as_ref(), change.new.as_ref()), text: is };
            ResponsibilityAdded "responsibility-added" Responsibilities Added "A seat answers for something more."
                { is: String => is }
                |change| Told::Text { of: change.about(), text: is };
            ResponsibilityRemoved "responsibility-removed" Responsibilities Removed
                "A seat answers for something less, and no other has taken it."
                { was: String => was }
                |change| Told::Text { of: change.about(), text: was };
            ResponsibilityReworded "responsibility-reworded" Responsibilities Changed
                "A responsibility is reworded."
                { was: String => was, is: String => is }
                |_change| Told::Alone(reworded(was, is));

            PriorityAdded "priority-added" Priorities Added "A priority is new; `to` are its owners."
                { owners: Vec<Party> => to, is: Option<Status> => is }
                |change| Told::Whole(say![
                    change.about(), ", owner ", or(names(owners), "nobody"), status(is.filter(|is| *is != Status::OnTrack)),
                ]);
            PriorityDone "priority-done" Priorities Changed "A priority is done."
                { was: Option<Status> => was, is: Status => is }
                |_change| Told::Of("done".into());
            PriorityDropped "priority-dropped" Priorities Removed "A priority is given up."
                { was: Option<Status> => was, is: Status => is }
                |_change| Told::Of("dropped".into());
            PriorityRemoved "priority-removed" Priorities Removed
                "A priority is gone from the chart; `was` is its last status."
                { owners: Vec<Party> => from, was: Option<Status> => was }
                |change| Told::Whole(say![change.about(), status(*was), left_open(*was)]);
            PriorityOrphaned "priority-orphaned" Priorities Removed "Nobody answers for a priority any longer; `is` says why."
                { was: Option<Phrase> => was, is: Option<Phrase> => is }
                |_change| Told::Of(say!["nobody answers for it: ", is.as_ref()]);
            PriorityAdopted "priority-adopted" Priorities Added "Somebody answers for a priority that had nobody."
                { was: Option<Phrase> => was, is: Option<Phrase> => is }
                |_change| Told::Of(say![
                    "now answered for by ", is.as_ref(), " (before: ", was.as_ref(), ")",
                ]);
            PriorityHandedOff "priority-handed-off" Priorities Moved "Another seat answers for a priority."
                { from: Vec<Party> => from, to: Vec<Party> => to, before: Vec<Party> => was, after: Vec<Party> => is }
                |_change| Told::Of(say!["owner ", arrow(names(before), names(after), "none")]);
            PriorityOffTrack "priority-off-track" Priorities Changed "A priority is off track."
                { was: Option<Status> => was, is: Status => is }
                |_change| Told::Of("off track".into());
            PriorityOnTrack "priority-on-track" Priorities Changed "A priority is on track."
                { was: Option<Status> => was, is: Status => is }
                |_change| Told::Of("on track".into());
            PriorityRescheduled "priority-rescheduled" Priorities Changed "A priority is due on another day."
                { key: KeyChange => key }
                |_change| Told::Of(say!["due ", key.arrow("no day")]);
            PriorityRenamed "priority-renamed" Priorities Changed "A priority has another id."
                { how: How => how }
                |change| Told::Whole(renamed(change, *how));
            PriorityRetitled "priority-retitled" Priorities Changed "A priority is reworded."
                { was: String => was, is: String => is }
                |_change| Told::Of(reworded(was, is));
            PriorityChanged "priority-changed" Priorities Changed
                "Something else about a priority (`field`) has changed."
                { key: KeyChange => key }
                |_change| Told::Of(key_changed(key));

            MetricAdded "metric-added" Metrics Added "Something more is measured."
                { owners: Vec<Party> => to }
                |change| Told::Whole(say![change.about(), ", owner ", or(names(owners), "nobody")]);
            MetricRemoved "metric-removed" Metrics Removed "Something is no longer measured."
                { owners: Vec<Party> => from }
                |change| Told::Whole(change.about());
            MetricReached "metric-reached" Metrics Changed "A metric has reached its target."
                { key: KeyChange => key }
                |_change| Told::Of(say![key.arrow("unknown"), ", which reaches the target"]);
            MetricMissed "metric-missed" Metrics Changed "A metric has fallen short of its target."
                { key: KeyChange => key }
                |_change| Told::Of(say![key.arrow("unknown"), ", which misses the target"]);
            MetricMeasured "metric-measured" Metrics Changed "A metric's value has changed."
                { key: KeyChange => key }
                |_change| Told::Of(key.arrow("unknown"));
            MetricRetargeted "metric-retargeted" Metrics Changed "A metric has another target."
                { key: KeyChange => key }
                |_change| Told::Of(say!["target ", key.arrow("none")]);
            MetricHandedOff "metric-handed-off" Metrics Moved "Another seat answers for a metric."
                { from: Vec<Party> => from, to: Vec<Party> => to, before: Vec<Party> => was, after: Vec<Party> => is }
                |_change| Told::Of(say!["owner ", arrow(names(before), names(after), "none")]);
            MetricRenamed "metric-renamed" Metrics Changed "A metric has another id."
                { how: How => how }
                |change| Told::Whole(renamed(change, *how));
            MetricRetitled "metric-retitled" Metrics Changed "A metric is reworded."
                { was: String => was, is: String => is }
                |_change| Told::Of(reworded(was, is));
            MetricChanged "metric-changed" Metrics Changed "Something else about a metric (`field`) has changed."
                { key: KeyChange => key }
                |_change| Told::Of(key_changed(key));

            LaneChanged "lane-changed" Strategy Changed "The organisation has chosen another lane."
                { key: KeyChange => key }
                |_change| Told::Of(key_changed(key));
            StrategyChanged "strategy-changed" Strategy Changed "The strategy (`field`) has changed."
                { key: KeyChange => key }
                |_change| Told::Of(key_changed(key));
            ChartChanged "chart-changed" Strategy Changed "A statement about the chart itself (`field`) has changed."
                { key: KeyChange => key }
                |_change| Told::Of(key_changed(key));
            OrganizationRenamed "organization-renamed" Strategy Changed "The organisation is called something else."
                { was: Option<String> => was, is: Option<String> => is }
                |_change| Told::Of(arrow(said(was.as_ref()), said(is.as_ref()), "unnamed"));
        }
    };
}

pub(super) use kinds;
