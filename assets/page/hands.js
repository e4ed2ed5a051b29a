// Pointer, wheel and keys on the stage.

/** @typedef {import("./stage.js").Stage} Stage */
/**
 * @typedef {{
 *   pick: (seat: number) => void, fold: (seat: number, isAll: boolean) => void, branch: (seat: number) => void,
 *   clear: () => void,
 * }} Does
 */

/** A pointer that moved no further has clicked. */
const STILL = 5;
const STEP = 60;

/** @param {Stage} stage @param {Does} does */
export function pointers(stage, does) {
  const { host } = stage;
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  let moved = 0;
  const at = (/** @type {MouseEvent} */ event) => {
    const { left, top } = host.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  host.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    host.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
    if (down.size === 1) moved = 0;
  });
  host.addEventListener("pointermove", (event) => {
    const was = down.get(event.pointerId);
    const now = at(event);
    if (!was) {
      const hit = stage.hit(now.x, now.y);
      host.style.cursor = hit ? "pointer" : "";
      return;
    }
    moved += Math.abs(now.x - was.x) + Math.abs(now.y - was.y);
    const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    if (other) {
      const [before, after] = [Math.hypot(was.x - other.x, was.y - other.y), Math.hypot(now.x - other.x, now.y - other.y)];
      stage.pan((was.x - now.x) / 2, (was.y - now.y) / 2);
      if (before > 0) stage.zoom(after / before, (now.x + other.x) / 2, (now.y + other.y) / 2);
    } else if (moved > STILL) stage.pan(was.x - now.x, was.y - now.y);
    down.set(event.pointerId, now);
  });
  const up = (/** @type {PointerEvent} */ event) => {
    down.delete(event.pointerId);
  };
  host.addEventListener("pointerup", up);
  host.addEventListener("pointercancel", up);
  host.addEventListener("click", (event) => {
    if (moved > STILL) return;
    const { x, y } = at(event);
    const hit = stage.hit(x, y);
    if (!hit) does.clear();
    else if (hit.isFold) does.fold(hit.seat, event.altKey);
    else if (event.detail < 2) does.pick(hit.seat);
  });
  host.addEventListener("dblclick", (event) => {
    const { x, y } = at(event);
    const hit = stage.hit(x, y);
    if (hit && !hit.isFold) does.branch(hit.seat);
  });
  host.addEventListener("wheel", (event) => {
    const isPresented = document.documentElement.classList.contains("presenting");
    const { x, y } = at(event);
    const lines = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) stage.zoom(Math.exp(-event.deltaY * lines * 0.01), x, y);
    else if (isPresented || host.contains(document.activeElement)) stage.pan(event.deltaX * lines, event.deltaY * lines);
    else return;
    event.preventDefault();
  }, { passive: false });
  host.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case "ArrowLeft": stage.pan(-STEP, 0); break;
      case "ArrowRight": stage.pan(STEP, 0); break;
      case "ArrowUp": stage.pan(0, -STEP); break;
      case "ArrowDown": stage.pan(0, STEP); break;
      case "+": case "=": stage.zoom(1.3); break;
      case "-": stage.zoom(1 / 1.3); break;
      case "0": stage.fit(); break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
}
