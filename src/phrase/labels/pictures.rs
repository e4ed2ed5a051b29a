//! The labels on pictures, in packets and on decks.

use super::labels;

labels! {
    /// Our words on a picture or in a packet.
    pub enum Label;

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
    /// What is written for an owner is not one.
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
    /// The day as of which a chart was judged.
    AsOf: ["as of {}", "Stand {}", "au {}", "a fecha de {}"],
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
    /// On the badge of a seat that nobody owns any more.
    NowVacant: ["now vacant", "nun unbesetzt", "désormais vacant", "ahora vacante"],
    /// On the badge of a seat that answers for other things.
    NewWork: ["work changed", "neue Aufgaben", "missions revues", "tareas nuevas"],
    /// On the badge of a seat about which something else changed.
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
    /// Explains a percentage that is a sum.
    LoadOfAllMark: ["load of all its holder’s seats", "Auslastung aller Stellen der Person", "charge de tous ses postes", "carga de todos sus puestos"],
    /// Explains a number after a plus sign.
    MembersMark: ["further members", "weitere Mitglieder", "autres membres", "otros miembros"],
    /// Explains a triangle with a number.
    FindingsMark: ["findings", "Befunde", "constats", "hallazgos"],
    /// Explains a triangle with a number in a packet.
    AskedMark: ["to decide", "zu entscheiden", "à décider", "por decidir"],
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
    /// A priority without ties to others.
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
    /// One priority that the strategy view leaves out.
    OneClosed: ["{} priority done or dropped, not shown", "{} erledigte oder gestrichene fehlt", "{} close ou abandonnée, non montrée", "{} cerrada o abandonada, no mostrada"],
    /// Priorities that it leaves out.
    Closed: ["{} priorities done or dropped, not shown", "{} erledigte oder gestrichene fehlen", "{} closes ou abandonnées, non montrées", "{} cerradas o abandonadas, no mostradas"],
    /// Names the strategy view.
    Strategy: ["strategy", "Strategie", "stratégie", "estrategia"],
    /// Stands where a group of seats has no function.
    NoFunction: ["Other", "Sonstige", "Autres", "Otros"],
    /// One seat by itself.
    OneSeat: ["{} seat", "{} Stelle", "{} poste", "{} puesto"],
    /// Some pages by their numbers.
    OnPages: ["pages {}", "Seiten {}", "pages {}", "páginas {}"],
    /// Many pages from one to another.
    ManyPages: ["{} pages from {} to {}", "{} Seiten von {} bis {}", "{} pages de {} à {}", "{} páginas de {} a {}"],
    /// The last of a row and what comes before it.
    And: ["{} and {}", "{} und {}", "{} et {}", "{} y {}"],
    /// On a line that is not on this page.
    OneMoreLine: ["{} more line of these boxes on {}", "{} weitere Linie dieser Kästen auf {}", "{} autre lien de ces cases en {}", "{} línea más de estas casillas en {}"],
    /// On lines that are not on this page.
    MoreLines: ["{} more lines of these boxes on {}", "{} weitere Linien dieser Kästen auf {}", "{} autres liens de ces cases en {}", "{} líneas más de estas casillas en {}"],
    /// Names the view of departments.
    WhichWait: ["Which departments wait for each other", "Welche Bereiche aufeinander warten", "Quels services s’attendent", "Qué áreas se esperan"],
    /// The same where none does.
    NoneWaits: ["No department waits for another", "Kein Bereich wartet auf einen anderen", "Aucun service n’attend un autre", "Ningún área espera a otra"],
    /// Departments that are not drawn.
    WithoutLine: ["without a line: {}", "ohne Linie: {}", "sans lien : {}", "sin línea: {}"],
    /// Explains an arrow between departments.
    WaitsFor: ["waits for", "wartet auf", "attend", "espera a"],
    /// Explains an arrow with two heads.
    WaitForEachOther: ["wait for each other", "warten aufeinander", "s’attendent", "se esperan"],
    /// Explains an arrow of a loop.
    WaitsInLoop: ["waits for the next in a loop", "wartet im Kreis auf den nächsten", "attend le suivant en boucle", "espera al siguiente en círculo"],
    /// Names the view of seats with several lines where there is none.
    NobodySeveral: ["Nobody works for more than one", "Niemand arbeitet für mehrere", "Personne ne travaille pour plusieurs", "Nadie trabaja para varios"],
    /// Where a part of a chart is drawn that has none of what the view shows.
    NoneInPart: ["None in the part that is drawn", "Keine im gezeigten Teil", "Aucune dans la partie montrée", "Ninguna en la parte mostrada"],
    /// Explains a line between seats.
    ReportsUp: ["the lower reports to the upper", "die untere berichtet an die obere", "celui du bas dépend du haut", "el de abajo depende del de arriba"],
    /// A lane.
    LaneCost: ["cost", "Kosten", "coût", "coste"],
    /// A lane.
    LaneInnovation: ["innovation", "Neuheit", "innovation", "innovación"],
    /// A lane.
    LaneService: ["service", "Nähe", "service", "servicio"],
    /// Nobody is named for a priority.
    NobodyAnswers: ["nobody answers for it", "niemand verantwortet sie", "personne n’en répond", "nadie responde de ella"],
    /// Nobody is named for a metric.
    NoSeatAnswers: ["no seat answers for it", "keine Stelle verantwortet sie", "aucun poste n’en répond", "ningún puesto responde de ella"],
    /// Several seats are named.
    SeatsShare: ["{} seats share it", "{} Stellen teilen sie sich", "{} postes se la partagent", "{} puestos la comparten"],
    /// The seat that is named has several owners.
    SeatShared: ["its seat has more than one owner", "ihre Stelle hat mehrere Inhaber", "son poste a plusieurs titulaires", "su puesto tiene varios titulares"],
    /// The seat that is named is vacant.
    ItsSeatVacant: ["its seat is vacant", "ihre Stelle ist unbesetzt", "son poste est vacant", "su puesto está vacante"],
    /// No root leads to the seat that is named.
    CutOff: ["its seat is cut off from the top", "ihre Stelle hängt nicht an der Spitze", "son poste est coupé de la tête", "su puesto no llega a la cúspide"],
    /// What is named does not exist.
    ItsOwnerMissing: ["its owner is not in the chart", "ihr Inhaber ist nicht im Plan", "son titulaire est absent du plan", "su titular no está en el plan"],
    /// What a priority was for is dropped.
    PurposeDropped: ["what it served was dropped", "wozu sie diente, ist gestrichen", "ce qu’elle servait est abandonné", "lo que apoyaba se abandonó"],
    /// What is written can't be read.
    AnswerUnreadable: ["who answers for it can't be read", "Zuständigkeit nicht lesbar", "responsable illisible", "responsable ilegible"],
    /// A figure over time.
    FigureSeats: ["Seats", "Stellen", "Postes", "Puestos"],
    /// A figure over time.
    FigurePeople: ["People", "Personen", "Personnes", "Personas"],
    /// A figure over time.
    FigureVacant: ["Vacant seats", "Unbesetzte Stellen", "Postes vacants", "Puestos vacantes"],
    /// A figure over time.
    FigureLayers: ["Layers", "Ebenen", "Niveaux", "Niveles"],
    /// A figure over time.
    FigureMedianSpan: ["Median span", "Mittlere Führungsspanne", "Périmètre médian", "Ámbito mediano"],
    /// A figure over time.
    FigureWidestSpan: ["Widest span", "Größte Führungsspanne", "Plus grand périmètre", "Mayor ámbito"],
    /// A figure over time.
    FigureUnanswered: ["Priorities without one owner", "Prioritäten ohne Zuständige", "Priorités sans responsable", "Prioridades sin responsable"],
    /// A figure over time.
    FigureOverloaded: ["Overloaded people", "Überlastete Personen", "Personnes surchargées", "Personas sobrecargadas"],
    /// A figure over time.
    FigureMoves: ["Moves", "Verlegungen", "Déplacements", "Traslados"],
    /// A figure over time.
    FigureChurn: ["Churn", "Wechsel", "Rotation", "Rotación"],
    /// A figure over time.
    FigureErrors: ["Errors", "Fehler", "Erreurs", "Errores"],
    /// A figure over time.
    FigureWarnings: ["Warnings", "Warnungen", "Avertissements", "Advertencias"],
    /// A figure over time.
    FigureNotes: ["Notes", "Hinweise", "Remarques", "Notas"],
    /// Which revisions a strip of figures shows.
    RevisionsFromTo: ["{} revisions, {} to {}", "{} Stände, {} bis {}", "{} révisions, {} à {}", "{} revisiones, {} a {}"],
    /// Explains the gaps of a strip of figures.
    Unread: ["Dashed: could not be read: {}", "Gestrichelt: nicht lesbar: {}", "En pointillé : illisibles : {}", "Discontinuo: ilegibles: {}"],
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
    /// Heads the view of what depends on what.
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
    MetricsWithout: ["metrics with nobody", "Kennzahlen ohne Zuständige", "indicateurs sans responsable", "indicadores sin responsable"],
    /// Heads a column of entries that carry a waiver.
    On: ["on", "bei", "sur", "en"],
    /// Heads a column of rules.
    Accepts: ["accepts", "lässt zu", "accepte", "acepta"],
    /// Heads a column of reasons.
    Because: ["because", "weil", "car", "porque"],
    /// Heads a column of commands that end something.
    EndedBy: ["ended by", "endet durch", "terminé par", "termina con"],
    /// Heads a column of last days.
    Until: ["until", "bis", "jusqu’au", "hasta"],
}
