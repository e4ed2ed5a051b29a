// Puts the chart in the place of its picture, and keeps the address, the keys and the parts of the page together.

import { crumbs, fillCard } from "./card.js";
import { copying } from "./copy.js";
import { grow, isUnder, name, path, read } from "./data.js";
import { button, make } from "./dom.js";
import { pointers } from "./hands.js";
import { layout } from "./layout.js";
import { legend, lenses, look } from "./lens.js";
import { Outline } from "./outline.js";
import { presentation } from "./present.js";
import { field, index } from "./search.js";
import { Stage } from "./stage.js";
import { say, speak } from "./words.js";

/** As many boxes are shown at first. */
const FIRST = 70;

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Tree} Tree */
/** @typedef {{folded: string[], camera: import("./stage.js").Camera}} Kept */

class Chart {
  /** @param {Data} data @param {HTMLElement} host */
  constructor(data, host) {
    this.data = data;
    this.hues = new Map(data.functions.map(({ name: title, hue }) => [title, hue]));
    this.lenses = lenses(data);
    this.lens = this.lenses[0].id;
    this.revision = data.current;
    /** @type {Map<number, Tree>} */
    this.grown = new Map();
    this.folded = new Uint8Array(0);
    this.branch = -1;
    this.selected = -1;
    /** What a search has found, while it goes on. @type {Set<number> | null} */
    this.found = null;
    /** @type {HTMLElement | null} */
    this.opener = null;
    /** @type {Map<number, string[][]>} */
    this.indexed = new Map();
    this.stage = new Stage({ box: (scene, seat) => this.box(scene, seat) });
    this.outline = new Outline({ pick: (seat) => this.select(seat, true) });
    this.card = make("section", { class: "card", "aria-label": say("Seat"), hidden: "" });
    this.crumbs = make("nav", { class: "crumbs", "aria-label": say("Branch") });
    this.legend = make("ul", { class: "legend", "aria-label": say("Colours") });
    this.search = field({
      ask: () => ({ tree: this.tree, seats: data.seats, indexed: this.index() }),
      go: (seat) => this.select(seat, true),
      mark: (found) => {
        if (!found && !this.found) return;
        this.found = found && new Set(found);
        this.stage.refresh();
      },
    });
    this.lensChoice = make("select");
    this.timeChoice = make("select");
    this.build(host);
  }

  get tree() {
    return this.of(this.revision);
  }

  /** @param {number} revision */
  of(revision) {
    let tree = this.grown.get(revision);
    if (!tree) this.grown.set(revision, (tree = grow(this.data.revisions[revision].tree ?? [], this.data.seats)));
    return tree;
  }

  index() {
    let indexed = this.indexed.get(this.revision);
    if (!indexed) this.indexed.set(this.revision, (indexed = index(this.tree, this.data.seats)));
    return indexed;
  }

  /** @param {HTMLElement} host */
  build(host) {
    const lens = this.choice(say("Colour"), this.lenses.map(({ id, title }) => ({ value: id, words: title })), (value) => {
      this.lens = value;
      this.recolour();
      this.note();
    });
    const revisions = this.data.revisions.map(({ name: title, unread }, at) => ({ value: String(at), words: unread ? `${title}: ${unread}` : title, isOff: unread !== undefined }));
    const times = this.choice(say("Revision"), revisions, (value) => this.turnTo(Number(value)));
    times.host.hidden = revisions.length < 2;
    this.lensChoice = lens.select;
    this.timeChoice = times.select;
    times.select.value = String(this.revision);
    const outline = button(say("Outline"), say("Outline"), () => this.showOutline(this.outline.host.hidden));
    outline.setAttribute("aria-pressed", "false");
    this.outlineButton = outline;
    const tools = make("div", { class: "tools", role: "toolbar", "aria-label": say("Chart") }, [
      this.search.host, lens.host, times.host,
      button(say("ExpandAll"), say("ExpandAll"), () => this.foldAll(false)), button(say("Collapse"), say("CollapseAll"), () => this.foldAll(true)), outline,
    ]);
    const zoom = make("div", { class: "zoom" }, [
      button("+", say("ZoomIn"), () => this.stage.zoom(1.3)), button("−", say("ZoomOut"), () => this.stage.zoom(1 / 1.3)), button(say("Fit"), say("ShowAll"), () => this.stage.fit()),
    ]);
    const said = make("div", { class: "line" }, [this.crumbs, this.legend]);
    this.frame = make("div", { class: "frame" }, [this.outline.host, this.stage.host, zoom, this.card]);
    host.replaceChildren(tools, said, this.frame);
    host.hidden = false;
    this.card.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
    pointers(this.stage, {
      pick: (seat) => this.select(seat, false),
      fold: (seat, isAll) => this.fold(seat, isAll),
      branch: (seat) => this.goTo(seat),
      clear: () => this.close(),
    });
    new ResizeObserver(() => this.resize()).observe(this.stage.host);
  }

  /** @param {string} title @param {{value: string, words: string, isOff?: boolean}[]} options @param {(value: string) => void} act */
  choice(title, options, act) {
    const select = make("select", {}, options.map(({ value, words, isOff }) => make("option", isOff ? { value, disabled: "" } : { value }, [words])));
    select.addEventListener("change", () => act(select.value));
    return { select, host: make("label", {}, [make("span", {}, [title]), select]) };
  }

  /** How a box looks. @param {import("./stage.js").Scene} scene @param {number} seat */
  box({ tree }, seat) {
    const of = this.data.seats[tree.record[seat]];
    const reports = tree.first[seat + 1] - tree.first[seat];
    const isFolded = tree === this.tree && this.folded[seat] === 1;
    const more = of.more ? `+${of.more}` : "";
    const seen = look(this.lens, of, reports, this.hues);
    return {
      seat: of,
      look: this.found && tree === this.tree ? { ...seen, isDim: !this.found.has(seat) } : seen,
      fold: tree.below[seat] === 0 ? more : isFolded ? `+${tree.below[seat]}` : "−",
      isSelected: tree === this.tree && seat === this.selected,
    };
  }

  /** Folds so that the first levels are shown, as many as are no more than a screen holds. @param {number} top */
  firstView(top) {
    const { tree } = this;
    const start = top < 0 ? 0 : top;
    const end = top < 0 ? tree.count : top + tree.below[top] + 1;
    const base = top < 0 ? 0 : tree.level[top];
    const counts = [0];
    for (let seat = start; seat < end; seat++) counts[tree.level[seat] - base] = (counts[tree.level[seat] - base] ?? 0) + 1;
    let [levels, sum] = [1, counts[0]];
    while (levels < counts.length && sum + counts[levels] <= FIRST) sum += counts[levels++];
    for (let seat = start; seat < end; seat++) {
      this.folded[seat] = tree.below[seat] > 0 && tree.level[seat] - base >= levels - 1 ? 1 : 0;
    }
  }

  /** Lays out what is open and shows it. @param {number} anchor the seat that stays where it is, or -1 to show all */
  arrange(anchor) {
    this.stage.show({ tree: this.tree, layout: layout(this.tree, this.folded, this.branch, this.stage.ratio) }, anchor);
    if (anchor < 0) this.stage.isTouched = false;
  }

  start() {
    this.folded = new Uint8Array(this.tree.count);
    this.firstView(-1);
    this.stage.measure();
    this.arrange(-1);
    this.recolour();
    this.crumb();
  }

  resize() {
    if (this.stage.measure() && !this.stage.isTouched && this.stage.scene) {
      this.arrange(-1);
      if (this.stage.move) this.stage.camera = { ...this.stage.move.to };
      this.stage.halt();
    }
  }

  recolour() {
    this.lensChoice.value = this.lens;
    this.legend.replaceChildren(...legend(this.lens, this.data).map(({ tint, words }) => make("li", { class: `tint-${tint}`, dir: "auto" }, [words])));
    this.stage.refresh();
  }

  crumb() {
    crumbs(this.crumbs, this.tree, this.data.seats, this.branch, this.data.organization || say("All"), (seat) => this.goTo(seat));
  }

  /** @param {number} seat @param {boolean} isAll */
  fold(seat, isAll) {
    const folds = this.folded[seat] ? 0 : 1;
    const end = isAll ? seat + this.tree.below[seat] : seat;
    for (let below = seat; below <= end; below++) if (this.tree.below[below] > 0) this.folded[below] = folds;
    this.arrange(seat);
  }

  /** @param {boolean} isFirstView */
  foldAll(isFirstView) {
    if (isFirstView) this.firstView(this.branch);
    else this.folded.fill(0);
    this.arrange(-1);
  }

  /** Shows a branch alone; -1 shows all. @param {number} seat */
  goTo(seat) {
    if (seat >= 0 && this.tree.below[seat] === 0) return;
    this.branch = seat;
    if (seat >= 0) this.folded[seat] = 0;
    this.arrange(-1);
    this.crumb();
    this.note();
  }

  /** Opens the card of a seat and shows its box. @param {number} seat @param {boolean} focus */
  select(seat, focus) {
    const active = document.activeElement;
    if (active instanceof HTMLElement && !this.card.contains(active)) this.opener = active;
    this.selected = seat;
    const hidden = path(this.tree, seat).slice(0, -1).filter((above) => this.folded[above]);
    const isOutside = this.branch >= 0 && !isUnder(this.tree, seat, this.branch);
    if (isOutside) this.branch = -1;
    if (hidden.length > 0 || isOutside) {
      for (const above of hidden) this.folded[above] = 0;
      this.arrange(isOutside ? -1 : hidden[0] ?? -1);
      this.crumb();
    }
    this.card.hidden = false;
    const title = fillCard(this.card, this.tree, this.data.seats, seat, { close: () => this.close(), branch: (top) => this.goTo(top) });
    this.card.scrollTop = 0;
    const isBelow = this.card.offsetWidth > 0.7 * this.stage.size.width;
    this.stage.reveal(seat, isBelow ? { right: 0, bottom: this.card.offsetHeight } : { right: this.card.offsetWidth, bottom: 0 });
    this.stage.refresh();
    this.outline.mark(seat);
    this.note();
    if (focus) title.focus({ preventScroll: true });
  }

  /** Closes the card; whether one was open. */
  close() {
    if (this.card.hidden) return false;
    const hadFocus = this.card.contains(document.activeElement);
    this.card.hidden = true;
    this.selected = -1;
    this.stage.refresh();
    this.outline.mark(-1);
    this.note();
    if (hadFocus) (this.opener?.isConnected ? this.opener : this.stage.host).focus({ preventScroll: true });
    return true;
  }

  /** @param {boolean} isShown */
  showOutline(isShown) {
    this.outline.host.hidden = !isShown;
    this.frame?.classList.toggle("outlined", isShown);
    this.outlineButton?.setAttribute("aria-pressed", String(isShown));
    if (!isShown) return;
    this.outline.show(this.tree, this.data.seats);
    if (this.selected >= 0) this.outline.mark(this.selected);
  }

  /** Shows another revision, with what was open there too. @param {number} revision */
  turnTo(revision) {
    if (!this.data.revisions[revision]?.tree || revision === this.revision) return;
    const old = { tree: this.tree, folded: this.folded, branch: this.branch, selected: this.selected };
    this.revision = revision;
    const { tree } = this;
    const now = (/** @type {number} */ seat) => (seat < 0 ? -1 : tree.byKey.get(old.tree.key[seat]) ?? -1);
    this.folded = new Uint8Array(tree.count);
    for (let seat = 0; seat < tree.count; seat++) {
      const was = old.tree.byKey.get(tree.key[seat]);
      this.folded[seat] = was !== undefined && tree.below[seat] > 0 ? old.folded[was] : 0;
    }
    this.branch = now(old.branch);
    this.selected = now(old.selected);
    this.timeChoice.value = String(revision);
    this.arrange(-1);
    this.crumb();
    if (this.selected >= 0) this.select(this.selected, false);
    else this.close();
    if (!this.outline.host.hidden) this.outline.show(tree, this.data.seats);
    this.note();
  }

  /** Keeps the place in the address. */
  note() {
    const id = (/** @type {number} */ seat) => encodeURIComponent(this.data.seats[this.tree.record[seat]].id);
    const parts = [];
    if (this.selected >= 0) parts.push(`seat=${id(this.selected)}`);
    if (this.branch >= 0) parts.push(`branch=${id(this.branch)}`);
    if (this.revision !== this.data.current) parts.push(`revision=${encodeURIComponent(this.data.revisions[this.revision].name)}`);
    if (this.lens !== this.lenses[0].id) parts.push(`lens=${this.lens}`);
    try {
      history.replaceState(history.state, "", parts.length > 0 ? `#${parts.join("&")}` : location.pathname + location.search);
    } catch {
      // A page shown in a frame without an address of its own keeps none.
    }
  }

  /** What the address does not tell: folds by their seats' ids, and the view. @returns {Kept} */
  kept() {
    const folded = [];
    for (let seat = 0; seat < this.tree.count; seat++) {
      if (this.folded[seat]) folded.push(this.data.seats[this.tree.record[seat]].id);
    }
    return { folded, camera: { ...this.stage.camera } };
  }

  /** @param {Kept} kept */
  restore({ folded, camera }) {
    this.folded.fill(0);
    for (const id of folded) {
      const seat = this.tree.byId.get(id);
      if (seat !== undefined && this.tree.below[seat] > 0) this.folded[seat] = 1;
    }
    this.arrange(-1);
    this.stage.halt();
    this.stage.camera = camera;
    this.stage.isTouched = true;
    this.stage.redraw();
  }

  /** Goes where the address says; names that are not there are ignored. @param {string} hash */
  follow(hash) {
    const asked = new URLSearchParams(hash.replace(/^#/, "").replace(/\+/g, "%2B"));
    const revision = this.data.revisions.findIndex(({ name: title, tree }) => tree && title === asked.get("revision"));
    if (revision >= 0) this.turnTo(revision);
    const lens = this.lenses.find(({ id }) => id === asked.get("lens"));
    if (lens) {
      this.lens = lens.id;
      this.recolour();
    }
    const branch = this.tree.byId.get(asked.get("branch") ?? "");
    if (branch !== undefined) this.goTo(branch);
    const seat = this.tree.byId.get(asked.get("seat") ?? "");
    if (seat === undefined) return false;
    this.select(seat, true);
    return true;
  }
}

/** The chart of this page, where it has one. @type {Chart | null} */
export let living = null;

function main() {
  const data = read(document);
  if (data?.page !== 1) return;
  speak(data.words);
  copying();
  openForPrint();
  // What is only supposed has no chart on its page, and where there is no seat there is nothing to walk through.
  const host = data.seats.length > 0 ? document.getElementById("live") : null;
  if (host) document.documentElement.classList.add("alive");
  const chart = host && new Chart(data, host);
  living = chart;
  chart?.start();
  const show = presentation({ resize: () => chart?.resize() });
  const present = button(say("Present"), say("PresentHow"), () => show.enter());
  document.querySelector("nav.sections")?.append(present);
  const arrive = (/** @type {string} */ hash) => {
    if (!host || !chart?.follow(hash)) return show.turnTo(document.getElementById(hash.slice(1)));
    show.turnTo(host);
    const { top, bottom } = host.getBoundingClientRect();
    if (bottom < 120 || top > window.innerHeight - 120) host.scrollIntoView();
  };
  arrive(location.hash);
  addEventListener("hashchange", () => arrive(location.hash));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const hash = link?.getAttribute("href") ?? "";
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (hash.startsWith("#seat=")) {
      event.preventDefault();
      arrive(hash);
    }
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const isTyping = target.closest("input, select, textarea") !== null;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !isTyping && chart) {
      show.turnTo(host);
      chart.search.input.focus();
      chart.search.input.select();
    } else if (event.key === "p" && !isTyping && !target.closest("[role=tree]") && !show.isOn()) show.enter();
    else if (event.key === "Escape" && chart?.close()) return;
    else if (!show.key(event)) return;
    event.preventDefault();
  });
  const idle = window.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 200));
  idle(() => chart?.index());
}

/** On paper nothing can be unfolded: all is. */
function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((one) => !one.open);
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
}

main();
