//! Which column says what, by the names that HR systems give them.

use crate::text::nearest;

/// What a column can say of a person, a seat or a priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Seat,
    Position,
    Title,
    ManagerSeat,
    ManagerPosition,
    ManagerId,
    ManagerEmail,
    Manager,
    Department,
    Person,
    Employee,
    Name,
    First,
    Last,
    Email,
    Capacity,
    Outside,
    Status,
    Interim,
    Backup,
    VacantSince,
    VacantPlan,
    Manages,
    Assistant,
    DottedTo,
    Responsibilities,
    MemberOf,
    PriorityId,
    Priority,
    Horizon,
    Lane,
    Supports,
    Contributors,
    Effort,
    Due,
    PriorityStatus,
}

/// Each field, its name in `--map`, and the headers that mean it, in letters and digits only. Gathered from the exports
/// of `BambooHR`, Workday, Personio, `HiBob`, `SuccessFactors` and ADP, and from plain sheets; German as Personio writes
/// it.
const FIELDS: [(Field, &str, &[&str]); 36] = [
    (Field::Seat, "seat", &["seatid", "seat"]),
    (Field::Position, "position", &["positionid", "positionnumber", "positioncode", "jobrequisitionid"]),
    (
        Field::Title,
        "title",
        &[
            "title",
            "jobtitle",
            "businesstitle",
            "positiontitle",
            "position",
            "job",
            "jobname",
            "jobtitledescription",
            "role",
            "seattitle",
            "stelle",
            "jobbezeichnung",
        ],
    ),
    (Field::ManagerSeat, "manager-seat", &["reportstoseat", "managerseat", "reportstoseatid"]),
    (
        Field::ManagerPosition,
        "manager-position",
        &["managerpositionid", "reportstopositionid", "reportstoposition", "supervisorpositionid", "parentpositionid"],
    ),
    (
        Field::ManagerId,
        "manager-id",
        &[
            "managerid",
            "supervisorid",
            "supervisoreid",
            "manageremployeeid",
            "managersemployeeid",
            "manageremployeenumber",
            "managerworkerid",
            "reportstoid",
            "reportstoemployeeid",
            "reportstoemployeenumber",
            "reportstoassociateid",
            "reportingtoid",
            "supervisoremployeeid",
            "supervisoremployeenumber",
            "linemanagerid",
            "manageruserid",
            "managerusersysid",
            "managerpersonid",
            "reportingtoemployeeid",
            "vorgesetztenid",
        ],
    ),
    (
        Field::ManagerEmail,
        "manager-email",
        &[
            "manageremail",
            "supervisoremail",
            "managersemail",
            "reportstoemail",
            "linemanageremail",
            "managerworkemail",
            "reportingtoemail",
            "supervisoremailaddress",
            "manageremailaddress",
        ],
    ),
    (
        Field::Manager,
        "manager",
        &[
            "manager",
            "supervisor",
            "supervisorname",
            "managername",
            "reportsto",
            "reportingto",
            "linemanager",
            "managersname",
            "directmanager",
            "directsupervisor",
            "reportstoname",
            "reportstolegalname",
            "workersmanager",
            "managerfullname",
            "vorgesetzter",
            "vorgesetzte",
        ],
    ),
    (
        Field::Department,
        "department",
        &[
            "department",
            "departmentname",
            "dept",
            "abteilung",
            "division",
            "team",
            "function",
            "orgunit",
            "organizationunit",
            "organisationunit",
            "businessunit",
            "supervisoryorganization",
            "homedepartmentdescription",
            "group",
            "bereich",
        ],
    ),
    (Field::Person, "person", &["personid", "person"]),
    (
        Field::Employee,
        "id",
        &[
            "id",
            "employeeid",
            "employee",
            "employeenumber",
            "employeeno",
            "eid",
            "empid",
            "empno",
            "workerid",
            "userid",
            "staffid",
            "personnelnumber",
            "personalnummer",
            "mitarbeiterid",
            "employeeidincompany",
            "filenumber",
            "associateid",
        ],
    ),
    (
        Field::Name,
        "name",
        &[
            "name",
            "fullname",
            "employeename",
            "displayname",
            "worker",
            "workername",
            "preferredname",
            "legalname",
            "personname",
            "fullnamelegal",
            "payrollname",
            "incumbent",
            "mitarbeiter",
        ],
    ),
    (
        Field::First,
        "first-name",
        &["firstname", "givenname", "preferredfirstname", "legalfirstname", "vorname", "forename"],
    ),
    (Field::Last, "last-name", &["lastname", "surname", "familyname", "legallastname", "nachname"]),
    (
        Field::Email,
        "email",
        &[
            "email",
            "workemail",
            "emailaddress",
            "emailwork",
            "primaryemail",
            "businessemail",
            "emailprimarywork",
            "companyemail",
        ],
    ),
    (Field::Capacity, "capacity", &["fte", "capacity", "ftepercent", "fulltimeequivalent"]),
    (
        Field::Outside,
        "outside",
        &[
            "contractor",
            "outside",
            "external",
            "workertype",
            "employmenttype",
            "employeetype",
            "contracttype",
            "workercategorydescription",
        ],
    ),
    (Field::Status, "status", &["status", "employmentstatus", "employeestatus", "workerstatus", "positionstatus"]),
    (Field::Interim, "interim", &["interim", "interimid"]),
    (Field::Backup, "backup", &["backup", "backupid", "deputy", "stellvertreter"]),
    (Field::VacantSince, "vacant-since", &["vacantsince"]),
    (Field::VacantPlan, "vacancy-plan", &["vacancyplan"]),
    (Field::Manages, "manages", &["manages", "managertype"]),
    (Field::Assistant, "assistant", &["assistant"]),
    (Field::DottedTo, "dotted-to", &["dottedto", "dottedlinemanager", "dottedline", "matrixmanager", "dottedlineto"]),
    (Field::Responsibilities, "responsibilities", &["responsibilities"]),
    (Field::MemberOf, "member-of", &["memberof"]),
    (Field::PriorityId, "priority-id", &["priorityid"]),
    (Field::Priority, "priority", &["priority", "prioritytitle", "rock", "objective", "initiative"]),
    (Field::Horizon, "horizon", &["horizon", "priorityhorizon"]),
    (Field::Lane, "lane", &["lane"]),
    (Field::Supports, "supports", &["supports", "parentobjective"]),
    (Field::Contributors, "contributors", &["contributors"]),
    (Field::Effort, "effort", &["effort"]),
    (Field::Due, "due", &["due", "duedate", "prioritydue"]),
    (Field::PriorityStatus, "priority-status", &["prioritystatus"]),
];

/// Which cell of a row holds a field.
#[derive(Debug)]
pub(super) struct Columns {
    /// The fields in their order, each with the place of its column.
    taken: Vec<(Field, usize)>,
    /// The headers, as written.
    headers: Vec<String>,
}

impl Columns {
    /// Finds the columns by what was mapped by hand, `FIELD=COLUMN`, and then by their names.
    pub(super) fn find(headers: Vec<String>, maps: &[String]) -> Result<Self, String> {
        let mut columns = Self { taken: Vec::new(), headers };
        for map in maps {
            let (field, header) = map
                .split_once('=')
                .ok_or_else(|| format!("expected FIELD=COLUMN, found `{map}`: such as name=Worker"))?;
            let names = || FIELDS.iter().map(|(_, name, _)| *name);
            let Some((field, name, _)) = FIELDS.iter().find(|(_, name, _)| *name == field) else {
                let help = nearest(field, names()).map_or_else(
                    || format!("the fields are {}", names().collect::<Vec<_>>().join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                return Err(format!("no field `{field}`: {help}"));
            };
            if columns.at(*field).is_some() {
                return Err(format!("`{name}` is mapped twice: one column holds a field"));
            }
            let Some(at) = columns.headers.iter().position(|other| other.trim() == header.trim()) else {
                return Err(format!("no column `{header}`: the columns are {}", columns.headers.join(", ")));
            };
            columns.taken.push((*field, at));
        }
        // The first name of each field is the likeliest: it is looked for first.
        for (field, _, aliases) in FIELDS {
            if columns.at(field).is_some() {
                continue;
            }
            let found = aliases.iter().find_map(|alias| {
                let is_free = |at: &usize| columns.taken.iter().all(|(_, taken)| taken != at);
                (0..columns.headers.len()).find(|at| is_free(at) && bare(&columns.headers[*at]) == *alias)
            });
            columns.taken.extend(found.map(|at| (field, at)));
        }
        columns.taken.sort_by_key(|(field, _)| *field);
        columns.checked()
    }

    /// A table that names neither people nor seats, or no managers, is most likely misread.
    fn checked(self) -> Result<Self, String> {
        let has = |fields: &[Field]| fields.iter().any(|field| self.at(*field).is_some());
        let columns = self.headers.join(", ");
        if !has(&[Field::Name, Field::First, Field::Last, Field::Title]) {
            return Err(format!(
                "no column holds names or titles: write `--map name=COLUMN`; the columns are {columns}"
            ));
        }
        if !has(&[Field::ManagerSeat, Field::ManagerPosition, Field::ManagerId, Field::ManagerEmail, Field::Manager]) {
            let help = "write `--map manager=COLUMN` with the one that holds the manager's id, e-mail or name";
            return Err(format!("no column says who reports to whom: {help}; the columns are {columns}"));
        }
        Ok(self)
    }

    /// Where a field stands.
    pub(super) fn at(&self, field: Field) -> Option<usize> {
        self.taken.iter().find(|(taken, _)| *taken == field).map(|(_, at)| *at)
    }

    /// Whether a text says what stands in the column of a field, rather than being a case of it.
    pub(super) fn is_header(&self, field: Field, text: &str) -> bool {
        let text = bare(text);
        let (.., aliases) = FIELDS.iter().find(|(other, ..)| *other == field).expect("every field has a name");
        aliases.contains(&text.as_str()) || self.at(field).is_some_and(|at| bare(&self.headers[at]) == text)
    }

    /// The fields that have a column.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        self.taken.iter().map(|(field, _)| *field)
    }

    /// Each column taken: its header, and the field's name.
    pub(super) fn taken(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.taken.iter().map(|(field, at)| {
            let name = FIELDS.iter().find(|(other, ..)| other == field).expect("every field has a name").1;
            (self.headers[*at].as_str(), name)
        })
    }

    /// The headers of the columns not taken.
    pub(super) fn left(&self) -> Vec<&str> {
        let is_left = |at: &usize| self.taken.iter().all(|(_, taken)| taken != at);
        (0..self.headers.len()).filter(is_left).map(|at| self.headers[at].as_str()).collect()
    }
}

/// A text in lower-case letters and digits only.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
