// Finds seats by any word on them, ignoring accents, and offers them in a combobox.

import { holder, name } from "./data.js";
import { make } from "./dom.js";
import { say } from "./words.js";

/** @typedef {import("./data.js").Seat} Seat */
/** @typedef {import("./data.js").Tree} Tree */

/** How many are offered; the total is stated. */
const OFFERED = 12;
const LETTERS = new Map([["ß", "ss"], ["ø", "o"], ["ł", "l"], ["đ", "d"], ["æ", "ae"], ["œ", "oe"], ["ı", "i"], ["þ", "th"]]);

/** Letters without accents, in lower case. @param {string} text */
export function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[ßøłđæœıþ]/g, (letter) => LETTERS.get(letter) ?? letter);
}

/** What is searched of each seat: its title first, then who holds it, then all else. @param {Tree} tree @param {Seat[]} seats */
export function index(tree, seats) {
  /** @type {Map<number, string[]>} */
  const known = new Map();
  return Array.from(tree.record, (record) => {
    const folded = known.get(record) ?? words(seats[record]);
    known.set(record, folded);
    return folded;
  });
}

/** @param {Seat} seat */
function words(seat) {
  const people = [holder(seat), ...(seat.members ?? []), seat.backup ?? ""].join(" ");
  const rest = [seat.id, seat.function ?? "", ...(seat.responsibilities ?? [])];
  for (const one of seat.priorities ?? []) rest.push(one.title);
  for (const one of seat.metrics ?? []) rest.push(one.title);
  return [fold(name(seat)), fold(people), fold(rest.join(" "))];
}

/** The seats that match each word of what was typed, the best first. @param {string[][]} indexed @param {string} typed */
export function find(indexed, typed) {
  const wanted = fold(typed).split(/\s+/).filter((word) => word !== "");
  if (wanted.length === 0) return [];
  /** @type {{seat: number, rank: number}[]} */
  const found = [];
  for (let seat = 0; seat < indexed.length; seat++) {
    let rank = 0;
    for (const word of wanted) {
      const of = rankOf(indexed[seat], word);
      if (of < 0) {
        rank = -1;
        break;
      }
      rank += of;
    }
    if (rank >= 0) found.push({ seat, rank });
  }
  found.sort((one, other) => one.rank - other.rank || one.seat - other.seat);
  return found.map(({ seat }) => seat);
}

/** 0 for the start of the title, more for places further from it, -1 for none. @param {string[]} texts @param {string} word */
function rankOf(texts, word) {
  for (let at = 0; at < texts.length; at++) {
    const place = texts[at].indexOf(word);
    if (place < 0) continue;
    const isStart = place === 0 || !/[\p{L}\p{N}]/u.test(texts[at][place - 1]);
    return 4 * at + (place === 0 ? 0 : isStart ? 1 : 2);
  }
  return -1;
}

/**
 * The search field. `ask` gives what there is to search at the moment, `go` is called with what was chosen, and `mark`
 * with what was found while the list is open.
 * @param {{ask: () => {tree: Tree, seats: Seat[], indexed: string[][]}, go: (seat: number) => void, mark: (found: number[] | null) => void}} world
 */
export function field({ ask, go, mark }) {
  const input = make("input", {
    type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list",
    "aria-label": say("SearchFor"), placeholder: say("Search"), autocomplete: "off", spellcheck: "false",
  });
  const list = make("ul", { id: "found", role: "listbox", "aria-label": say("SeatsFound"), hidden: "" });
  const said = make("span", { role: "status", class: "unseen" });
  const host = make("div", { class: "search" }, [input, list, said]);
  /** @type {number[]} */
  let found = [];
  let at = 0;

  const close = () => {
    list.hidden = true;
    mark(null);
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (/** @type {number} */ place) => {
    at = place;
    list.querySelectorAll("li").forEach((item, other) => item.setAttribute("aria-selected", String(other === at)));
    const item = list.children[at];
    if (!item) return;
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  };
  const take = () => {
    const seat = found[at];
    if (list.hidden || seat === undefined) return;
    close();
    go(seat);
  };
  const show = () => {
    const { tree, seats, indexed } = ask();
    found = find(indexed, input.value);
    mark(input.value.trim() === "" ? null : found);
    list.replaceChildren(...found.slice(0, OFFERED).map((seat, place) => {
      const of = seats[tree.record[seat]];
      const title = make("b", { dir: "auto" }, [name(of)]);
      const item = make("li", { id: `found-${place}`, role: "option", "aria-selected": "false" }, [title, make("span", { dir: "auto" }, [holder(of)])]);
      item.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        choose(place);
        take();
      });
      return item;
    }));
    said.textContent = input.value.trim() === "" ? "" : say("Found", found.length);
    if (input.value.trim() !== "" && found.length === 0) list.append(make("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, [say("NothingFound")]));
    list.hidden = list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (found.length > 0) choose(0);
  };
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = Math.min(found.length, OFFERED);
    if (event.key === "ArrowDown" && list.hidden) show();
    else if (event.key === "ArrowDown" && count > 0) choose((at + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) choose((at + count - 1) % count);
    else if (event.key === "Enter") take();
    else if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
  return { host, input };
}
