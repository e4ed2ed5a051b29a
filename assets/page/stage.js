// The stage: where the camera looks, what moves, and what is drawn of it. One clock moves boxes, lines and camera.

import { Pool, draw } from "./boxes.js";
import { make } from "./dom.js";
import { HEIGHT, WIDTH } from "./layout.js";
import { lines } from "./lines.js";
import { ways } from "./revisions.js";
import { say } from "./words.js";

/** @typedef {import("./data.js").Tree} Tree */
/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {{tree: Tree, layout: Layout}} Scene */
/** @typedef {{x: number, y: number, scale: number}} Camera The corner of the stage in the chart, and pixels for each of the chart's. */
/**
 * A box on its way: from where to where, and how visible at both ends.
 * @typedef {{seat: number, x: number, y: number, toX: number, toY: number, from: number, to: number, scene: Scene}} Way
 */

const MILLISECONDS = 320;
/** From this scale on boxes are elements, as long as there are few. */
const NEAR = 0.42;
const MOST_ELEMENTS = 90;
/** With more boxes than this, the whole view is moved as a picture, and drawn again when it rests. */
const MOST_DRAWN = 20000;
const MOST_GLIDING = 8000;
/** Nobody reads more words at a time, least of all while they move. */
const MOST_WORDED = 1500;
const ROOM = 24;

export class Stage {
  /** @param {{box: (scene: Scene, seat: number) => Box}} world */
  constructor({ box }) {
    this.box = box;
    this.canvas = make("canvas");
    this.layer = make("div", { class: "near" });
    this.host = make("div", { class: "stage", tabindex: "0", role: "group", "aria-label": say("Stage") }, [this.canvas, this.layer]);
    this.pen = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.pool = new Pool(this.layer);
    /** How boxes look, by seat, as far as they were seen since that last changed. @type {Box[]} */
    this.looks = [];
    /** @type {Camera} */
    this.camera = { x: 0, y: 0, scale: 1 };
    /** @type {Scene | null} */
    this.scene = null;
    /** @type {Way[]} */
    this.gone = [];
    /** @type {{from: Camera, to: Camera, start: number, ways: Way[]} | null} */
    this.move = null;
    /** Where boxes are now, by seat. */
    this.x = new Float64Array(0);
    this.y = new Float64Array(0);
    this.alpha = new Float32Array(0);
    this.isTouched = false;
    this.isAsked = false;
    this.isStale = true;
    this.rest = 0;
    /** @type {{image: HTMLCanvasElement, camera: Camera} | null} */
    this.still = null;
    this.ink = new Map();
    this.size = { width: 0, height: 0 };
    this.readColours();
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", () => {
        this.readColours();
        this.redraw();
      });
    }
  }

  readColours() {
    const style = getComputedStyle(document.documentElement);
    const tokens = ["box", "edge", "line", "text", "quiet", "focus", "bad", "warn", "good", "step-0", "step-1", "step-2", "step-3"];
    for (let hue = 0; hue < 8; hue++) tokens.push(`hue-${hue}`);
    for (let own = 8; style.getPropertyValue(`--hue-${own}`) !== ""; own++) tokens.push(`hue-${own}`);
    this.ink = new Map(tokens.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]));
  }

  /** Reads the size of the stage; returns whether it changed. */
  measure() {
    const { clientWidth: width, clientHeight: height } = this.host;
    const dots = window.devicePixelRatio || 1;
    if (this.canvas.width === Math.round(width * dots) && this.canvas.height === Math.round(height * dots)) return false;
    this.size = { width, height };
    this.canvas.width = Math.round(width * dots);
    this.canvas.height = Math.round(height * dots);
    this.redraw();
    return true;
  }

  get ratio() {
    return this.size.height > 0 ? this.size.width / this.size.height : 16 / 9;
  }

  /** The camera that shows all. @param {Layout} layout @returns {Camera} */
  fitting({ width, height }) {
    const room = (/** @type {number} */ all) => Math.max(1, all - 2 * ROOM);
    const scale = Math.min(1, room(this.size.width) / width, room(this.size.height) / height);
    const [x, y] = [(width - this.size.width / scale) / 2, (height - this.size.height / scale) / 2];
    return { x, y: Math.max(y, -ROOM / scale), scale };
  }

  fit() {
    if (this.scene) this.glideTo(this.fitting(this.scene.layout), []);
    this.isTouched = false;
  }

  /**
   * Shows another scene. `anchor` is a seat of it whose box stays where it is on the screen; without one the whole is fitted.
   * @param {Scene} scene @param {number} anchor
   */
  show(scene, anchor) {
    const old = this.scene;
    this.gone = [];
    /** @type {Way[]} */
    let coming = [];
    if (old && old.layout.shown.length + scene.layout.shown.length <= MOST_GLIDING) {
      ({ coming, gone: this.gone } = ways(old, scene, this));
    }
    let to = this.fitting(scene.layout);
    if (old && anchor >= 0) {
      const before = old.tree.byKey.get(scene.tree.key[anchor]);
      if (before !== undefined && before < this.x.length) {
        const { x, y, scale } = this.camera;
        to = { x: x + scene.layout.x[anchor] - this.x[before], y: y + scene.layout.y[anchor] - this.y[before], scale };
      }
    }
    this.scene = scene;
    this.x = scene.layout.x.slice();
    this.y = scene.layout.y.slice();
    this.alpha = new Float32Array(scene.tree.count + 1).fill(1);
    this.looks = new Array(scene.tree.count);
    this.isStale = true;
    if (old) this.glideTo(to, coming);
    else {
      this.camera = to;
      this.redraw();
    }
  }

  /** Moves the camera, and boxes with it. @param {Camera} to @param {Way[]} ways */
  glideTo(to, ways) {
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches || this.size.width === 0;
    const isFar = this.scene && this.scene.layout.shown.length > MOST_DRAWN;
    if (isStill || isFar) {
      this.move = null;
      this.gone = [];
      this.camera = to;
    } else {
      this.move = { from: { ...this.camera }, to, start: 0, ways };
    }
    this.redraw();
  }

  /** Ends a movement where it is. */
  halt() {
    if (!this.move) return;
    const { ways } = this.move;
    for (const way of ways) [this.x[way.seat], this.y[way.seat], this.alpha[way.seat]] = [way.toX, way.toY, 1];
    this.move = null;
    this.gone = [];
  }

  /** @param {number} x @param {number} y pixels of the screen */
  pan(x, y) {
    this.halt();
    this.isTouched = true;
    this.camera.x += x / this.camera.scale;
    this.camera.y += y / this.camera.scale;
    this.redraw();
  }

  /** Zooms about a point of the stage. @param {number} factor @param {number} [x] @param {number} [y] */
  zoom(factor, x = this.size.width / 2, y = this.size.height / 2) {
    this.halt();
    this.isTouched = true;
    const { camera } = this;
    const scale = Math.min(2, Math.max(0.005, camera.scale * factor));
    camera.x += x / camera.scale - x / scale;
    camera.y += y / camera.scale - y / scale;
    camera.scale = scale;
    this.redraw();
  }

  /** Brings the box of a seat into the free part of the stage, and no further. @param {number} seat @param {{right: number, bottom: number}} covered */
  reveal(seat, covered) {
    if (!this.scene) return;
    const { layout } = this.scene;
    const to = { ...(this.move?.to ?? this.camera) };
    const [width, height] = [this.size.width - covered.right, this.size.height - covered.bottom];
    if (to.scale < NEAR) {
      // Too small to be read: zooms in, with the box in the middle.
      to.scale = Math.min(1, NEAR * 1.6);
      to.x = layout.x[seat] + WIDTH / 2 - width / 2 / to.scale;
      to.y = layout.y[seat] + HEIGHT / 2 - height / 2 / to.scale;
    }
    const [left, upper] = [(layout.x[seat] - to.x) * to.scale, (layout.y[seat] - to.y) * to.scale];
    const into = (/** @type {number} */ at, /** @type {number} */ size, /** @type {number} */ all) => Math.min(0, at - ROOM) + Math.max(0, at + size + ROOM - all);
    const [byX, byY] = [into(left, WIDTH * to.scale, width), into(upper, HEIGHT * to.scale, height)];
    to.x += byX / to.scale;
    to.y += byY / to.scale;
    this.isTouched = true;
    this.glideTo(to, this.move?.ways ?? []);
  }

  /** The seat at a point of the stage, and whether that is where it folds. @param {number} x @param {number} y */
  hit(x, y) {
    if (!this.scene) return null;
    const { camera: { scale } } = this;
    const [at, down] = [this.camera.x + x / scale, this.camera.y + y / scale];
    for (const seat of this.scene.layout.shown) {
      const [across, below] = [at - this.x[seat], down - this.y[seat]];
      if (across < 0 || below < 0 || across >= WIDTH || below >= HEIGHT) continue;
      const reach = Math.max(26, 24 / scale);
      const folds = scale >= 0.35 && this.scene.tree.below[seat] > 0;
      return { seat, isFold: folds && across > WIDTH - Math.max(40, reach) && below > HEIGHT - reach };
    }
    return null;
  }

  /** Asks for one more frame. */
  redraw() {
    if (this.isAsked) return;
    this.isAsked = true;
    requestAnimationFrame((now) => {
      this.isAsked = false;
      this.frame(now);
    });
  }

  /** Says that boxes look different than before. */
  refresh() {
    this.isStale = true;
    this.looks.fill(/** @type {any} */ (undefined));
    this.still = null;
    this.redraw();
  }

  /** How a box of the scene looks: made once, since garbage of thousands a frame takes longer than to draw them. @param {Scene} scene @param {number} seat */
  look(scene, seat) {
    return (this.looks[seat] ??= this.box(scene, seat));
  }

  /** @param {number} now */
  frame(now) {
    if (!this.scene || this.size.width === 0) return;
    if (this.move) this.step(now);
    if (this.scene.layout.shown.length > MOST_DRAWN && this.slide()) return;
    this.paint();
    this.isStale = false;
    if (this.move) this.redraw();
  }

  /** @param {number} now */
  step(now) {
    const { move } = this;
    if (!move) return;
    move.start ||= now;
    const share = Math.min(1, (now - move.start) / MILLISECONDS);
    const eased = share < 1 ? 1 - (1 - share) ** 3 : 1;
    const { from, to } = move;
    const mix = (/** @type {number} */ one, /** @type {number} */ other) => one + (other - one) * eased;
    // With the scale unchanged the corner moves as boxes do, so that an anchored box stays still.
    const scale = from.scale * (to.scale / from.scale) ** eased;
    const part = to.scale === from.scale ? eased : (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale);
    this.camera = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, scale };
    for (const way of move.ways) {
      this.x[way.seat] = mix(way.x, way.toX);
      this.y[way.seat] = mix(way.y, way.toY);
      this.alpha[way.seat] = mix(way.from, way.to);
    }
    this.fading = 1 - eased;
    this.eased = eased;
    if (share === 1) {
      this.halt();
      this.camera = to;
    }
  }

  /** Moves the last picture of a chart too large to draw in each frame; whether that is all for now. */
  slide() {
    clearTimeout(this.rest);
    if (!this.still || this.isStale) return false;
    const { camera: old, image } = this.still;
    const { camera } = this;
    if (old.x === camera.x && old.y === camera.y && old.scale === camera.scale) return true;
    const zoom = camera.scale / old.scale;
    const dots = window.devicePixelRatio || 1;
    this.pen.setTransform(1, 0, 0, 1, 0, 0);
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.pen.drawImage(image, (old.x - camera.x) * camera.scale * dots, (old.y - camera.y) * camera.scale * dots, image.width * zoom, image.height * zoom);
    this.pool.keep(() => false);
    this.rest = window.setTimeout(() => this.refresh(), 120);
    return true;
  }

  paint() {
    const { pen, camera: { x, y, scale }, size } = this;
    const scene = /** @type {Scene} */ (this.scene);
    const dots = window.devicePixelRatio || 1;
    pen.setTransform(dots, 0, 0, dots, 0, 0);
    pen.clearRect(0, 0, size.width, size.height);
    const [right, bottom] = [x + size.width / scale, y + size.height / scale];
    const seen = [];
    for (const seat of scene.layout.shown) {
      if (this.x[seat] < right && this.x[seat] + WIDTH > x && this.y[seat] < bottom && this.y[seat] + HEIGHT > y) seen.push(seat);
    }
    lines(pen, { scene, x: this.x, y: this.y }, { left: x, top: y, right, bottom, scale }, this.ink.get("line") ?? "CanvasText");
    const areNear = scale >= NEAR && seen.length <= MOST_ELEMENTS;
    const manner = { scale, ink: this.ink, areWorded: seen.length <= MOST_WORDED };
    for (const way of this.move ? this.gone : []) {
      const eased = this.eased ?? 1;
      pen.globalAlpha = this.fading ?? 0;
      draw(pen, this.box(way.scene, way.seat), (way.x + (way.toX - way.x) * eased - x) * scale, (way.y + (way.toY - way.y) * eased - y) * scale, manner);
      pen.globalAlpha = 1;
    }
    if (areNear) this.elements(scene, seen);
    else {
      this.pool.keep(() => false);
      for (const seat of seen) {
        pen.globalAlpha = this.alpha[seat];
        draw(pen, this.look(scene, seat), (this.x[seat] - x) * scale, (this.y[seat] - y) * scale, manner);
      }
      pen.globalAlpha = 1;
    }
    if (scene.layout.shown.length > MOST_DRAWN) this.keepPicture();
  }

  keepPicture() {
    const image = this.still?.image ?? document.createElement("canvas");
    [image.width, image.height] = [this.canvas.width, this.canvas.height];
    image.getContext("2d")?.drawImage(this.canvas, 0, 0);
    this.still = { image, camera: { ...this.camera } };
  }

  /** @param {Scene} scene @param {number[]} seen */
  elements(scene, seen) {
    const keys = new Set(seen.map((seat) => scene.tree.key[seat]));
    this.pool.keep((key) => keys.has(key));
    const { x, y, scale } = this.camera;
    this.layer.style.transform = `scale(${scale}) translate(${-x}px, ${-y}px)`;
    for (const seat of seen) {
      const element = this.pool.at(scene.tree.key[seat], () => this.look(scene, seat), this.isStale);
      element.style.transform = `translate(${this.x[seat]}px, ${this.y[seat]}px)`;
      element.style.opacity = this.alpha[seat] < 1 ? String(this.alpha[seat]) : "";
    }
  }
}
