// Letters with and without accents are the same, and the best comes first.
import assert from "node:assert/strict";
import test from "node:test";

import { grow } from "../../assets/page/data.js";
import { find, fold, index } from "../../assets/page/search.js";

const seats = [
  { id: "ceo", title: "Visionary", owner: "Łukasz Müller" },
  { id: "sales", title: "Head of Sales", owner: "Zoë Strauß" },
  { id: "wholesale", title: "Wholesale", owner: "Ana Ruiz", responsibilities: ["Sales to dealers"] },
  { id: "empty", title: "Vacant Seat", vacant: {}, backup: "Bjørn Æbel" },
];
const tree = grow([0, -1, 0, 1, 0, 1, 2, 0, 2, 3, 0, 3], seats);
const indexed = index(tree, seats);
/** @param {string} typed */
const found = (typed) => find(indexed, typed).map((seat) => seats[seat].id);

test("accents are folded", () => {
  assert.equal(fold("Łukasz MÜLLER, Straße, Æble, Ørsted"), "lukasz muller, strasse, aeble, orsted");
  assert.deepEqual(found("muller"), ["ceo"]);
  assert.deepEqual(found("MÜLLER lukasz"), ["ceo"]);
  assert.deepEqual(found("zoe strauss"), ["sales"]);
  assert.deepEqual(found("bjorn aebel"), ["empty"]);
});

test("titles come before people, and these before all else; starts before middles", () => {
  assert.deepEqual(found("sales"), ["sales", "wholesale"]);
  assert.deepEqual(found("w"), ["wholesale"]);
  assert.deepEqual(found("va"), ["empty"]);
});

test("nothing typed and nothing known find nothing", () => {
  assert.deepEqual(found("  "), []);
  assert.deepEqual(found("nobody of this name"), []);
  assert.deepEqual(found("__proto__"), []);
});
