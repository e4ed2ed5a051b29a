#!/usr/bin/env bash
# yaml-language-server 1.25.0 (npm), draft-07: a key has a `description` of its own beside `anyOf: [{$ref}, null]`, as
# schema generators write an optional value. Hovering over the key shows the description of the shared definition and
# never the key's own, though this is no `$ref` with siblings, which draft-07 would let it ignore: `anyOf` is not `$ref`.
# Two keys that share a definition can't be told apart in an editor. Without a description on the definition the key's
# own is shown.
#
# Seen, with the definition described:     The id of a person.
# Seen, with the definition undescribed:   Who answers for it.
#
# Needs node and npm (Debian: nodejs, npm).
set -euo pipefail
for program in node npm; do
  command -v "$program" > /dev/null || { echo "this needs $program" >&2; exit 1; }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
npm install --silent --no-audit --no-fund --no-save yaml-language-server@1.25.0
cat > hover.js << 'END'
const { getLanguageService } = require("yaml-language-server");
const { TextDocument } = require("vscode-languageserver-textdocument");
async function hover(definition, name) {
  const service = getLanguageService({
    schemaRequestService: async () => "{}", workspaceContext: { resolveRelativePath: (path) => path },
    telemetry: { send() {}, sendError() {}, sendTrack() {} }, yamlSettings: {},
  });
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    definitions: { person: { type: "string", ...definition } },
    properties: { owner: { description: "Who answers for it.", anyOf: [{ $ref: "#/definitions/person" }, { type: "null" }] } },
  };
  service.configure({ hover: true, schemas: [{ uri: `file:///${name}.json`, fileMatch: ["*.yaml"], schema }] });
  const document = TextDocument.create(`file:///${name}.yaml`, "yaml", 1, "owner: kim\n");
  return (await service.doHover(document, { line: 0, character: 2 })).contents.value.split("\n\n")[0];
}
(async () => {
  console.log(await hover({ description: "The id of a person." }, "described"));
  console.log(await hover({}, "undescribed"));
})();
END
seen=$(node hover.js)
printf '%s\n' "$seen"
[ "$seen" = $'The id of a person.\nWho answers for it.' ]
