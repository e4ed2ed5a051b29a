// Lenses: what colours a box and what its badge says. Colour never stands alone: a badge or a word says the same.

import { say } from "./words.js";

/** @typedef {import("./data.js").Seat} Seat */
/** @typedef {import("./data.js").Data} Data */
/** @typedef {{tint: string, badge: string, isDim: boolean}} Look `tint` names a colour of the style sheet. */
/** @typedef {{tint: string, words: string}} Mark */

const PLAIN = { tint: "none", badge: "", isDim: false };
const DIM = { tint: "none", badge: "", isDim: true };
/** As many functions are named. */
const NAMED = 12;
const STEPS = ["BelowHalf", "BelowMuch", "NearlyAll", "TooMuch"];

/** @type {Record<string, string[]>} */
const WORST = { error: ["OneError", "Errors"], warning: ["OneWarning", "WarningsOf"], note: ["OneNote", "NotesOf"] };

/** The lenses that a page has data for. @param {Data} data */
export function lenses(data) {
  const shows = new Set(data.shows);
  const all = [
    { id: "function", title: say("Function"), needs: "function" },
    { id: "load", title: say("Load"), needs: "load" },
    { id: "vacancies", title: say("Vacancies"), needs: "" },
    { id: "findings", title: say("Findings"), needs: "findings" },
    { id: "priorities", title: say("Priorities"), needs: "priorities" },
    { id: "span", title: say("Span"), needs: "" },
  ];
  return all.filter((lens) => lens.needs === "" || shows.has(lens.needs));
}

/**
 * How a lens shows a seat.
 * @param {string} lens @param {Seat} seat @param {number} reports @param {Map<string, number>} hues
 * @returns {Look}
 */
export function look(lens, seat, reports, hues) {
  switch (lens) {
    case "load":
      return seat.load === undefined ? DIM : { tint: `step-${seat.step ?? 0}`, badge: `${seat.load} %`, isDim: false };
    case "vacancies":
      if (seat.interim) return { tint: "warn", badge: say("InterimMark"), isDim: false };
      if (seat.vacant) return { tint: "bad", badge: say("NobodyHolds"), isDim: false };
      return seat.contested ? { tint: "bad", badge: say("NoOneOwner"), isDim: false } : DIM;
    case "findings":
      return ofFindings(seat);
    case "priorities":
      return ofPriorities(seat);
    case "span":
      return ofSpan(seat, reports);
    default:
      return ofDepartment(seat, hues);
  }
}

/** @param {Seat} seat @param {Map<string, number>} hues @returns {Look} */
function ofDepartment(seat, hues) {
  const hue = seat.function === undefined ? undefined : hues.get(seat.function);
  return hue === undefined ? PLAIN : { tint: `hue-${hue}`, badge: "", isDim: false };
}

/** @param {Seat} seat @returns {Look} */
function ofFindings(seat) {
  const all = seat.findings ?? [];
  if (all.length === 0) return DIM;
  const worst = ["error", "warning"].find((level) => all.some((one) => one.level === level)) ?? "note";
  const same = all.filter((one) => one.level === worst || (worst === "note" && one.level === "info")).length;
  const [one, several] = WORST[worst];
  return { tint: worst === "error" ? "bad" : worst === "warning" ? "warn" : "step-0", badge: say(same === 1 ? one : several, same), isDim: false };
}

/** @param {Seat} seat @returns {Look} */
function ofPriorities(seat) {
  const all = seat.priorities ?? [];
  if (all.length === 0) return DIM;
  const off = all.filter((one) => one.status === "off-track").length;
  const badge = off > 0 ? say("OffTrackOf", off, all.length) : `${all.length}`;
  return { tint: off > 0 ? "bad" : "good", badge, isDim: false };
}

/** @param {Seat} seat @param {number} reports @returns {Look} */
function ofSpan(seat, reports) {
  if (reports === 0) return DIM;
  if (!seat.band) return { tint: "step-0", badge: `${reports}`, isDim: false };
  const [least, most] = seat.band;
  if (most !== null && reports > most) return { tint: "bad", badge: say("MostReports", reports, most), isDim: false };
  if (reports < least) return { tint: "warn", badge: say("LeastReports", reports, least), isDim: false };
  return { tint: "good", badge: `${reports}`, isDim: false };
}

/** What the colours of a lens mean. @param {string} lens @param {Data} data @returns {Mark[]} */
export function legend(lens, data) {
  switch (lens) {
    case "load":
      return STEPS.map((label, step) => ({ tint: `step-${step}`, words: say(label) }));
    case "vacancies":
      return [{ tint: "bad", words: say("NobodyHolds") }, { tint: "warn", words: say("InterimMark") }];
    case "findings":
      return [{ tint: "bad", words: say("WithErrors") }, { tint: "warn", words: say("WithWarnings") }, { tint: "step-0", words: say("WithNotes") }];
    case "priorities":
      return [{ tint: "bad", words: say("OffTrack") }, { tint: "good", words: say("OwnsPriorities") }];
    case "span":
      return [{ tint: "bad", words: say("TooMany") }, { tint: "warn", words: say("Few") }, { tint: "good", words: say("Fits") }];
    default:
      return ofFunctions(data);
  }
}

/** Colours are few: of many functions the first are named, and each box's card names its own. @param {Data} data @returns {Mark[]} */
function ofFunctions({ functions }) {
  const marks = functions.slice(0, NAMED).map(({ name, hue }) => ({ tint: `hue-${hue}`, words: name }));
  const more = functions.length - marks.length;
  return more > 0 ? [...marks, { tint: "none", words: say("MoreFunctions", more) }] : marks;
}
