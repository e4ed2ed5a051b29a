// Judges documents with ajv as it comes: standard input holds {schema, documents}; standard output, for each
// document, whether it passes.
"use strict";
const Ajv = require("ajv");
const { schema, documents } = JSON.parse(require("fs").readFileSync(0, "utf8"));
// That a value may be text or a number is no mistake; ajv logs it, and nothing else is let through.
const passes = new Ajv({ strictTypes: false }).compile(schema);
process.stdout.write(JSON.stringify({ ajv: documents.map((document) => passes(document)) }));
