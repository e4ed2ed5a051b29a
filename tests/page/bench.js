// The times of a page in a browser, beside a fixed piece of script timed in the same run: `node bench.js BROWSER PAGE…`.
// On the machine on which the bars were set that piece takes 100 ms; a bar grows as the piece takes longer.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [program, ...pages] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), "rightseat-bench-"));
const browser = spawn(program, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-pipe", `--user-data-dir=${home}`], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const waiting = new Map();
let [last, held] = [0, ""];
browser.stdio[4].on("data", (data) => {
  const messages = (held + data).split("\0");
  held = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    if (message.error) waiting.get(message.id)?.reject(new Error(message.error.message));
    else if (message.id) waiting.get(message.id)?.resolve(message.result);
  }
});
const ask = (method, params, sessionId) => new Promise((done, failed) => {
  waiting.set(++last, { resolve: done, reject: failed });
  browser.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
});

const PIECE = `(() => { const start = performance.now(); let sum = 0; const many = new Float64Array(200000);
  for (let round = 0; round < 60; round++) for (let at = 0; at < many.length; at++) { many[at] = Math.sqrt(at + round) + many[(at * 7) % many.length] * 0.5; sum += many[at]; }
  return sum > 0 ? performance.now() - start : 0; })()`;
const FRAMES = `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`;
const bars = { "first paint": 1000, "loaded": 1000, "expand all": 250, "longest frame of panning": 8, "a key in the search": 50, "elements of the chart": 250 };

try {
  for (const page of pages) {
    const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
    const value = async (expression) => {
      const { result, exceptionDetails } = await ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    };
    await ask("Page.enable", {}, sessionId);
    await ask("Emulation.setDeviceMetricsOverride", { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false }, sessionId);
    // How long each frame takes that the page's script asks for.
    await ask("Page.addScriptToEvaluateOnNewDocument", { source: "window.taken = []; const frame = requestAnimationFrame.bind(window); window.requestAnimationFrame = (act) => frame((now) => { const start = performance.now(); act(now); window.taken.push(performance.now() - start); });" }, sessionId);
    await ask("Page.navigate", { url: pathToFileURL(resolve(page)).href }, sessionId);
    await value("new Promise(done => { const look = () => document.querySelector('#live .stage') ? done() : setTimeout(look, 5); look(); })");
    await value(FRAMES);
    const times = {
      "first paint": await value("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()"),
      "loaded": await value("performance.timing.loadEventEnd - performance.timing.navigationStart"),
      "expand all": await value(`(async () => { const start = performance.now(); document.querySelectorAll('.tools button')[0].click(); await new Promise(done => requestAnimationFrame(done)); return performance.now() - start; })()`),
      "longest frame of panning": await value(`(async () => { await new Promise(done => setTimeout(done, 600)); const stage = document.querySelector('.stage'); window.taken.length = 0; let most = 0;
        for (let step = 0; step < 30; step++) { stage.dispatchEvent(new KeyboardEvent('keydown', { key: step % 2 ? 'ArrowLeft' : 'ArrowRight', bubbles: true })); await new Promise(done => setTimeout(done, 30)); }
        for (const one of window.taken) if (one > most) most = one; return most; })()`),
      "a key in the search": await value(`(() => { const field = document.querySelector('[role=combobox]'); field.value = 'position 4'; const start = performance.now(); field.dispatchEvent(new Event('input')); return performance.now() - start; })()`),
      "elements of the chart": await value("document.querySelectorAll('#live .stage *').length"),
    };
    const piece = await value(PIECE);
    console.log(`${page}: ${Math.round(statSync(page).size / 1000)} kB; the piece of script takes ${Math.round(piece)} ms`);
    for (const [what, taken] of Object.entries(times)) console.log(`  ${what.padEnd(24)} ${taken.toFixed(1).padStart(8)}   bar ${bars[what]}`);
    await ask("Target.closeTarget", { targetId });
  }
} finally {
  browser.stdio[3].write(`${JSON.stringify({ id: ++last, method: "Browser.close" })}\0`);
  browser.once("exit", () => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
}
