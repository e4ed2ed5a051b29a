// The lines between managers and their reports, as far as they are on screen.

import { HEIGHT, INDENT, ROW, WIDTH } from "./layout.js";

/** @typedef {import("./stage.js").Scene} Scene */
/** @typedef {{left: number, top: number, right: number, bottom: number, scale: number}} View The part of the chart that is seen. */

/** Between a manager and the level line of its reports, in a row and in a stack. */
const DOWN = { row: 18, stack: 10 };

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {{scene: Scene, x: Float64Array, y: Float64Array}} boxes where they are now
 * @param {View} view
 * @param {string} colour
 */
export function lines(pen, { scene: { tree, layout }, x, y }, view, colour) {
  const across = (/** @type {number} */ place) => Math.round((place - view.left) * view.scale * 2) / 2;
  const down = (/** @type {number} */ place) => Math.round((place - view.top) * view.scale * 2) / 2;
  pen.strokeStyle = colour;
  pen.lineWidth = view.scale < 0.2 ? 1 : 1.5;
  pen.beginPath();
  for (const seat of layout.shown) {
    const above = tree.parent[seat];
    if (above < 0 || layout.how[above] === 0) continue;
    if (Math.max(x[above], x[seat]) + WIDTH < view.left || Math.min(x[above], x[seat]) > view.right) continue;
    if (Math.max(y[above], y[seat]) + HEIGHT < view.top || Math.min(y[above], y[seat]) > view.bottom) continue;
    const isRow = layout.how[above] === ROW;
    const bus = down(y[above] + HEIGHT + (isRow ? DOWN.row : DOWN.stack));
    const out = x[above] + (isRow ? WIDTH / 2 : INDENT / 2);
    pen.moveTo(across(out), down(y[above] + HEIGHT));
    if (layout.hang[seat] === 0) {
      const middle = across(x[seat] + WIDTH / 2);
      pen.lineTo(across(out), bus);
      pen.lineTo(middle, bus);
      pen.lineTo(middle, down(y[seat]));
      continue;
    }
    // A manager in a stack hangs on the line of its own manager, what leads nobody on that of its column.
    const spine = layout.how[seat] === 0 ? x[seat] - INDENT / 2 : out;
    if (spine !== out) {
      pen.lineTo(across(out), bus);
      pen.lineTo(across(spine), bus);
    }
    pen.lineTo(across(spine), down(y[seat] + HEIGHT / 2));
    pen.lineTo(across(x[seat]), down(y[seat] + HEIGHT / 2));
  }
  pen.stroke();
}
