// Blocks never overlap, whatever the shape of the tree, and everything that is open has a place.
import assert from "node:assert/strict";
import test from "node:test";

import { grow } from "../../assets/page/data.js";
import { HEIGHT, WIDTH, layout } from "../../assets/page/layout.js";

/** A tree from the places of managers. @param {number[]} parents */
function tree(parents) {
  /** @type {number[][]} */
  const kids = parents.map(() => []);
  const roots = [];
  for (let seat = 0; seat < parents.length; seat++) (parents[seat] < 0 ? roots : kids[parents[seat]]).push(seat);
  // In the page a manager's seats follow it: first all below the first report, then all below the next.
  const place = new Map();
  const flat = [];
  for (const left = roots.reverse(); left.length > 0; ) {
    const seat = /** @type {number} */ (left.pop());
    flat.push(0, parents[seat] < 0 ? -1 : place.get(parents[seat]), place.size);
    place.set(seat, place.size);
    for (let at = kids[seat].length - 1; at >= 0; at--) left.push(kids[seat][at]);
  }
  return grow(flat, [{ id: "one" }]);
}

/** Fails where two boxes overlap: sorted by their left edges, each is compared with those that it could meet. @param {import("../../assets/page/layout.js").Layout} placed */
function assertApart(placed) {
  const cells = new Map();
  for (const seat of placed.shown) {
    const [x, y] = [placed.x[seat], placed.y[seat]];
    assert.ok(x >= -0.01 && y >= -0.01 && x + WIDTH <= placed.width + 0.01 && y + HEIGHT <= placed.height + 0.01, `${seat} at ${x}, ${y} in ${placed.width} x ${placed.height}`);
    for (let across = -1; across <= 1; across++) {
      for (let down = -1; down <= 1; down++) {
        for (const other of cells.get(`${Math.floor(x / WIDTH) + across} ${Math.floor(y / HEIGHT) + down}`) ?? []) {
          const apart = Math.abs(x - placed.x[other]) >= WIDTH || Math.abs(y - placed.y[other]) >= HEIGHT;
          assert.ok(apart, `${seat} and ${other} overlap`);
        }
      }
    }
    const cell = `${Math.floor(x / WIDTH)} ${Math.floor(y / HEIGHT)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), seat]);
  }
}

/** Numbers that are the same in each run. @param {number} seed */
function* numbers(seed) {
  for (let state = seed; ; ) yield (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

const shapes = {
  one: [-1],
  chain: Array.from({ length: 400 }, (_, seat) => seat - 1),
  star: [-1, ...Array.from({ length: 3000 }, () => 0)],
  "two stars": [-1, -1, ...Array.from({ length: 40 }, (_, at) => at % 2)],
  roots: Array.from({ length: 100000 }, () => -1),
  binary: Array.from({ length: 1023 }, (_, seat) => Math.ceil(seat / 2) - 1),
  company: [-1, ...Array.from({ length: 4999 }, (_, seat) => Math.floor(seat / 7))],
};

for (const [name, parents] of Object.entries(shapes)) {
  test(`no two boxes of a ${name} overlap`, () => {
    const grown = tree(parents);
    const placed = layout(grown, new Uint8Array(grown.count), -1, 1.6);
    assert.equal(placed.shown.length, parents.length);
    assertApart(placed);
  });
}

test("random trees, folded at random, in stages of any shape", () => {
  const next = numbers(7);
  const random = (/** @type {number} */ below) => Math.floor((next.next().value ?? 0) * below);
  for (let round = 0; round < 120; round++) {
    const count = 1 + random(150);
    const grown = tree(Array.from({ length: count }, (_, seat) => (seat === 0 || random(12) === 0 ? -1 : random(seat))));
    const folded = Uint8Array.from({ length: count }, (_, seat) => (grown.below[seat] > 0 && random(4) === 0 ? 1 : 0));
    const placed = layout(grown, folded, random(3) === 0 ? random(count) : -1, 0.3 + random(40) / 10);
    assertApart(placed);
    const shown = new Set(placed.shown);
    for (const seat of placed.shown) {
      const above = grown.parent[seat];
      assert.ok(above < 0 || !shown.has(above) || !folded[above], "what stands below a folded seat is hidden");
    }
  }
});

test("a wide company is laid out for its stage", () => {
  const grown = tree(shapes.company);
  const placed = layout(grown, new Uint8Array(grown.count), -1, 1.6);
  const scale = Math.min(1280 / placed.width, 800 / placed.height);
  assert.ok(scale > 0.05, `${placed.width} x ${placed.height}`);
});
