// Boxes: near ones are elements from a pool, far ones are drawn.

import { holder, name } from "./data.js";
import { make } from "./dom.js";
import { HEIGHT, WIDTH } from "./layout.js";
import { say } from "./words.js";

/** @typedef {import("./data.js").Seat} Seat */
/** @typedef {import("./lens.js").Look} Look */
/**
 * How a box looks at the moment.
 * @typedef {{seat: Seat, look: Look, fold: string, isSelected: boolean}} Box
 */

/** Elements that are there for boxes near enough to be read; what is no longer seen is used again. */
export class Pool {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    /** @type {Map<number, HTMLElement>} */
    this.used = new Map();
    /** @type {HTMLElement[]} */
    this.free = [];
  }

  /** Takes the boxes away that are not among these. @param {(key: number) => boolean} stays */
  keep(stays) {
    for (const [key, element] of this.used) {
      if (stays(key)) continue;
      element.hidden = true;
      this.used.delete(key);
      this.free.push(element);
    }
  }

  /** The element of a box; filled where it is new or everything is to be filled again. @param {number} key @param {() => Box} box @param {boolean} again */
  at(key, box, again) {
    let element = this.used.get(key);
    if (element && !again) return element;
    if (!element) {
      element = this.free.pop() ?? this.host.appendChild(make("div", { class: "box" }, [make("span"), make("i")]));
      element.hidden = false;
      this.used.set(key, element);
    }
    fillBox(element, box());
    return element;
  }
}

/** @param {HTMLElement} element @param {Box} box */
function fillBox(element, { seat, look, fold, isSelected }) {
  const [title, button] = element.children;
  title.textContent = name(seat);
  title.setAttribute("dir", "auto");
  button.textContent = fold;
  (/** @type {HTMLElement} */ (button)).hidden = fold === "";
  const states = [
    ["vacant", seat.vacant && !seat.interim], ["contested", seat.contested], ["dim", look.isDim],
    ["selected", isSelected], ["badged", look.badge], ["folding", fold],
  ];
  element.className = ["box", `tint-${look.tint}`, ...states.filter(([, is]) => is).map(([state]) => state)].join(" ");
  element.dataset.badge = look.badge;
  // A seat that is called by its holder does not say it twice.
  element.dataset.holder = seat.title ? holder(seat) : seat.vacant ? say("Vacant") : "";
}

/** @typedef {{scale: number, ink: Map<string, string>, areWorded: boolean}} Manner How boxes are drawn in one picture. */

/** Draws a box that is too far, or one of too many, for an element. @param {CanvasRenderingContext2D} pen @param {Box} box @param {number} x @param {number} y @param {Manner} manner */
export function draw(pen, { seat, look, fold, isSelected }, x, y, { scale, ink, areWorded }) {
  const [width, height] = [WIDTH * scale, HEIGHT * scale];
  const of = (/** @type {string} */ token) => ink.get(token) ?? "CanvasText";
  pen.globalAlpha *= look.isDim && !isSelected ? 0.35 : 1;
  pen.fillStyle = of(look.tint === "none" ? "box" : scale < 0.2 ? look.tint : "box");
  pen.fillRect(x, y, width, height);
  if (scale >= 0.2 && look.tint !== "none") {
    pen.fillStyle = of(look.tint);
    pen.fillRect(x, y, width, Math.max(2, 4 * scale));
  }
  if (isSelected || scale > 0.08) {
    pen.strokeStyle = of(isSelected ? "focus" : seat.vacant ? "bad" : "edge");
    pen.lineWidth = isSelected ? 3 : 1;
    const isDashed = seat.vacant && !seat.interim;
    if (isDashed) pen.setLineDash([4, 3]);
    pen.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    if (isDashed) pen.setLineDash([]);
  }
  if (scale < 0.2 || !areWorded) return;
  const size = Math.max(7, 13 * scale);
  pen.fillStyle = of("text");
  pen.font = `600 ${size}px system-ui, sans-serif`;
  const room = width - 12 * scale;
  pen.fillText(cut(pen, name(seat), room), x + 6 * scale, y + 22 * scale, room);
  if (scale < 0.35) return;
  pen.font = `${Math.max(7, 12 * scale)}px system-ui, sans-serif`;
  pen.fillStyle = of("quiet");
  const left = room - (fold ? 40 : 0) * scale;
  pen.fillText(cut(pen, holder(seat), left), x + 6 * scale, y + 52 * scale, left);
  pen.textAlign = "right";
  if (look.badge) pen.fillText(look.badge, x + width - 6 * scale, y + 36 * scale);
  if (fold) pen.fillText(fold, x + width - 6 * scale, y + 52 * scale);
  pen.textAlign = "left";
}

/** As much of some words as there is room for. @param {CanvasRenderingContext2D} pen @param {string} words @param {number} room */
function cut(pen, words, room) {
  // A letter is about half as wide as it is high; to measure each word of thousands takes longer than to draw it.
  const most = Math.floor(room / (parseFloat(pen.font.replace(/^600 /, "")) * 0.56));
  return words.length <= most ? words : `${words.slice(0, Math.max(1, most - 1))}…`;
}
