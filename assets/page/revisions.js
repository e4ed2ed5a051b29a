// What moves from one scene to the next: folds, branches and revisions alike. The seats' keys say which is which,
// so that a renamed seat glides as well.

/** @typedef {import("./stage.js").Scene} Scene */
/** @typedef {import("./stage.js").Way} Way */
/** @typedef {{x: Float64Array, y: Float64Array}} Places */

/**
 * From where each box of the next scene comes, and where those go that are not on it.
 * @param {Scene} old @param {Scene} next @param {Places} now where the boxes of the old scene are
 */
export function ways(old, next, now) {
  const wasShown = marked(old);
  const isShown = marked(next);
  /** @type {Way[]} */
  const coming = [];
  for (const seat of next.layout.shown) {
    // Where it was, or where the nearest seat above it was.
    const before = nearest(next, seat, old, wasShown);
    const was = old.tree.byKey.get(next.tree.key[seat]);
    const isNew = was === undefined || !wasShown[was];
    const [toX, toY] = [next.layout.x[seat], next.layout.y[seat]];
    const [x, y] = before < 0 ? [toX, toY] : [now.x[before], now.y[before]];
    coming.push({ seat, x, y, toX, toY, from: isNew ? 0 : 1, to: 1, scene: next });
  }
  /** @type {Way[]} */
  const gone = [];
  for (const seat of old.layout.shown) {
    const its = next.tree.byKey.get(old.tree.key[seat]);
    if (its !== undefined && isShown[its]) continue;
    const after = nearest(old, seat, next, isShown);
    const [x, y] = [now.x[seat], now.y[seat]];
    // What was folded goes into its manager; what is gone fades where it was.
    const isFolded = its !== undefined && after >= 0;
    const [toX, toY] = isFolded ? [next.layout.x[after], next.layout.y[after]] : [x, y];
    gone.push({ seat, x, y, toX, toY, from: 1, to: 0, scene: old });
  }
  return { coming, gone };
}

/** @param {Scene} scene */
function marked({ tree, layout }) {
  const marks = new Uint8Array(tree.count);
  for (const seat of layout.shown) marks[seat] = 1;
  return marks;
}

/** The seat itself or the nearest above it that is shown in another scene, as that knows it; -1 for none. @param {Scene} from @param {number} seat @param {Scene} to @param {Uint8Array} shown */
function nearest(from, seat, to, shown) {
  for (let above = seat; above >= 0; above = from.tree.parent[above]) {
    const its = to.tree.byKey.get(from.tree.key[above]);
    if (its !== undefined && shown[its]) return its;
  }
  return -1;
}
