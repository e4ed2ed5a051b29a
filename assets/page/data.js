// What the page knows: the JSON that stands in it, and a tree of each revision in flat arrays.

import { say } from "./words.js";

/**
 * @typedef {{since?: string, plan?: string}} Vacancy
 * @typedef {{id: string, title: string, status?: string, due?: string, strategic?: boolean}} Priority
 * @typedef {{id: string, title: string, target?: string, actual?: string, met?: boolean}} Metric
 * @typedef {{level: string, rule: string, message: string, help?: string}} Finding
 * @typedef {{
 *   id: string, as?: number, title?: string, function?: string, owner?: string, interim?: string, backup?: string,
 *   contested?: string, members?: string[], vacant?: Vacancy, assistant?: boolean, dotted?: string[],
 *   responsibilities?: string[], load?: number, step?: number, terms?: string, band?: [number, number | null],
 *   more?: number, priorities?: Priority[], metrics?: Metric[], findings?: Finding[],
 * }} Seat
 * @typedef {{name: string, day?: string, tree?: number[], unread?: string}} Revision
 * @typedef {{
 *   page: number, tool: string, organization: string, today: string, current: number, shows: string[],
 *   functions: {name: string, hue: number}[], words: Record<string, string>, seats: Seat[], revisions: Revision[],
 * }} Data
 */

/**
 * The seats of one revision, managers before their reports. Children of a seat are `kids[first[seat]]` up to
 * `kids[first[seat + 1]]`; those of no manager stand under the index `count`.
 * @typedef {{
 *   count: number, record: Int32Array, parent: Int32Array, key: Int32Array, level: Int32Array, below: Int32Array,
 *   first: Int32Array, kids: Int32Array, byId: Map<string, number>, byKey: Map<number, number>,
 * }} Tree
 */

/** @param {Document} page @returns {Data} */
export function read(page) {
  const data = JSON.parse(page.getElementById("data")?.textContent ?? "null");
  // What a state does not say is as in the earlier one that it names.
  data?.seats.forEach((/** @type {Seat} */ seat, /** @type {number} */ at) => {
    if (seat.as !== undefined) data.seats[at] = { ...data.seats[seat.as], ...seat };
  });
  return data;
}

/** @param {number[]} flat @param {Seat[]} seats @returns {Tree} */
export function grow(flat, seats) {
  const count = flat.length / 3;
  const record = new Int32Array(count);
  const parent = new Int32Array(count);
  const key = new Int32Array(count);
  const level = new Int32Array(count);
  const below = new Int32Array(count);
  const first = new Int32Array(count + 2);
  /** @type {Map<string, number>} */
  const byId = new Map();
  /** @type {Map<number, number>} */
  const byKey = new Map();
  for (let seat = 0; seat < count; seat++) {
    record[seat] = flat[3 * seat];
    const above = flat[3 * seat + 1];
    // What does not come after its manager is a root: no data can make a loop.
    parent[seat] = above >= 0 && above < seat ? above : -1;
    key[seat] = flat[3 * seat + 2];
    level[seat] = parent[seat] < 0 ? 0 : level[parent[seat]] + 1;
    byId.set(seats[record[seat]].id, seat);
    byKey.set(key[seat], seat);
    first[(parent[seat] < 0 ? count : parent[seat]) + 1]++;
  }
  for (let seat = 0; seat <= count; seat++) first[seat + 1] += first[seat];
  const next = first.slice();
  const kids = new Int32Array(count);
  for (let seat = 0; seat < count; seat++) kids[next[parent[seat] < 0 ? count : parent[seat]]++] = seat;
  for (let seat = count - 1; seat >= 0; seat--) {
    if (parent[seat] >= 0) below[parent[seat]] += below[seat] + 1;
  }
  return { count, record, parent, key, level, below, first, kids, byId, byKey };
}

/** Whether a seat stands below another, or is it. @param {Tree} tree @param {number} seat @param {number} top */
export function isUnder(tree, seat, top) {
  // In tree order all below a seat follow it.
  return seat >= top && seat <= top + tree.below[top];
}

/** The seats from the top down to this one. @param {Tree} tree @param {number} seat */
export function path(tree, seat) {
  const seats = [];
  for (let at = seat; at >= 0; at = tree.parent[at]) seats.unshift(at);
  return seats;
}

/** What a seat is called. @param {Seat} seat */
export function name(seat) {
  return seat.title || holder(seat) || legible(seat.id);
}

/** An id as it may be shown: what would be obeyed rather than read is replaced, as in all other texts. @param {string} id */
export function legible(id) {
  return id.replace(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, "\ufffd");
}

/** Who holds a seat, in words; nothing where the page does not say. @param {Seat} seat */
export function holder(seat) {
  if (seat.contested) return seat.contested;
  if (seat.owner) return seat.owner;
  if (seat.interim) return say("InterimName", seat.interim);
  return seat.vacant ? say("Vacant") : "";
}
