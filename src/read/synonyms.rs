//! Words that people use for the words of the format: what was meant is told by them before it is told by spelling.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Keys, and the words that are used for them in English, German, French and Spanish, without accents and with `_` for
/// anything that is no letter or digit. A word that is used for several means the first that fits where it stands.
const KEYS: [(&str, &str); 44] = [
    ("seats", "roles role positions position jobs posts stellen rollen positionen postes puestos cargos org_chart"),
    (
        "priorities",
        "goals rocks okrs okr objectives initiatives projects ziele prioritaten prioritaeten objectifs priorites \
         prioridades objetivos",
    ),
    ("metrics", "kpis kpi measurables scorecard kennzahlen metriken indicateurs indicadores metricas measures"),
    (
        "people",
        "persons staff employees members team personen mitarbeiter mitarbeitende leute personnes personnel personas \
         empleados",
    ),
    ("organization", "company org firma unternehmen entreprise empresa organizacion name"),
    ("revision", "quarter version period quartal trimestre"),
    ("reviewed", "last_review review reviewed_on last_reviewed"),
    ("language", "lang locale sprache langue idioma"),
    ("strategy", "vision strategie estrategia"),
    (
        "reports_to",
        "manager boss supervisor superior managed_by line_manager reporting_to parent vorgesetzter vorgesetzte chef \
         berichtet_an superviseur rattache_a jefe reporta_a",
    ),
    (
        "owner",
        "holder accountable incumbent responsible assignee dri person lead leader inhaber inhaberin verantwortlich \
         verantwortlicher verantwortliche titulaire responsable proprietaire propietario titular who",
    ),
    (
        "responsibilities",
        "accountabilities duties tasks responsible_for accountable_for aufgaben verantwortlichkeiten verantwortungen \
         responsabilites taches responsabilidades tareas",
    ),
    (
        "function",
        "department dept division team area abteilung bereich funktion departement service fonction departamento \
         funcion",
    ),
    (
        "backup",
        "deputy substitute stand_in understudy successor stellvertreter stellvertreterin stellvertretung vertretung \
         suppleant suppleante adjoint remplacant suplente sustituto",
    ),
    ("interim", "acting acting_owner caretaker kommissarisch interimistisch interimaire interino"),
    ("vacant", "vacancy open unfilled empty vakant unbesetzt vacante"),
    ("members", "staff team_members mitglieder membres miembros employees people"),
    ("dotted_to", "dotted dotted_line dotted_line_to dotted_line_manager also_reports_to secondary_manager"),
    ("formerly", "former previously former_id old_id renamed_from was fruher frueher"),
    ("manages", "manager_type archetype span_type"),
    ("supports", "parent serves aligned_to contributes_to goal objective strategic_priority unterstutzt"),
    ("contributors", "helpers helped_by support participants collaborators beteiligte contributeurs colaboradores"),
    ("effort", "workload load share fte aufwand charge esfuerzo"),
    ("capacity", "fte availability kapazitat kapazitaet capacite capacidad"),
    ("due", "deadline due_date due_on end_date end fallig faellig frist termin echeance vencimiento fecha_limite"),
    ("until", "expires expiry till end due bis"),
    ("status", "state progress rag health stand statut estado"),
    ("horizon", "timeframe time_frame term period zeithorizont"),
    ("lane", "stream workstream theme pillar strategic_pillar"),
    ("lanes", "streams workstreams themes pillars"),
    ("measures", "measure priority priorities"),
    ("perspective", "category quadrant perspektive perspectiva"),
    ("kind", "type indicator art"),
    ("target", "goal objective threshold aim ziel zielwert cible objectif objetivo meta"),
    ("actual", "current value result ist istwert wert reel valeur valor"),
    ("title", "name label role position job_title heading titel bezeichnung titre titulo nombre nom"),
    ("name", "full_name fullname vollname nom nombre"),
    ("since", "from start start_date seit depuis desde"),
    ("plan", "action next_step measure massnahme"),
    ("allow", "waive waiver waivers ignore exceptions suppress"),
    ("reason", "why because grund motivo raison"),
    ("rule", "rule_id id code"),
    ("note", "notes comment comments remark remarks description desc notiz bemerkung kommentar commentaire nota"),
    ("rightseat", "format format_version"),
];

/// Words of the format where there is a choice, and the words that are used for them.
const WORDS: [(&str, &str); 23] = [
    (
        "off-track",
        "at_risk risk late behind delayed overdue red amber yellow blocked stuck gefahrdet verzogert en_retard a_risque \
         retrasado en_riesgo",
    ),
    (
        "on-track",
        "in_progress wip active green ongoing started not_started open todo on_time on_schedule laufend in_arbeit \
         im_plan en_cours en_curso",
    ),
    (
        "done",
        "completed complete finished closed achieved delivered 100 100_percent erledigt fertig abgeschlossen termine \
         fait hecho terminado completado",
    ),
    ("dropped", "cancelled canceled abandoned stopped deferred killed abgebrochen gestrichen annule cancelado"),
    ("quarter", "quarterly q this_quarter 90_days 3_months quartal trimestre"),
    ("year", "annual yearly annually 1_year one_year 1_y 12_months this_year jahr jahrlich annee annuel ano anual"),
    (
        "long",
        "long_term longterm strategic 2_years 3_years 5_years 3_year 5_year 10_year langfristig long_terme largo_plazo",
    ),
    ("financial", "finance finances money finanzen finanziell finanzas financier"),
    ("customer", "customers client clients market kunde kunden cliente clientes"),
    ("operational", "operations operation process processes internal internal_process internal_processes prozesse"),
    ("people", "learning learning_and_growth growth staff employees team mitarbeiter personas"),
    ("leading", "lead leading_indicator input predictive fruhindikator"),
    ("lagging", "lag lagging_indicator outcome result output spatindikator"),
    ("player-coach", "player playing_coach working_manager"),
    ("coach", "teacher mentor"),
    ("supervisor", "overseer manager"),
    ("facilitator", "enabler"),
    ("coordinator", "dispatcher"),
    ("en", "english eng en_gb en_us englisch anglais ingles"),
    ("de", "german ger deu de_at de_ch de_de deutsch allemand aleman"),
    ("fr", "french fre fra fr_be fr_ca fr_ch fr_fr franzosisch francais frances"),
    ("es", "spanish spa es_es es_mx spanisch espagnol espanol castellano"),
    ("off", "none never ignore false no disabled"),
];

/// The key among those known here that a word is used for.
pub(super) fn key(word: &str, known: &[&'static str]) -> Option<&'static str> {
    find(word, &KEYS, known)
}

/// The word among those to choose from that another is used for, or is in another spelling.
pub(super) fn choice(word: &str, variants: &[&'static str]) -> Option<&'static str> {
    let folded = folded(word);
    variants.iter().copied().find(|variant| self::folded(variant) == folded).or_else(|| find(word, &WORDS, variants))
}

fn find(word: &str, all: &[(&str, &str)], known: &[&'static str]) -> Option<&'static str> {
    let folded = folded(word);
    let used = |words: &str| words.split(' ').any(|used| used == folded);
    let mut meant = all.iter().filter(|(_, words)| used(words));
    meant.find_map(|(meant, _)| known.iter().copied().find(|known| known == meant))
}

fn folded(word: &str) -> String {
    let mut folded = String::new();
    for c in word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if c == '%' {
            folded.push_str("_percent");
        } else if !folded.is_empty() && !folded.ends_with('_') {
            folded.push('_');
        }
    }
    folded.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{KEYS, WORDS, choice, folded, key};

    #[test]
    fn every_word_is_written_as_it_is_looked_for_and_once_for_each_meaning() {
        for (meant, words) in KEYS.iter().chain(&WORDS) {
            let words: Vec<&str> = words.split(' ').collect();
            for (at, word) in words.iter().enumerate() {
                assert_eq!(folded(word), **word, "{meant}");
                assert!(!words[..at].contains(word), "{meant}: {word} twice");
                assert_ne!(word, meant, "it is the word itself");
            }
        }
    }

    #[test]
    fn what_fits_where_the_word_stands_is_meant() {
        assert_eq!(key("manager", &["title", "reports_to", "manages"]), Some("reports_to"));
        assert_eq!(key("Line Manager", &["reports_to"]), Some("reports_to"));
        assert_eq!(key("Prioritäten", &["priorities"]), Some("priorities"));
        assert_eq!(key("goal", &["supports", "title"]), Some("supports"));
        assert_eq!(key("goal", &["target", "title"]), Some("target"));
        assert_eq!(key("colour", &["title"]), None);
        assert_eq!(choice("At risk", &["on-track", "off-track"]), Some("off-track"));
        assert_eq!(choice("ON TRACK", &["on-track", "off-track"]), Some("on-track"));
        assert_eq!(choice("100%", &["done"]), Some("done"));
    }
}
