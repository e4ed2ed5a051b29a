// The card of a seat: all that the page says about it. Everything on it that has a place on the page is a link.

import { holder, legible, name, path } from "./data.js";
import { button, link, make, mention } from "./dom.js";
import { say } from "./words.js";

/** @typedef {import("./data.js").Seat} Seat */
/** @typedef {import("./data.js").Tree} Tree */

/** How many reports are listed. */
const LISTED = 60;
/** @type {Record<string, string>} */
const STATUS = { "on-track": "OnTrack", "off-track": "OffTrack", done: "Done", dropped: "Dropped" };
/** @type {Record<string, string>} */
const GRAVITY = { error: "Error", warning: "Warning", info: "Note" };

/**
 * Fills the card.
 * @param {HTMLElement} host @param {Tree} tree @param {Seat[]} seats @param {number} at
 * @param {{close: () => void, branch: (seat: number) => void}} does
 */
export function fillCard(host, tree, seats, at, does) {
  const seat = seats[tree.record[at]];
  const named = (/** @type {number} */ other) => {
    const one = seats[tree.record[other]];
    const who = one.title ? holder(one) : "";
    return make("span", {}, [link(one.id, name(one)), ...(who ? [" · ", make("span", { dir: "auto" }, [who])] : [])]);
  };
  const byId = (/** @type {string} */ id) => {
    const other = tree.byId.get(id);
    return other === undefined ? legible(id) : named(other);
  };
  const title = make("h3", { tabindex: "-1", dir: "auto" }, [name(seat)]);
  const content = make("div", { class: "said" }, [
    make("p", { class: "holder" }, [holder(seat)]),
    facts([
      [say("Interim"), seat.interim],
      [say("Backup"), seat.backup],
      [say("Members"), seat.members?.join(", ")],
      [say("ReportsTo"), tree.parent[at] >= 0 ? named(tree.parent[at]) : undefined],
      [say("Function"), seat.function],
      [say("Load"), seat.load === undefined ? undefined : `${say("OfCapacity", seat.load)}${seat.terms ? `: ${seat.terms}` : ""}`],
      [say("VacantSince"), seat.vacant?.since],
      [say("Plan"), seat.vacant?.plan],
      [say("Id"), legible(seat.id)],
    ]),
    ...list(say("Responsibilities"), (seat.responsibilities ?? []).map((one) => make("span", { dir: "auto" }, [one]))),
    ...list(say("Priorities"), (seat.priorities ?? []).map((one) => {
      const more = [one.strategic ? say("Strategic") : "", one.status ? say(STATUS[one.status]) : "", one.due ? say("Due", one.due) : ""];
      return make("span", { dir: "auto" }, [mention("priority", one.id, one.title), quiet(more)]);
    })),
    ...list(say("Metrics"), (seat.metrics ?? []).map((one) => {
      const missed = one.met === undefined ? "" : say(one.met ? "Met" : "Missed");
      const figures = [one.actual ?? "", one.target ? say("Target", one.target) : "", missed];
      return make("span", { dir: "auto" }, [mention("metric", one.id, one.title), quiet(figures)]);
    })),
    ...list(say("Findings"), (seat.findings ?? []).map((one) => {
      const help = one.help ? [make("span", { class: "help", dir: "auto" }, [one.help])] : [];
      const level = make("b", { class: `level-${one.level}` }, [say(GRAVITY[one.level])]);
      return make("span", { dir: "auto" }, [level, ` ${one.message} `, make("code", {}, [one.rule]), ...help]);
    })),
    ...list(say("AlsoWorksFor"), (seat.dotted ?? []).map(byId)),
    ...reports(tree, at, named),
  ]);
  const branch = tree.below[at] > 0 ? [button(say("BranchAlone"), say("BranchAlone"), () => does.branch(at))] : [];
  host.replaceChildren(make("div", { class: "top" }, [title, button("×", say("CloseCard"), does.close)]), content, ...branch);
  return title;
}

/** @param {Tree} tree @param {number} at @param {(seat: number) => HTMLElement} named */
function reports(tree, at, named) {
  const kids = Array.from(tree.kids.subarray(tree.first[at], tree.first[at + 1]));
  const shown = kids.slice(0, LISTED).map(named);
  if (kids.length > LISTED) shown.push(make("span", { class: "quiet" }, [say("AndMore", kids.length - LISTED)]));
  return list(kids.length > 0 ? `${say("Reports")} (${kids.length})` : say("Reports"), shown);
}

/** @param {string[]} parts */
function quiet(parts) {
  const said = parts.filter((part) => part !== "");
  return make("span", { class: "quiet" }, said.length > 0 ? [` · ${said.join(" · ")}`] : []);
}

/** @param {[string, string | Node | undefined][]} pairs */
function facts(pairs) {
  const list = make("dl");
  for (const [what, said] of pairs) {
    if (said) list.append(make("dt", {}, [what]), make("dd", { dir: "auto" }, [said]));
  }
  return list;
}

/** @param {string} title @param {(Node | string)[]} items */
function list(title, items) {
  return items.length === 0 ? [] : [make("h4", {}, [title]), make("ul", {}, items.map((item) => make("li", {}, [item])))];
}

/** The way from the top to a seat, each step a button. @param {HTMLElement} host @param {Tree} tree @param {Seat[]} seats @param {number} branch @param {string} whole @param {(seat: number) => void} go */
export function crumbs(host, tree, seats, branch, whole, go) {
  if (branch < 0) return host.replaceChildren();
  const steps = [button(whole, whole, () => go(-1))];
  for (const seat of path(tree, branch)) {
    const title = name(seats[tree.record[seat]]);
    if (seat !== branch) steps.push(button(title, title, () => go(seat)));
  }
  host.replaceChildren(...steps.flatMap((step) => [step, " › "]), make("b", { "aria-current": "true", dir: "auto" }, [name(seats[tree.record[branch]])]));
}
