// A browser without a window, spoken to through a pipe: messages are JSON, each ended by a zero byte.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const OPTIONS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-pipe"];

/** @param {string} program */
export async function open(program) {
  const home = mkdtempSync(join(tmpdir(), "rightseat-browser-"));
  const browser = spawn(program, [...OPTIONS, `--user-data-dir=${home}`], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
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
  const ask = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    browser.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });

  /** A page in a tab of its own, in which `before` runs before any of its scripts. */
  const page = async (path, before) => {
    const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
    await ask("Page.enable", {}, sessionId);
    await ask("Emulation.setDeviceMetricsOverride", { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false }, sessionId);
    await ask("Page.addScriptToEvaluateOnNewDocument", { source: before }, sessionId);
    await ask("Page.navigate", { url: pathToFileURL(path).href }, sessionId);
    const value = async (expression) => {
      const asked = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await ask("Runtime.evaluate", asked, sessionId);
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    };
    return {
      value,
      until: (condition) => value(`new Promise(done => { const look = () => ${condition} ? done() : setTimeout(look, 5); look(); })`),
      /** Bytes that its script, its elements and its buffers hold. */
      memory: async () => {
        await ask("HeapProfiler.collectGarbage", {}, sessionId);
        const held = await ask("Runtime.getHeapUsage", {}, sessionId);
        return held.usedSize + (held.embedderHeapUsedSize ?? 0) + (held.backingStorageSize ?? 0);
      },
      close: () => ask("Target.closeTarget", { targetId }),
    };
  };
  const close = async () => {
    const ended = new Promise((done) => browser.once("exit", done));
    browser.stdio[3].write(`${JSON.stringify({ id: ++last, method: "Browser.close" })}\0`);
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  return { page, close };
}
