//! The labels of the living page: buttons, fields, marks and what they are called.

use super::{Label, labels};

labels! {
    /// Our words on the HTML page, including those that only a screen reader says.
    pub enum PageLabel;

    /// Leads past the links at the top.
    Skip: ["Skip to the content", "Zum Inhalt springen", "Aller au contenu", "Saltar al contenido"],
    /// Names the row of links.
    Sections: ["Sections", "Abschnitte", "Sections", "Secciones"],
    /// Names a table that scrolls.
    Table: ["Table", "Tabelle", "Tableau", "Tabla"],
    /// Opens the command that writes a decision.
    WriteIt: ["write it", "eintragen", "l’écrire", "escribirlo"],
    /// Opens the shares of a score.
    OneShare: ["{} share", "{} Anteil", "{} part", "{} parte"],
    /// The same of several.
    Shares: ["{} shares", "{} Anteile", "{} parts", "{} partes"],
    /// Leads to the head of the page.
    Top: ["Top", "Anfang", "Haut", "Inicio"],
    /// Leads to the decisions.
    Decisions: ["Decisions", "Entscheidungen", "Décisions", "Decisiones"],
    /// Leads to what only needs an editor.
    ToMend: ["To mend", "Zu beheben", "À corriger", "Por corregir"],
    /// Leads to the scores.
    Pillars: ["Pillars", "Säulen", "Piliers", "Pilares"],
    /// Leads to what changed.
    Changes: ["Changes", "Änderungen", "Changements", "Cambios"],
    /// Leads to the strategy.
    Strategy: ["Strategy", "Strategie", "Stratégie", "Estrategia"],
    /// Leads to who waits for whom.
    Dependencies: ["Dependencies", "Abhängigkeiten", "Dépendances", "Dependencias"],
    /// Leads to who works for several.
    Matrix: ["Matrix", "Matrix", "Matrice", "Matriz"],
    /// Leads to the vacant seats.
    VacantSeats: ["Vacant seats", "Unbesetzt", "Postes vacants", "Vacantes"],
    /// Leads to the spans.
    Spans: ["Spans", "Spannen", "Périmètres", "Ámbitos"],
    /// Leads to the metrics.
    Scorecard: ["Scorecard", "Kennzahlen", "Tableau de bord", "Cuadro de mando"],
    /// Leads to the people to watch.
    Watch: Label::PeopleToWatch.everywhere(),
    /// Leads to the waivers.
    Waivers: Label::Waivers.everywhere(),
    /// Leads to what has no name of its own.
    More: ["More", "Mehr", "Suite", "Más"],
    /// Unfolds the pages of a picture.
    MorePages: ["{} more pages", "{} weitere Seiten", "{} autres pages", "{} páginas más"],
    /// Names the seats that the page names and the picture leaves out.
    NotPictured: ["Named on this page and not in the picture:", "Auf dieser Seite genannt und nicht im Bild:", "Nommés sur cette page, absents de l’image :", "Nombrados en esta página y ausentes de la imagen:"],
    /// Who wrote the page, and that it keeps to itself.
    WrittenBy: ["Written by rightseat {} from the chart's files. It loads nothing and sends nothing.", "Geschrieben von rightseat {} aus den Dateien des Plans. Die Seite lädt nichts und sendet nichts.", "Écrit par rightseat {} à partir des fichiers du plan. La page ne charge rien et n’envoie rien.", "Escrito por rightseat {} a partir de los archivos del plan. La página no carga nada y no envía nada."],
    /// A seat that nobody holds.
    Vacant: Label::Vacant.everywhere(),
    /// Leads to the chart; names its buttons.
    Chart: ["Chart", "Plan", "Organigramme", "Organigrama"],
    /// Leads to the priorities; heads those of a seat; a way to colour boxes.
    Priorities: Label::Priorities.everywhere(),
    /// Leads to the loads; names that of a seat; a way to colour boxes.
    Load: Label::Load.everywhere(),
    /// Who covers a seat for the time being.
    InterimName: Label::InterimName.everywhere(),
    /// Names who covers a seat.
    Interim: ["Interim", "Kommissarisch", "Par intérim", "Interino"],
    /// Names the interim.
    Backup: ["Backup", "Vertretung", "Remplaçant", "Suplente"],
    /// Names who else works in a seat.
    Members: ["Work in it", "Arbeiten darin", "Y travaillent", "Trabajan en él"],
    /// Names the manager.
    ReportsTo: ["Reports to", "Berichtet an", "Dépend de", "Depende de"],
    /// Names the function; a way to colour boxes.
    Function: ["Function", "Bereich", "Fonction", "Función"],
    /// A load.
    OfCapacity: ["{} % of capacity", "{} % der Kapazität", "{} % de la capacité", "{} % de la capacidad"],
    /// Since when a seat is vacant.
    VacantSince: ["Vacant since", "Unbesetzt seit", "Vacant depuis", "Vacante desde"],
    /// How a seat is to be filled.
    Plan: ["Plan", "Vorhaben", "Projet", "Plan"],
    /// The id of a seat.
    Id: ["Id", "Kennung", "Identifiant", "Id"],
    /// Heads what a seat answers for.
    Responsibilities: ["Responsibilities", "Aufgaben", "Missions", "Responsabilidades"],
    /// Heads the metrics of a seat.
    Metrics: Label::Metrics.everywhere(),
    /// Heads the findings of a seat; a way to colour boxes.
    Findings: ["Findings", "Befunde", "Constats", "Hallazgos"],
    /// Heads the seats that it also works for.
    AlsoWorksFor: ["Also works for", "Arbeitet auch für", "Travaille aussi pour", "Trabaja también para"],
    /// Heads the seats below.
    Reports: ["Reports", "Unterstellte", "Subordonnés", "Reportes"],
    /// A priority of the strategy.
    Strategic: ["strategic", "strategisch", "stratégique", "estratégica"],
    /// A priority.
    OnTrack: Label::OnTrack.everywhere(),
    /// A priority.
    OffTrack: Label::OffTrack.everywhere(),
    /// A priority.
    Done: ["done", "erledigt", "faite", "hecha"],
    /// A priority.
    Dropped: ["dropped", "gestrichen", "abandonnée", "abandonada"],
    /// A priority.
    Due: Label::Due.everywhere(),
    /// A metric.
    Target: Label::Target.everywhere(),
    /// A metric.
    Met: ["met", "erreicht", "atteint", "alcanzado"],
    /// A metric.
    Missed: ["missed", "verfehlt", "manqué", "no alcanzado"],
    /// Worst of a seat's findings.
    OneError: ["{} error", "{} Fehler", "{} erreur", "{} error"],
    /// The same of several.
    Errors: ["{} errors", "{} Fehler", "{} erreurs", "{} errores"],
    /// Worst of a seat's findings.
    OneWarning: ["{} warning", "{} Warnung", "{} avertissement", "{} advertencia"],
    /// The same of several.
    WarningsOf: ["{} warnings", "{} Warnungen", "{} avertissements", "{} advertencias"],
    /// Worst of a seat's findings.
    OneNote: ["{} note", "{} Hinweis", "{} remarque", "{} nota"],
    /// The same of several.
    NotesOf: ["{} notes", "{} Hinweise", "{} remarques", "{} notas"],
    /// A finding.
    Error: ["error", "Fehler", "erreur", "error"],
    /// A finding.
    Warning: ["warning", "Warnung", "avertissement", "advertencia"],
    /// A finding.
    Note: ["note", "Hinweis", "remarque", "nota"],
    /// What is not listed.
    AndMore: Label::AndMore.everywhere(),
    /// Shows only what is below a seat.
    BranchAlone: ["Show this branch alone", "Nur diesen Zweig zeigen", "Montrer cette branche seule", "Mostrar solo esta rama"],
    /// Copies a command.
    Copy: ["Copy", "Kopieren", "Copier", "Copiar"],
    /// Says that it did.
    Copied: ["Copied", "Kopiert", "Copié", "Copiado"],
    /// Closes a card.
    CloseCard: ["Close the card", "Karte schließen", "Fermer la fiche", "Cerrar la ficha"],
    /// Names a card.
    Seat: ["Seat", "Stelle", "Poste", "Puesto"],
    /// Names the way to a branch.
    Branch: ["Branch", "Zweig", "Branche", "Rama"],
    /// Names the legend.
    Colours: ["Colours", "Farben", "Couleurs", "Colores"],
    /// Chooses by what boxes are coloured.
    Colour: ["Colour", "Farbe", "Couleur", "Color"],
    /// Chooses a revision.
    Revision: ["Revision", "Stand", "Révision", "Revisión"],
    /// Opens the outline.
    Outline: ["Outline", "Gliederung", "Plan détaillé", "Esquema"],
    /// Opens all branches.
    ExpandAll: ["Expand all", "Alle öffnen", "Tout déplier", "Abrir todo"],
    /// Folds branches.
    Collapse: ["Collapse", "Einklappen", "Replier", "Plegar"],
    /// Says how far.
    CollapseAll: ["Collapse to the first view", "Auf die erste Ansicht einklappen", "Replier à la première vue", "Plegar a la primera vista"],
    /// Makes it larger.
    ZoomIn: ["Zoom in", "Vergrößern", "Agrandir", "Acercar"],
    /// Makes it smaller.
    ZoomOut: ["Zoom out", "Verkleinern", "Réduire", "Alejar"],
    /// Shows all.
    Fit: ["fit", "alles", "tout", "todo"],
    /// Says so.
    ShowAll: ["Show all of it", "Alles zeigen", "Tout montrer", "Mostrarlo todo"],
    /// The whole chart.
    All: ["All", "Alles", "Tout", "Todo"],
    /// Begins the presentation.
    Present: ["Present", "Vorführen", "Présenter", "Presentar"],
    /// Says how.
    PresentHow: ["Present, one section a screen", "Vorführen, je Bildschirm ein Abschnitt", "Présenter, une section par écran", "Presentar, una sección por pantalla"],
    /// Goes to the section before.
    Back: ["Back", "Zurück", "Précédent", "Atrás"],
    /// Goes to the section after.
    Next: ["Next", "Weiter", "Suivant", "Siguiente"],
    /// Ends the presentation.
    EndPresenting: ["End the presentation", "Vorführung beenden", "Terminer la présentation", "Terminar la presentación"],
    /// Which section of how many.
    PlaceOf: ["{} of {}", "{} von {}", "{} sur {}", "{} de {}"],
    /// Names the outline.
    Seats: Label::FigureSeats.everywhere(),
    /// Names the search field.
    SearchFor: ["Search seats and people", "Stellen und Personen suchen", "Chercher postes et personnes", "Buscar puestos y personas"],
    /// Stands in the search field.
    Search: ["Search ( / )", "Suchen ( / )", "Chercher ( / )", "Buscar ( / )"],
    /// Names what was found.
    SeatsFound: ["Seats found", "Gefundene Stellen", "Postes trouvés", "Puestos encontrados"],
    /// Counts it.
    Found: ["{} found", "{} gefunden", "{} trouvés", "{} encontrados"],
    /// Shown where there is none.
    NothingFound: ["Nothing found", "Nichts gefunden", "Rien trouvé", "Nada encontrado"],
    /// Names the living chart.
    Stage: ["Chart. Arrows move it, plus and minus zoom, 0 fits. The outline says the same in words.", "Plan. Pfeile verschieben, Plus und Minus ändern die Größe, 0 zeigt alles. Die Gliederung sagt dasselbe in Worten.", "Organigramme. Les flèches le déplacent, plus et moins changent l’échelle, 0 montre tout. Le plan détaillé dit la même chose en mots.", "Organigrama. Las flechas lo mueven, más y menos cambian la escala, 0 lo muestra todo. El esquema dice lo mismo con palabras."],
    /// A way to colour boxes.
    Vacancies: ["Vacancies", "Vakanzen", "Vacances", "Vacantes"],
    /// A way to colour boxes.
    Span: ["Span of control", "Führungsspanne", "Périmètre", "Ámbito de control"],
    /// A step of load.
    BelowHalf: ["below 50 %", "unter 50 %", "moins de 50 %", "menos del 50 %"],
    /// A step of load.
    BelowMuch: ["below what is worth a look", "unauffällig", "rien à signaler", "sin nada que señalar"],
    /// A step of load.
    NearlyAll: ["nearly all", "fast alles", "presque tout", "casi todo"],
    /// A step of load.
    TooMuch: ["more than can be carried", "mehr als tragbar", "plus que supportable", "más de lo asumible"],
    /// On the badge of a vacant seat.
    NobodyHolds: ["nobody", "niemand", "personne", "nadie"],
    /// On the badge of a covered seat.
    InterimMark: Label::Interim.everywhere(),
    /// On the badge of a seat that not exactly one holds.
    NoOneOwner: ["no one owner", "nicht ein Inhaber", "pas un titulaire", "sin titular único"],
    /// On the badge of a seat.
    OffTrackOf: ["{} of {} off track", "{} von {} nicht im Plan", "{} sur {} en retard", "{} de {} fuera de curso"],
    /// On the badge of a seat that leads too many.
    MostReports: ["{}, most {}", "{}, höchstens {}", "{}, max. {}", "{}, máx. {}"],
    /// On the badge of a seat that leads few.
    LeastReports: ["{}, least {}", "{}, mindestens {}", "{}, min. {}", "{}, mín. {}"],
    /// Explains a colour.
    WithErrors: ["errors", "Fehler", "erreurs", "errores"],
    /// Explains a colour.
    WithWarnings: ["warnings", "Warnungen", "avertissements", "advertencias"],
    /// Explains a colour.
    WithNotes: ["notes", "Hinweise", "remarques", "notas"],
    /// Explains a colour.
    OwnsPriorities: ["owns priorities", "hat Prioritäten", "a des priorités", "tiene prioridades"],
    /// Explains a colour.
    TooMany: ["too many reports", "zu viele Unterstellte", "trop de subordonnés", "demasiados reportes"],
    /// Explains a colour.
    Few: ["few", "wenige", "peu", "pocos"],
    /// Explains a colour.
    Fits: ["fits", "passend", "convient", "adecuado"],
    /// Names the first of many functions.
    MoreFunctions: ["and {} more, in the same colours", "und {} weitere, gleiche Farben", "et {} autres, mêmes couleurs", "y {} más, mismos colores"],
}

impl PageLabel {
    /// Those that the script uses: the labels of the page without a script come first in the table.
    pub fn of_script() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|label| *label >= Self::Vacant)
    }
}
