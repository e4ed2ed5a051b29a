// Opens files in Chromium and reports what it made of them: the first argument is the browser; standard input holds
// a list of {file, evaluate}; standard output, for each, {tree: [[role, name]], value}: what it offers to assistive
// technology, and what the expression gave in the page. The browser is spoken to through a pipe, so no port is open.
"use strict";
const { spawn } = require("child_process");
const { mkdtempSync, readFileSync, rmSync } = require("fs");
const { tmpdir } = require("os");
const { join } = require("path");
const { pathToFileURL } = require("url");

const home = mkdtempSync(join(tmpdir(), "rightseat-browser-"));
const browser = spawn(
  process.argv[2],
  ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--remote-debugging-pipe", `--user-data-dir=${home}`, "--window-size=1280,800", "about:blank"],
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
);
const waiting = new Map();
const events = [];
let last = 0;
let held = "";
browser.stdio[4].on("data", (data) => {
  const messages = (held + data).split("\0");
  held = messages.pop();
  for (const message of messages.map(JSON.parse)) {
    if (message.id && !waiting.has(message.id)) {
      continue;
    } else if (!message.id) {
      events.splice(0).forEach((look) => { if (!look(message)) events.push(look); });
    } else if (message.error) {
      waiting.get(message.id).reject(new Error(message.error.message));
    } else {
      waiting.get(message.id).resolve(message.result);
    }
  }
});

function ask(method, params, sessionId) {
  browser.stdio[3].write(JSON.stringify({ id: ++last, method, params, sessionId }) + "\0");
  return new Promise((resolve, reject) => waiting.set(last, { resolve, reject }));
}

function event(method) {
  return new Promise((resolve) => events.push((message) => message.method === method && (resolve(), true)));
}

async function opened({ file, evaluate }) {
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  await ask("Page.enable", {}, sessionId);
  const loaded = event("Page.loadEventFired");
  await ask("Page.navigate", { url: pathToFileURL(file).href }, sessionId);
  await loaded;
  const { nodes } = await ask("Accessibility.getFullAXTree", {}, sessionId);
  const shown = nodes.filter((node) => !node.ignored);
  const tree = shown.map((node) => [node.role.value, node.name ? node.name.value : ""]);
  const asked = { expression: evaluate || "null", awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await ask("Runtime.evaluate", asked, sessionId);
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  await ask("Target.closeTarget", { targetId });
  return { tree, value: result.value };
}

async function main() {
  const answers = [];
  for (const one of JSON.parse(readFileSync(0, "utf8"))) answers.push(await opened(one));
  process.stdout.write(JSON.stringify(answers));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}).finally(() => {
  browser.once("exit", () => {
    try {
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    } catch {
      // Helpers of the browser may outlive it and write; what they leave is the temporary folder's.
    }
  });
  browser.stdio[3].write(JSON.stringify({ id: ++last, method: "Browser.close" }) + "\0");
});
