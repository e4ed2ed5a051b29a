// What an editor with the YAML language server shows of charts: standard input holds
// {schema, texts: [{text, places: [[line, character]]}]}; standard output, for each text,
// {hovers: [words], complaints: [words]}.
"use strict";
const { getLanguageService } = require("yaml-language-server");
const { TextDocument } = require("vscode-languageserver-textdocument");
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));

async function shown({ text, places }, at) {
  const service = getLanguageService({
    schemaRequestService: async (address) => { throw new Error(`nothing else is read: ${address}`); },
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry: { send() {}, sendError() {}, sendTrack() {} },
    yamlSettings: {},
  });
  const schema = { uri: "file:///schema.json", fileMatch: ["*.yaml"], schema: asked.schema };
  service.configure({ validate: true, hover: true, isKubernetes: false, schemas: [schema] });
  // Its parser remembers a document by its address.
  const document = TextDocument.create(`file:///${at}.yaml`, "yaml", 1, text);
  const hovers = [];
  for (const [line, character] of places) {
    const hover = await service.doHover(document, { line, character });
    hovers.push(hover === null ? "" : hover.contents.value);
  }
  const complaints = (await service.doValidation(document, false)).map((one) => one.message);
  return { hovers, complaints };
}

async function main() {
  const answers = [];
  for (const [at, text] of asked.texts.entries()) answers.push(await shown(text, at));
  process.stdout.write(JSON.stringify(answers));
}

main();
