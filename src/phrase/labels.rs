//! The labels that stand on pictures and pages: heads, names of marks, single words. Sentences are not among them.
//!
//! One row a label, one column a language. `{}` is where a figure or a name goes, in the order of the arguments. A label
//! is as short as people would write it on a slide: what is longer than in English must still find its place.

use crate::model::Language;

macro_rules! labels {
    ($($(#[$meta:meta])* $label:ident: [$english:literal, $german:literal, $french:literal, $spanish:literal],)*) => {
        /// Something of ours that stands on a picture or a page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Label { $($(#[$meta])* $label,)* }

        impl Label {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$label,)*];

            /// The words, with `{}` where an argument goes.
            #[must_use]
            pub const fn words(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$label, Language::English) => $english,
                    (Self::$label, Language::German) => $german,
                    (Self::$label, Language::French) => $french,
                    (Self::$label, Language::Spanish) => $spanish,)*
                }
            }
        }
    };
}

labels! {
    /// A seat that nobody holds.
    Vacant: ["Vacant", "Unbesetzt", "Vacant", "Vacante"],
    /// Who covers a seat for the time being.
    Interim: ["interim", "kommissarisch", "par intérim", "interino"],
    /// A name with that.
    InterimName: ["{} (interim)", "{} (kommissarisch)", "{} (par intérim)", "{} (interino)"],
    /// How many claim to hold a seat.
    Owners: ["{} owners", "{} Inhaber", "{} titulaires", "{} titulares"],
    /// A seat's owner is not among the people.
    OwnerMissing: ["owner not in the chart", "Inhaber nicht im Plan", "titulaire absent du plan", "titular fuera del plan"],
    /// The same with the id that is written.
    NameMissing: ["{}, not in the chart", "{}, nicht im Plan", "{}, absent du plan", "{}, fuera del plan"],
    /// What is written for an owner is none.
    OwnerUnreadable: ["owner can't be read", "Inhaber nicht lesbar", "titulaire illisible", "titular ilegible"],
    /// Heads a list of priorities in a box.
    Priorities: ["Priorities", "Prioritäten", "Priorités", "Prioridades"],
    /// Heads a list of metrics, and their column.
    Metrics: ["Metrics", "Kennzahlen", "Indicateurs", "Indicadores"],
    /// Items of a list that are not written.
    AndMore: ["and {} more", "und {} weitere", "et {} autres", "y {} más"],
    /// One seat below.
    OneSeatBelow: ["+{} seat", "+{} Stelle", "+{} poste", "+{} puesto"],
    /// Seats below.
    SeatsBelow: ["+{} seats", "+{} Stellen", "+{} postes", "+{} puestos"],
    /// One page.
    OnPage: ["page {}", "Seite {}", "page {}", "página {}"],
    /// Which page of how many.
    PageOf: ["Page {} of {}", "Seite {} von {}", "Page {} sur {}", "Página {} de {}"],
    /// Some seats.
    Seats: ["{} seats", "{} Stellen", "{} postes", "{} puestos"],
    /// Seats on some pages.
    SeatsOnPages: ["{} seats on {} pages", "{} Stellen auf {} Seiten", "{} postes sur {} pages", "{} puestos en {} páginas"],
    /// On which day a chart was looked at.
    Reviewed: ["reviewed {}", "geprüft {}", "revu le {}", "revisado el {}"],
    /// On the badge of a new seat.
    New: ["new", "neu", "nouveau", "nuevo"],
    /// On the badge of a seat that is gone.
    Gone: ["gone", "entfällt", "supprimé", "suprimido"],
    /// On the badge of a seat that has moved.
    Moved: ["moved", "verlegt", "déplacé", "movido"],
    /// On the badge of a seat of another name.
    Retitled: ["renamed", "umbenannt", "renommé", "renombrado"],
    /// On the badge of a seat with another holder.
    NewHolder: ["new owner", "neu besetzt", "nouv. titulaire", "nuevo titular"],
    /// On the badge of a seat that answers for other things.
    NewWork: ["work changed", "neue Aufgaben", "missions revues", "tareas nuevas"],
    /// On the badge of a seat of which something else is said.
    ChangedOtherwise: ["changed", "geändert", "modifié", "modificado"],
    /// Where a seat comes from.
    From: ["from {}", "von {}", "de {}", "de {}"],
    /// The place above all seats.
    TheTop: ["the top", "der Spitze", "la tête", "la cúspide"],
    /// What a seat or a person was called before.
    Formerly: ["before: {}", "vorher: {}", "avant : {}", "antes: {}"],
    /// Explains the outline of a new seat.
    NewSeat: ["new seat", "neue Stelle", "nouveau poste", "puesto nuevo"],
    /// Explains the outline of a seat that is gone.
    SeatGone: ["seat that is gone", "entfallene Stelle", "poste supprimé", "puesto suprimido"],
    /// Explains what is struck through.
    AsItWas: ["as it was", "wie es war", "comme c’était", "como era"],
    /// Explains faded boxes.
    Unchanged: ["unchanged", "unverändert", "inchangé", "sin cambios"],
    /// Explains the dashed outline.
    VacantSeat: ["vacant seat", "unbesetzte Stelle", "poste vacant", "puesto vacante"],
    /// Explains the outline of a seat that not exactly one holds.
    Contested: ["not one owner", "nicht genau ein Inhaber", "pas un seul titulaire", "sin titular único"],
    /// Explains dashed lines.
    AlsoWorksFor: ["also works for", "arbeitet auch für", "travaille aussi pour", "trabaja también para"],
    /// Explains a percentage in a box.
    LoadMark: ["load", "Auslastung", "charge", "carga"],
    /// Explains a number behind a plus sign.
    MembersMark: ["further members", "weitere Mitglieder", "autres membres", "otros miembros"],
    /// Explains a triangle with a number.
    FindingsMark: ["findings", "Befunde", "constats", "hallazgos"],
    /// Heads the first column of the strategy view.
    StrategicPriorities: ["Strategic priorities", "Strategische Prioritäten", "Priorités stratégiques", "Prioridades estratégicas"],
    /// Heads its second column.
    ServingPriorities: ["Priorities that serve them", "Prioritäten, die ihnen dienen", "Priorités qui les servent", "Prioridades que las apoyan"],
    /// Heads the column of the quarter.
    QuarterPriorities: ["Priorities of the quarter", "Prioritäten des Quartals", "Priorités du trimestre", "Prioridades del trimestre"],
    /// Heads the column of seats.
    AnsweringSeats: ["Seats that answer for them", "Verantwortliche Stellen", "Postes responsables", "Puestos responsables"],
    /// A priority that is on track.
    OnTrack: ["on track", "im Plan", "en bonne voie", "en curso"],
    /// A priority that is not.
    OffTrack: ["off track", "nicht im Plan", "en retard", "fuera de curso"],
    /// When a priority is due.
    Due: ["due {}", "fällig {}", "échéance {}", "vence {}"],
    /// What a metric is to reach.
    Target: ["target {}", "Ziel {}", "objectif {}", "objetivo {}"],
    /// A strategic priority without others below it.
    NothingServes: ["nothing serves it now", "nichts dient ihr derzeit", "rien ne la sert pour l’instant", "nada la apoya ahora"],
    /// A priority that stands by itself.
    ServesNothing: ["serves no strategic priority", "dient keiner strategischen Priorität", "ne sert aucune priorité stratégique", "no apoya ninguna prioridad"],
    /// Which priority another serves.
    ServesIt: ["serves {}", "dient: {}", "sert : {}", "apoya: {}"],
    /// Explains coloured lines.
    Serves: ["serves", "dient", "sert", "apoya"],
    /// Explains grey lines.
    AnswersFor: ["answers for", "verantwortet", "en répond", "responde de"],
    /// Explains red boxes.
    NotExactlyOne: ["not exactly one answers for it", "nicht eindeutig verantwortet", "pas un responsable unique", "sin un responsable único"],
    /// Explains the triangle.
    LateOrShort: ["off track, or short of its target", "nicht im Plan oder unter Ziel", "en retard ou sous l’objectif", "fuera de curso o bajo el objetivo"],
    /// Explains the mark of the lane in which the organisation leads.
    OwnLane: ["the lane we lead in", "unsere Spur", "notre voie", "nuestro carril"],
    /// Explains the mark of another.
    OtherLane: ["another lane", "andere Spur", "autre voie", "otro carril"],
    /// Explains the marks of others.
    OtherLanes: ["other lanes", "andere Spuren", "autres voies", "otros carriles"],
    /// Names the strategy view.
    Strategy: ["strategy", "Strategie", "stratégie", "estrategia"],
    /// Stands where a group of seats has no function.
    NoFunction: ["Other", "Sonstige", "Autres", "Otros"],
    /// Heads the mistakes that only need an editor.
    ToMend: ["To mend in the files", "In den Dateien zu beheben", "À corriger dans les fichiers", "Por corregir en los archivos"],
    /// Heads the scores.
    SixPillars: ["The six pillars", "Die sechs Säulen", "Les six piliers", "Los seis pilares"],
    /// Heads the changes since the revision before.
    WhatChanged: ["What changed", "Was sich geändert hat", "Ce qui a changé", "Qué ha cambiado"],
    /// What a picture of changes is called: of what, and from which revision to which.
    ChangesOf: ["{}: what changed from {} to {}", "{}: was sich von {} bis {} geändert hat", "{} : ce qui a changé de {} à {}", "{}: qué ha cambiado de {} a {}"],
    /// Heads the reporting tree.
    TheChart: ["The chart", "Der Plan", "L’organigramme", "El organigrama"],
    /// Heads the strategy view.
    TheStrategy: ["The strategy", "Die Strategie", "La stratégie", "La estrategia"],
    /// Heads the view of what hangs on what.
    WhoWaits: ["Who waits for whom", "Wer auf wen wartet", "Qui attend qui", "Quién espera a quién"],
    /// Heads the view of seats with more than one line.
    SeveralLines: ["Who works for more than one", "Wer für mehrere arbeitet", "Qui travaille pour plusieurs", "Quién trabaja para varios"],
    /// Heads what the people carry.
    Load: ["Load", "Auslastung", "Charge", "Carga"],
    /// Heads the seats without an owner.
    VacantSeats: ["Vacant seats and interims", "Unbesetzte und kommissarische Stellen", "Postes vacants et intérims", "Puestos vacantes e interinos"],
    /// Heads how many lead how many.
    SpansAndLayers: ["Spans and layers", "Führungsspannen und Ebenen", "Périmètres et niveaux", "Ámbitos y niveles"],
    /// Heads the metrics.
    Scorecard: ["Scorecard", "Kennzahlentafel", "Tableau de bord", "Cuadro de mando"],
    /// Heads those on whom much hangs.
    PeopleToWatch: ["People to watch", "Schlüsselpersonen", "Personnes clés", "Personas clave"],
    /// Heads what was accepted on purpose.
    Waivers: ["Waivers", "Ausnahmen", "Dérogations", "Excepciones"],
    /// Stands where nothing was stated that could be counted.
    NotAssessed: ["not assessed", "nicht bewertet", "non évalué", "sin evaluar"],
    /// Heads a column of pillars.
    Pillar: ["pillar", "Säule", "pilier", "pilar"],
    /// Heads a column of figures as they are.
    Now: ["now", "jetzt", "actuel", "ahora"],
    /// Heads a column that says how much of a score was assessed.
    Assessed: ["assessed", "bewertet", "évalué", "evaluado"],
    /// Heads a column of figures as they were.
    Before: ["before", "vorher", "avant", "antes"],
    /// Heads a column of differences.
    Change: ["change", "Änderung", "évolution", "cambio"],
    /// Heads a column of priorities.
    Priority: ["priority", "Priorität", "priorité", "prioridad"],
    /// Heads a column of the seats that own something.
    Owner: ["owner", "Stelle", "poste", "puesto"],
    /// Heads a column of people.
    Person: ["person", "Person", "personne", "persona"],
    /// Heads a column that says how a priority stands.
    Status: ["status", "Status", "état", "estado"],
    /// Heads a column of what something serves.
    Supports: ["supports", "dient", "soutient", "apoya"],
    /// Heads a column of days.
    DueOn: ["due", "fällig", "échéance", "vence"],
    /// Heads a column of the metrics of a priority.
    MeasuredBy: ["measured by", "gemessen an", "mesurée par", "medida por"],
    /// Heads a column of files and lines.
    Where: ["where", "wo", "où", "dónde"],
    /// Heads a column of seats.
    Seat: ["seat", "Stelle", "poste", "puesto"],
    /// Heads a column that counts who reports to a seat.
    Reports: ["reports", "Unterstellte", "subordonnés", "reportes"],
    /// Heads a column of the spans that fit.
    SpanBand: ["band", "Rahmen", "plage", "rango"],
    /// Heads a column of kinds.
    Kind: ["kind", "Art", "type", "tipo"],
    /// Heads a column that counts relations among people.
    Relations: ["relations", "Beziehungen", "relations", "relaciones"],
    /// Heads a column of perspectives.
    Perspective: ["perspective", "Perspektive", "perspective", "perspectiva"],
    /// Heads a column of metrics.
    Metric: ["metric", "Kennzahl", "indicateur", "indicador"],
    /// Heads a column of figures that were reached.
    Actual: ["actual", "Ist", "réel", "real"],
    /// Heads a column of figures to be reached.
    Goal: ["target", "Ziel", "objectif", "objetivo"],
    /// Heads a column of what is used of a capacity.
    Used: ["used", "belegt", "occupé", "ocupado"],
    /// Heads a column of capacities.
    OfCapacity: ["of", "von", "sur", "de"],
    /// Heads a column of the seats that a person holds.
    SeatsHeld: ["seats", "Stellen", "postes", "puestos"],
    /// Heads a column that counts responsibilities.
    Duties: ["resp.", "Aufgaben", "missions", "tareas"],
    /// Heads a column that counts priorities.
    PrioritiesOf: ["priorities", "Prioritäten", "priorités", "prioridades"],
    /// Heads a column that counts the priorities a seat contributes to.
    HelpsWith: ["contrib.", "Mitarbeit", "contrib.", "contrib."],
    /// Heads a column of those who cover a seat.
    CoveredBy: ["covered by", "vertreten durch", "assuré par", "cubierto por"],
    /// Heads a column of first days.
    Since: ["since", "seit", "depuis", "desde"],
    /// Heads a column of plans.
    Plan: ["plan", "Vorhaben", "plan", "plan"],
    /// Heads a column of people who might leave.
    IfLeft: ["if … left", "ginge …", "si … partait", "si … se fuera"],
    /// Heads a column of what nobody would answer for.
    NobodyFor: ["nobody would answer for", "niemand verantwortete", "personne ne répondrait de", "nadie respondería de"],
    /// Heads a column of seats that would be empty.
    EmptySeats: ["empty seats, and who could take over", "leere Stellen, und wer übernähme", "postes vides, et qui reprendrait", "puestos vacíos y quién los tomaría"],
    /// Heads a column of metrics that nobody would answer for.
    MetricsWithout: ["metrics without anybody", "Kennzahlen ohne Zuständige", "indicateurs sans responsable", "indicadores sin responsable"],
    /// Heads a column of entries that carry a waiver.
    On: ["on", "bei", "sur", "en"],
    /// Heads a column of rules.
    Accepts: ["accepts", "lässt zu", "accepte", "acepta"],
    /// Heads a column of reasons.
    Because: ["because", "weil", "car", "porque"],
    /// Heads a column of last days.
    Until: ["until", "bis", "jusqu’au", "hasta"],
}

impl Label {
    /// The words with arguments in their places.
    #[must_use]
    pub fn with(self, language: Language, arguments: &[&dyn std::fmt::Display]) -> String {
        let mut arguments = arguments.iter();
        let mut parts = self.words(language).split("{}");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let argument = arguments.next().expect("a label is given as many arguments as it has places");
            filled.push_str(&argument.to_string());
            filled.push_str(part);
        }
        debug_assert!(arguments.next().is_none(), "{self:?} has no place for an argument");
        filled
    }

    /// Whether it takes an argument.
    #[must_use]
    pub fn has_places(self) -> bool {
        self.places(Language::English) > 0
    }

    fn places(self, language: Language) -> usize {
        self.words(language).matches("{}").count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_words_with_the_same_places_in_each_language() {
        for label in Label::ALL {
            for language in Language::ALL {
                let words = label.words(language);
                assert!(!words.trim().is_empty() && words.trim() == words, "{label:?} in {language}");
                assert_eq!(label.places(language), label.places(Language::English), "{label:?} in {language}");
            }
        }
    }

    #[test]
    fn labels_are_translated() {
        for language in [Language::German, Language::French, Language::Spanish] {
            let same = Label::ALL.iter().filter(|label| label.words(language) == label.words(Language::English));
            // "Vacant", "page" and "perspective" are French, too, and "Status" is German.
            assert!(same.count() <= 9, "{language} is English");
        }
    }

    #[test]
    fn arguments_stand_in_their_places() {
        assert_eq!(Label::PageOf.with(Language::German, &[&2, &7]), "Seite 2 von 7");
        assert_eq!(Label::InterimName.with(Language::Spanish, &[&"Ana Ruiz"]), "Ana Ruiz (interino)");
        assert_eq!(Label::Vacant.with(Language::French, &[]), "Vacant");
    }
}
