// Where the boxes are. From the leaves up each seat gets a few blocks that differ in shape, none of them both wider
// and higher than another; at the top the one that fits the stage best is taken, and with it all below.

/** @typedef {import("./data.js").Tree} Tree */

export const WIDTH = 180;
export const HEIGHT = 60;
/** From the left edge of a manager to the boxes that hang below it. */
export const INDENT = 28;
/** Between two boxes side by side, and one below the other. */
const ASIDE = 20;
const BELOW = 14;
/** Between a manager and a row of reports: room for the line that joins them. */
const LEVEL = 40;
/** How many blocks of a seat are kept. */
const MOST_BLOCKS = 14;

/** How the reports of a seat are arranged. */
export const ROW = 1;
export const STACK = 2;

/**
 * @typedef {{
 *   shown: Int32Array, x: Float64Array, y: Float64Array, hang: Uint8Array, how: Uint8Array,
 *   width: number, height: number,
 * }} Layout `shown` lists the seats in tree order; the other arrays are by seat. `hang`: whether a line comes from the
 * side.
 */

/**
 * The blocks of all seats, of each up to `MOST_BLOCKS`, narrow ones first: width, height, how, and the limit that chose them.
 * @typedef {{count: Uint8Array, size: Float32Array}} Blocks
 */

/**
 * @param {Tree} tree
 * @param {Uint8Array} folded
 * @param {number} top the seat to begin with, or -1
 * @param {number} ratio width by height of the stage
 * @returns {Layout}
 */
export function layout(tree, folded, top, ratio) {
  const root = top < 0 ? tree.count : top;
  const start = top < 0 ? 0 : top;
  const end = top < 0 ? tree.count : top + tree.below[top] + 1;
  const blocks = { count: new Uint8Array(tree.count + 1), size: new Float32Array(4 * MOST_BLOCKS * (tree.count + 1)) };
  const isOpen = (/** @type {number} */ seat) => seat === tree.count || !folded[seat];
  const hidden = hide(tree, folded, start, end, root);
  const near = top < 0 ? 1 : tree.level[top] + 2;
  /** @type {number[]} */
  const upper = [];
  for (let seat = end - 1; seat >= start; seat--) {
    if (hidden[seat]) continue;
    if (tree.level[seat] < near) upper.push(seat);
    else shape(tree, blocks, seat, isOpen(seat), false);
  }
  if (root === tree.count) upper.push(root);
  const best = (/** @type {boolean} */ rowsOnly) => {
    for (const seat of upper) shape(tree, blocks, seat, isOpen(seat), rowsOnly);
    let [block, scale] = [0, 0];
    for (let at = 0; at < blocks.count[root]; at++) {
      const [width, height] = sizeOf(blocks, root, at);
      const fits = Math.min(ratio / width, 1 / height);
      if (fits > scale) [block, scale] = [at, fits];
    }
    return { block, scale };
  };
  // Rows read better than stacks near the top: a stack has to be worth it.
  const free = best(false);
  const rows = best(true);
  const chosen = free.scale > 1.15 * rows.scale ? best(false) : rows;
  return place(tree, blocks, { start, end, root, hidden }, chosen.block);
}

/** Which seats stand below a folded one. @param {Tree} tree @param {Uint8Array} folded @param {number} start @param {number} end @param {number} root */
function hide(tree, folded, start, end, root) {
  const hidden = new Uint8Array(tree.count + 1);
  for (let seat = start; seat < end; seat++) {
    const above = tree.parent[seat];
    if (seat !== root && above >= start) hidden[seat] = hidden[above] | folded[above];
  }
  return hidden;
}

/** @param {Blocks} blocks @param {number} seat @param {number} at */
function sizeOf(blocks, seat, at) {
  const from = 4 * (MOST_BLOCKS * seat + at);
  return [blocks.size[from], blocks.size[from + 1], blocks.size[from + 2], blocks.size[from + 3]];
}

/** The narrowest block of a seat that is no higher, else its flattest. @param {Blocks} blocks @param {number} seat @param {number} most */
function narrowest(blocks, seat, most) {
  const last = blocks.count[seat] - 1;
  for (let at = 0; at < last; at++) if (blocks.size[4 * (MOST_BLOCKS * seat + at) + 1] <= most) return at;
  return last;
}

/** The flattest block of a seat that is no wider, else its narrowest. @param {Blocks} blocks @param {number} seat @param {number} most */
function flattest(blocks, seat, most) {
  for (let at = blocks.count[seat] - 1; at > 0; at--) if (blocks.size[4 * (MOST_BLOCKS * seat + at)] <= most) return at;
  return 0;
}

/** The reports of a seat that lead others, and how many lead nobody. @param {Tree} tree @param {Blocks} blocks @param {number} seat */
function parts(tree, blocks, seat) {
  const managers = [];
  let leaves = 0;
  for (let at = tree.first[seat]; at < tree.first[seat + 1]; at++) {
    const kid = tree.kids[at];
    if (blocks.count[kid] === 1 && blocks.size[4 * MOST_BLOCKS * kid + 2] === 0) leaves++;
    else managers.push(kid);
  }
  return { managers, leaves };
}

/** Finds the blocks of a seat from those of its reports. @param {Tree} tree @param {Blocks} blocks @param {number} seat @param {boolean} isOpen @param {boolean} rowsOnly */
function shape(tree, blocks, seat, isOpen, rowsOnly) {
  if (!isOpen || tree.first[seat] === tree.first[seat + 1]) return keepOne(blocks, seat);
  const own = seat === tree.count ? 0 : HEIGHT;
  const { managers, leaves } = parts(tree, blocks, seat);
  const found = [];
  for (const limit of heights(blocks, managers, leaves)) {
    const row = inRow(blocks, managers, leaves, limit);
    found.push([Math.max(WIDTH, row.width), own + (own && LEVEL) + row.height, ROW, limit]);
  }
  if (!(rowsOnly && managers.length > 0)) {
    for (const limit of widths(blocks, managers, leaves)) {
      const stack = inStack(blocks, managers, leaves, limit);
      const indent = own && INDENT;
      found.push([Math.max(own && WIDTH, indent + stack.width), own + (own && BELOW + 6) + stack.height, STACK, limit]);
    }
  }
  keep(blocks, seat, found);
}

/** A box with nothing below it. @param {Blocks} blocks @param {number} seat */
function keepOne(blocks, seat) {
  const from = 4 * MOST_BLOCKS * seat;
  [blocks.size[from], blocks.size[from + 1], blocks.size[from + 2], blocks.size[from + 3]] = [WIDTH, HEIGHT, 0, 0];
  blocks.count[seat] = 1;
}

/** @param {Blocks} blocks @param {number} seat @param {number[][]} found */
function keep(blocks, seat, found) {
  found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  /** @type {number[][]} */
  const kept = [];
  for (const block of found) if (kept.length === 0 || block[1] < kept[kept.length - 1][1]) kept.push(block);
  const count = Math.min(kept.length, MOST_BLOCKS);
  for (let at = 0; at < count; at++) {
    const from = count === 1 ? 0 : Math.round((at * (kept.length - 1)) / (count - 1));
    blocks.size.set(kept[from], 4 * (MOST_BLOCKS * seat + at));
  }
  blocks.count[seat] = count;
}

/** At most `MOST_BLOCKS` of some numbers, evenly spread. @param {number[]} numbers */
function sample(numbers) {
  const all = [...new Set(numbers)].sort((one, other) => one - other);
  if (all.length <= MOST_BLOCKS) return all;
  return Array.from({ length: MOST_BLOCKS }, (_, at) => all[Math.round((at * (all.length - 1)) / (MOST_BLOCKS - 1))]);
}

/** The heights that a row may have. @param {Blocks} blocks @param {number[]} managers @param {number} leaves */
function heights(blocks, managers, leaves) {
  const all = [];
  for (let at = 0; at < Math.min(managers.length, 200); at++) {
    for (let block = 0; block < blocks.count[managers[at]]; block++) all.push(sizeOf(blocks, managers[at], block)[1]);
  }
  for (const columns of spread(leaves)) all.push(grid(leaves, columns).height);
  return sample(all);
}

/** The widths that a stack may have. @param {Blocks} blocks @param {number[]} managers @param {number} leaves */
function widths(blocks, managers, leaves) {
  const all = [];
  for (let at = 0; at < Math.min(managers.length, 200); at++) {
    for (let block = 0; block < blocks.count[managers[at]]; block++) all.push(sizeOf(blocks, managers[at], block)[0]);
  }
  for (const columns of spread(leaves)) all.push(grid(leaves, columns).width);
  return sample(all);
}

/** Numbers of columns worth trying. @param {number} leaves */
function spread(leaves) {
  const all = [];
  for (let columns = 1; columns <= leaves; columns = Math.max(columns + 1, Math.round(columns * 1.4))) all.push(columns);
  return all;
}

/** @param {number} leaves @param {number} columns */
function grid(leaves, columns) {
  const rows = Math.ceil(leaves / columns);
  // Columns that would stay empty don't count.
  const used = Math.ceil(leaves / rows);
  return { columns: used, rows, width: used * (WIDTH + INDENT) - INDENT, height: rows * (HEIGHT + BELOW) - BELOW };
}

/** The grid that is no higher, with as few columns as that takes. @param {number} leaves @param {number} most */
function lowGrid(leaves, most) {
  const rows = Math.max(1, Math.floor((most + BELOW) / (HEIGHT + BELOW)));
  return grid(leaves, Math.ceil(leaves / rows));
}

/** The grid that is no wider. @param {number} leaves @param {number} most */
function narrowGrid(leaves, most) {
  return grid(leaves, Math.max(1, Math.floor((most + INDENT) / (WIDTH + INDENT))));
}

/** @param {Blocks} blocks @param {number[]} managers @param {number} leaves @param {number} limit */
function inRow(blocks, managers, leaves, limit) {
  const some = leaves > 0 ? lowGrid(leaves, limit) : { width: -ASIDE, height: 0, columns: 0, rows: 0 };
  let [width, height] = [leaves > 0 ? INDENT / 2 + some.width : some.width, some.height];
  for (const manager of managers) {
    const [wide, high] = sizeOf(blocks, manager, narrowest(blocks, manager, limit));
    width += ASIDE + wide;
    height = Math.max(height, high);
  }
  return { width, height, grid: some };
}

/** @param {Blocks} blocks @param {number[]} managers @param {number} leaves @param {number} limit */
function inStack(blocks, managers, leaves, limit) {
  const some = leaves > 0 ? narrowGrid(leaves, limit) : { width: 0, height: -BELOW, columns: 0, rows: 0 };
  let { width, height } = some;
  for (const manager of managers) {
    const [wide, high] = sizeOf(blocks, manager, flattest(blocks, manager, limit));
    width = Math.max(width, wide);
    height += BELOW + high;
  }
  return { width, height, grid: some };
}

/**
 * Gives every shown seat its place, from the top down.
 * @param {Tree} tree @param {Blocks} blocks
 * @param {{start: number, end: number, root: number, hidden: Uint8Array}} part
 * @param {number} chosen
 * @returns {Layout}
 */
function place(tree, blocks, { start, end, root, hidden }, chosen) {
  const x = new Float64Array(tree.count + 1);
  const y = new Float64Array(tree.count + 1);
  const hang = new Uint8Array(tree.count + 1);
  const how = new Uint8Array(tree.count + 1);
  const block = new Uint8Array(tree.count + 1);
  block[root] = chosen;
  const put = (/** @type {number} */ seat) => {
    const [width, , way, limit] = sizeOf(blocks, seat, block[seat]);
    how[seat] = way;
    if (way === 0) return;
    // Until now the place is that of the block's corner.
    const [left, upper] = [x[seat], y[seat]];
    const own = seat === tree.count ? 0 : HEIGHT;
    const { managers } = parts(tree, blocks, seat);
    const leaves = tree.first[seat + 1] - tree.first[seat] - managers.length;
    if (way === ROW) {
      const row = inRow(blocks, managers, leaves, limit);
      let across = left + (width - row.width) / 2 + (leaves > 0 ? INDENT / 2 : 0);
      const down = upper + own + (own && LEVEL);
      if (own) x[seat] = left + (width - WIDTH) / 2;
      putLeaves(seat, row.grid, across, down);
      across += leaves > 0 ? row.grid.width + ASIDE : 0;
      for (const manager of managers) {
        block[manager] = narrowest(blocks, manager, limit);
        [x[manager], y[manager]] = [across, down];
        across += sizeOf(blocks, manager, block[manager])[0] + ASIDE;
      }
    } else {
      const stack = inStack(blocks, managers, leaves, limit);
      const across = left + (own && INDENT);
      let down = upper + own + (own && BELOW + 6);
      putLeaves(seat, stack.grid, across, down);
      down += stack.grid.height + BELOW;
      for (const manager of managers) {
        block[manager] = flattest(blocks, manager, limit);
        [x[manager], y[manager], hang[manager]] = [across, down, 1];
        down += sizeOf(blocks, manager, block[manager])[1] + BELOW;
      }
    }
  };
  const putLeaves = (/** @type {number} */ seat, /** @type {{rows: number}} */ { rows }, /** @type {number} */ across, /** @type {number} */ down) => {
    let count = 0;
    for (let at = tree.first[seat]; at < tree.first[seat + 1]; at++) {
      const kid = tree.kids[at];
      if (blocks.count[kid] !== 1 || blocks.size[4 * MOST_BLOCKS * kid + 2] !== 0) continue;
      x[kid] = across + Math.floor(count / rows) * (WIDTH + INDENT);
      y[kid] = down + (count % rows) * (HEIGHT + BELOW);
      hang[kid] = 1;
      count++;
    }
  };
  if (root === tree.count) put(root);
  const shown = [];
  for (let seat = start; seat < end; seat++) {
    if (hidden[seat]) continue;
    shown.push(seat);
    put(seat);
  }
  const [width, height] = sizeOf(blocks, root, chosen);
  return { shown: Int32Array.from(shown), x, y, hang, how, width, height };
}
