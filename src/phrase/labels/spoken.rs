//! Descriptions of pictures for those who can't see them: whole sentences, which are not visible on a page.

use super::labels;

labels! {
    /// Our own words for a screen reader.
    pub enum Spoken;

    /// A reporting tree of one seat.
    ChartOfOne: ["Accountability chart of {} seat", "Verantwortungsplan mit {} Stelle", "Organigramme de {} poste", "Organigrama de {} puesto"],
    /// A reporting tree.
    ChartOf: ["Accountability chart of {} seats", "Verantwortungsplan mit {} Stellen", "Organigramme de {} postes", "Organigrama de {} puestos"],
    /// How many of its seats are empty.
    AreVacant: ["{} vacant", "{} unbesetzt", "vacants ({})", "vacantes ({})"],
    /// How many are covered.
    AreInterim: ["{} held for the time being", "{} kommissarisch besetzt", "par intérim ({})", "interinos ({})"],
    /// How many have several owners.
    AreShared: ["{} with more than one owner", "{} mit mehreren Inhabern", "à plusieurs titulaires ({})", "con varios titulares ({})"],
    /// For how many it is not known who holds them.
    AreUnknown: ["{} whose owner is not known", "{} mit unbekanntem Inhaber", "au titulaire inconnu ({})", "con titular desconocido ({})"],
    /// A seat that has an owner who is not named.
    Held: ["held", "besetzt", "pourvu", "ocupado"],
    /// Who claims to hold a seat.
    OwnersNamed: ["{} owners: {}", "{} Inhaber: {}", "{} titulaires : {}", "{} titulares: {}"],
    /// What the strategy view holds.
    StrategyOf: ["Strategy: {}, {} and {}", "Strategie: {}, {} und {}", "Stratégie : {}, {} et {}", "Estrategia: {}, {} y {}"],
    /// One priority.
    OnePriority: ["{} priority", "{} Priorität", "{} priorité", "{} prioridad"],
    /// Priorities.
    Priorities: ["{} priorities", "{} Prioritäten", "{} priorités", "{} prioridades"],
    /// One metric.
    OneMetric: ["{} metric", "{} Kennzahl", "{} indicateur", "{} indicador"],
    /// Metrics.
    Metrics: ["{} metrics", "{} Kennzahlen", "{} indicateurs", "{} indicadores"],
    /// For how many of them not exactly one answers.
    NotOneAnswers: ["not exactly one answers for {} of them", "{} davon nicht eindeutig verantwortet", "sans responsable unique ({})", "sin un responsable único ({})"],
    /// A dashed line between seats.
    AlsoWorks: ["{} also works for {}", "{} arbeitet auch für {}", "{} travaille aussi pour {}", "{} trabaja también para {}"],
    /// A line between seats.
    ReportsTo: ["{} reports to {}", "{} berichtet an {}", "{} dépend de {}", "{} depende de {}"],
    /// An arrow between departments.
    Waits: ["{} waits for {}: {}", "{} wartet auf {}: {}", "{} attend {} : {}", "{} espera a {}: {}"],
    /// An arrow with two heads.
    WaitBoth: ["{} and {} wait for each other: {} and {}", "{} und {} warten aufeinander: {} und {}", "{} et {} s’attendent : {} et {}", "{} y {} se esperan: {} y {}"],
    /// A strip of figures.
    FiguresOver: ["{} figures over {} revisions", "{} Zahlen über {} Stände", "{} chiffres sur {} révisions", "{} cifras en {} revisiones"],
}
