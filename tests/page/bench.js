// Measures what docs/page.md promises of pages and prints it beside the bars: `node bench.js RIGHTSEAT BROWSER`.
// Times are taken beside a fixed piece of script in the same run; a bar for a time grows as the piece takes longer.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { open } from "./browser.js";

const [rightseat, program] = [resolve(process.argv[2]), process.argv[3]];
/** What the piece takes where the bars were set. */
const PIECE_THERE = 100;
const PIECE = `(() => { const start = performance.now(); let sum = 0; const many = new Float64Array(200000);
  for (let round = 0; round < 60; round++) for (let at = 0; at < many.length; at++) { many[at] = Math.sqrt(at + round) + many[(at * 7) % many.length] * 0.5; sum += many[at]; }
  return sum > 0 ? performance.now() - start : 0; })()`;
/** Notes how long the page's own script takes: from the data to the first frame, each frame, and what it does when idle. */
const WATCH = `window.watched = { start: 0, end: 0, frames: [], idle: [] };
  const timed = (list, act) => (now) => { const start = performance.now(); act(now); list.push(performance.now() - start); };
  const parse = JSON.parse; JSON.parse = (text) => { watched.start ||= performance.now(); return parse(text); };
  document.addEventListener("DOMContentLoaded", () => { watched.end = performance.now(); });
  const [frame, idle] = [requestAnimationFrame.bind(window), requestIdleCallback.bind(window)];
  window.requestAnimationFrame = (act) => frame(timed(watched.frames, act));
  window.requestIdleCallback = (act) => idle(timed(watched.idle, act));`;
const FRAME = "new Promise(done => setTimeout(done, 40))";
const EVERYTHING = ["--show", "title,owner,responsibilities,function,load,priorities,metrics", "--findings"];

/** A company in which each seat leads seven. */
function company(seats) {
  const lines = ["organization: Large", "revision: 2026-Q4", "people:"];
  for (let n = 0; n < seats; n++) lines.push(`  p${n}: Person ${n}`);
  lines.push("seats:");
  for (let n = 0; n < seats; n++) {
    const above = n === 0 ? "" : `reports_to: s${Math.floor((n - 1) / 7)}, `;
    lines.push(`  s${n}: {title: Position number ${n}, ${above}owner: p${n}, function: F${n % 6}, responsibilities: [First thing ${n}, Second thing ${n}]}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The longest frame while a chart is panned: of three rounds the best, since others use the machine as well. */
const PAN = `(async () => { const stage = document.querySelector('.stage'); let best = Infinity;
  for (let round = 0; round < 3; round++) {
    watched.frames.length = 0;
    for (let step = 0; step < 16; step++) { stage.dispatchEvent(new KeyboardEvent('keydown', { key: step % 2 ? 'ArrowLeft' : 'ArrowRight', bubbles: true })); await ${FRAME}; }
    best = Math.min(best, watched.frames.reduce((most, one) => Math.max(most, one), 0));
  }
  return best; })()`;

const rows = [];
const note = (what, taken, unit, bar) => rows.push({ what, taken, unit, bar });

/** A page, freshly opened, and how long that took: the best of three times. */
async function opened(browser, path) {
  let [paint, ready] = [Infinity, Infinity];
  for (let round = 0; ; round++) {
    const page = await browser.page(path, WATCH);
    await page.until("watched.frames.length && performance.getEntriesByName('first-contentful-paint')[0]");
    paint = Math.min(paint, await page.value("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
    ready = Math.min(ready, await page.value("watched.end - watched.start + watched.frames[0]"));
    if (round === 2) return { page, paint, ready };
    await page.close();
  }
}

async function measure(browser, path, seats) {
  const { page, paint, ready } = await opened(browser, path);
  const { value, until } = page;
  const does = (key) => value(`document.querySelector('.stage').dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))`);
  if (seats <= 5000) {
    note(`first paint, ${seats} seats`, paint, "ms", 1000);
    note(`script, start to ready, ${seats} seats`, ready, "ms", 250);
  }
  await until("watched.idle.length");
  if (seats === 5000) note("index of the search, 5000 seats", await value("watched.idle[0]"), "ms", 150);
  const expand = { 500: 150, 5000: 250, 50000: 1000 }[seats];
  const expanded = await value("(async () => { const start = performance.now(); watched.frames.length = 0; document.querySelector('.tools button').click(); const laid = performance.now() - start; await new Promise(done => { const look = () => watched.frames.length ? done() : setTimeout(look, 2); look(); }); return laid + watched.frames[0]; })()");
  if (expand) note(`expand all, ${seats} seats`, expanded, "ms", expand);
  await value("new Promise(done => setTimeout(done, 800))");
  if (seats >= 500) {
    let [most, where] = [0, ""];
    await does("0");
    await value("new Promise(done => setTimeout(done, 500))");
    for (let zoom = 0; zoom < 24; zoom += 2) {
      const taken = await value(PAN);
      if (taken > most) [most, where] = [taken, zoom === 0 ? "all in sight" : `${zoom} times nearer`];
      await does("+");
      await does("+");
      await value(FRAME);
    }
    note(`longest frame of panning, ${seats} seats (${where})`, most, "ms", seats <= 5000 ? 8 : undefined);
  }
  note(`elements of the chart, ${seats} seats`, await value("document.querySelectorAll('#live .stage *').length"), "", 250);
  if (seats === 5000) note("a key in the search, 5000 seats", await value("(() => { const field = document.querySelector('[role=combobox]'); field.value = 'position 4'; const start = performance.now(); field.dispatchEvent(new Event('input')); return performance.now() - start; })()"), "ms", 50);
  if (seats === 50000) note("memory, 50000 seats", (await page.memory()) / 1e6, "MB", 100);
  const piece = await value(PIECE);
  await page.close();
  return piece;
}

const home = mkdtempSync(join(tmpdir(), "rightseat-bench-"));
const northwind = resolve(import.meta.dirname, "../../charts/northwind");
const pieces = [];
try {
  const write = (name, ...given) => {
    const path = join(home, name);
    execFileSync(rightseat, [...given, "-o", path], { cwd: home, stdio: ["ignore", "ignore", "inherit"] });
    return path;
  };
  const packet = write("packet.html", "review", northwind);
  const text = readFileSync(packet, "utf8");
  const between = (from, to) => text.split(from)[1].split(to)[0].length;
  note("Northwind's packet, four revisions", Buffer.byteLength(text) / 1000, "kB", 300);
  note("  the same, compressed", gzipSync(text).length / 1000, "kB", undefined);
  note("script and style", (between("<style>", "</style>") + between("<script>", "</script>")) / 1000, "kB", 120);
  const pages = [[33, packet]];
  for (const seats of [500, 5000, 50000]) {
    const chart = join(home, `${seats}.yaml`);
    writeFileSync(chart, company(seats));
    const page = write(`${seats}.html`, "render", chart, ...EVERYTHING);
    if (seats < 50000) note(`${seats} seats`, readFileSync(page).length / 1000, "kB", seats === 500 ? 600 : 3500);
    pages.push([seats, page]);
  }
  const browser = await open(program);
  try {
    for (const [seats, page] of pages) pieces.push(await measure(browser, page, seats));
  } finally {
    await browser.close();
  }
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
const piece = pieces.sort((one, other) => one - other)[pieces.length >> 1];
const slower = Math.max(1, piece / PIECE_THERE);
console.log(`the piece of script takes ${Math.round(piece)} ms; bars for times are those of a machine on which it takes ${PIECE_THERE}${slower > 1 ? `, times ${slower.toFixed(2)}` : ""}`);
for (const { what, taken, unit, bar } of rows) {
  const held = bar && (unit === "ms" ? bar * slower : bar);
  const shown = bar === undefined ? "" : `  bar ${Math.round(held)}${taken > held ? "  ABOVE" : ""}`;
  console.log(`${what.padEnd(64)} ${taken.toFixed(taken < 20 ? 1 : 0).padStart(8)} ${unit.padEnd(2)}${shown}`);
}
