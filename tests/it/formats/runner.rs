//! A port of how the GitHub Actions runner finds commands in a line of a log, its two forms.

use std::collections::BTreeMap;

/// The commands that a runner knows.
const REGISTERED: [&str; 20] = [
    "internal-set-repo-path",
    "set-env",
    "set-output",
    "save-state",
    "add-path",
    "add-mask",
    "add-matcher",
    "remove-matcher",
    "warning",
    "error",
    "notice",
    "debug",
    "group",
    "endgroup",
    "echo",
    "stop-commands",
    "section",
    "command",
    "token",
    "end",
];

/// A command as the runner understands it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Command {
    pub(super) name: String,
    pub(super) properties: BTreeMap<String, String>,
    pub(super) data: String,
}

/// Every command in a log. The runner reads line by line, and a lone carriage return ends a line too.
pub(crate) fn commands(log: &str) -> Vec<Command> {
    log.split(['\n', '\r']).filter_map(|line| second_form(line).or_else(|| first_form(line))).collect()
}

/// What other systems obey: Azure's and `TeamCity`'s commands, anywhere in a line.
pub(crate) fn obeyed_elsewhere(log: &str) -> bool {
    ["##vso[", "##teamcity[", "##["].iter().any(|command| log.contains(command))
        || log.lines().any(|line| line.trim_start().starts_with("##teamcity"))
}

/// `::name key=value,key=value::data`, with spaces before it skipped.
fn second_form(line: &str) -> Option<Command> {
    let rest = line.trim_start().strip_prefix("::")?;
    let (head, data) = rest.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let unescaped = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",");
        text.replace("%25", "%")
    };
    let pairs = properties.trim().split(',').filter_map(|pair| pair.split_once('='));
    REGISTERED.contains(&name).then(|| Command {
        name: name.to_owned(),
        properties: pairs.map(|(key, value)| (key.to_owned(), unescaped(value))).collect(),
        data: data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%"),
    })
}

/// `##[name key=value;key=value]data`, anywhere in a line.
fn first_form(line: &str) -> Option<Command> {
    let rest = &line[line.find("##[")? + 3..];
    let (head, data) = rest.split_once(']')?;
    let name = head.split(' ').next().unwrap_or(head);
    REGISTERED.contains(&name).then(|| Command {
        name: name.to_owned(),
        properties: BTreeMap::new(),
        data: data.to_owned(),
    })
}

#[test]
fn the_port_finds_commands() {
    let log = "x\n  ::error file=a%2Cb,line=1::one%0Atwo %25\rnothing::error::\rtext ##[debug]y\n::nonsense::z";
    let found = commands(log);
    assert_eq!(found.iter().map(|command| command.name.as_str()).collect::<Vec<_>>(), ["error", "debug"]);
    assert_eq!((found[0].properties["file"].as_str(), found[0].data.as_str()), ("a,b", "one\ntwo %"));
    assert!(obeyed_elsewhere("x ##vso[task.setvariable]y") && !obeyed_elsewhere("## [x]"));
}
