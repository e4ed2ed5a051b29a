// The chart as an outline: the same seats for the keyboard and for screen readers, by the WAI-ARIA pattern of trees.
// Rows are made when their parent is opened, so that a large chart costs nothing.

import { holder, name, path } from "./data.js";
import { make } from "./dom.js";
import { fold } from "./search.js";
import { say } from "./words.js";

/** @typedef {import("./data.js").Seat} Seat */
/** @typedef {import("./data.js").Tree} Tree */

/** How many reports of one seat are made into rows. */
const MOST_ROWS = 2000;

export class Outline {
  /** @param {{pick: (seat: number) => void}} world */
  constructor({ pick }) {
    this.pick = pick;
    this.host = make("div", { class: "outline", role: "tree", "aria-label": say("Seats"), hidden: "" });
    /** @type {Tree | null} */
    this.tree = null;
    /** @type {Seat[]} */
    this.seats = [];
    /** @type {Map<number, HTMLElement>} */
    this.rows = new Map();
    this.host.addEventListener("keydown", (event) => this.key(event));
    this.host.addEventListener("click", (event) => this.click(event));
  }

  /** Shows a tree from its roots, open down to its second level. @param {Tree} tree @param {Seat[]} seats */
  show(tree, seats) {
    this.tree = tree;
    this.seats = seats;
    this.rows.clear();
    this.host.replaceChildren(...this.make(tree.count));
    const roots = tree.kids.subarray(tree.first[tree.count], tree.first[tree.count + 1]);
    if (roots.length === 1) this.open(roots[0]);
    if (this.host.firstElementChild) this.host.firstElementChild.setAttribute("tabindex", "0");
  }

  /** The rows of the reports of a seat. @param {number} seat */
  make(seat) {
    const tree = /** @type {Tree} */ (this.tree);
    const kids = tree.kids.subarray(tree.first[seat], tree.first[seat + 1]);
    return Array.from(kids.subarray(0, MOST_ROWS), (kid, place) => {
      const of = this.seats[tree.record[kid]];
      const row = make("div", {
        role: "treeitem", tabindex: "-1", "aria-level": String(tree.level[kid] + 1),
        "aria-setsize": String(kids.length), "aria-posinset": String(place + 1),
      }, [make("i"), make("b", { dir: "auto" }, [name(of)]), make("span", { dir: "auto" }, [of.title ? holder(of) : ""])]);
      row.style.paddingInlineStart = `${0.5 + 1.25 * tree.level[kid]}rem`;
      row.dataset.seat = String(kid);
      if (tree.below[kid] > 0) row.setAttribute("aria-expanded", "false");
      this.rows.set(kid, row);
      return row;
    });
  }

  /** @param {number} seat */
  open(seat) {
    const row = this.rows.get(seat);
    if (!row || row.getAttribute("aria-expanded") !== "false") return;
    row.setAttribute("aria-expanded", "true");
    row.after(...this.make(seat));
  }

  /** @param {number} seat */
  close(seat) {
    const row = this.rows.get(seat);
    if (!row || row.getAttribute("aria-expanded") !== "true" || !this.tree) return;
    row.setAttribute("aria-expanded", "false");
    for (let below = seat + 1; below <= seat + this.tree.below[seat]; below++) {
      this.rows.get(below)?.remove();
      this.rows.delete(below);
    }
  }

  /** Opens the way to a seat and marks it. @param {number} seat */
  mark(seat) {
    for (const row of this.rows.values()) if (row.hasAttribute("aria-selected")) row.removeAttribute("aria-selected");
    if (seat < 0 || !this.tree) return;
    for (const above of path(this.tree, seat).slice(0, -1)) this.open(above);
    const row = this.rows.get(seat);
    if (!row) return;
    row.setAttribute("aria-selected", "true");
    this.stop(row, false);
  }

  /** Makes a row the one tab stop. @param {HTMLElement} row @param {boolean} focus */
  stop(row, focus) {
    this.host.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
    row.setAttribute("tabindex", "0");
    if (focus) row.focus();
  }

  /** @param {MouseEvent} event */
  click(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest("[role=treeitem]"));
    if (!row) return;
    this.stop(row, true);
    const seat = Number(row.dataset.seat);
    const open = row.getAttribute("aria-expanded");
    if (target.tagName === "I" && open) {
      if (open === "true") this.close(seat);
      else this.open(seat);
    } else this.pick(seat);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const row = /** @type {HTMLElement} */ (event.target);
    if (row.getAttribute("role") !== "treeitem" || event.ctrlKey || event.metaKey || event.altKey) return;
    const seat = Number(row.dataset.seat);
    const open = row.getAttribute("aria-expanded");
    const to = (/** @type {Element | null | undefined} */ other) => other && this.stop(/** @type {HTMLElement} */ (other), true);
    switch (event.key) {
      case "ArrowDown": to(row.nextElementSibling); break;
      case "ArrowUp": to(row.previousElementSibling); break;
      case "ArrowRight":
        if (open === "false") this.open(seat);
        else if (open === "true") to(row.nextElementSibling);
        break;
      case "ArrowLeft":
        if (open === "true") this.close(seat);
        else to(this.rows.get(this.tree?.parent[seat] ?? -1));
        break;
      case "Home": to(this.host.firstElementChild); break;
      case "End": to(this.host.lastElementChild); break;
      case "*": this.openBeside(seat); break;
      case "Enter": case " ": this.pick(seat); break;
      default:
        if (event.key.length !== 1) return;
        to(this.next(row, fold(event.key)));
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} seat */
  openBeside(seat) {
    const tree = /** @type {Tree} */ (this.tree);
    const above = tree.parent[seat] < 0 ? tree.count : tree.parent[seat];
    for (let at = tree.first[above]; at < tree.first[above + 1]; at++) this.open(tree.kids[at]);
  }

  /** The next row whose name begins with a letter. @param {Element} row @param {string} letter */
  next(row, letter) {
    const rows = Array.from(this.host.children);
    const at = rows.indexOf(row);
    const begins = (/** @type {Element} */ one) => fold(one.children[1].textContent ?? "").startsWith(letter);
    return [...rows.slice(at + 1), ...rows.slice(0, at)].find(begins);
  }
}
