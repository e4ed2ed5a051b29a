// Stands in a served page alone: when the server shows something newer the page is loaded again, with its place, folds
// and view as they were.

import { living } from "./main.js";

const served = document.querySelector("meta[name=served]")?.getAttribute("content");
const news = new EventSource("/events");
// A server that went away and came back may number something else alike.
let wasLost = false;
news.addEventListener("error", () => { wasLost = true; });
/** @param {MessageEvent} event */
const arrived = (event) => {
  if (event.data === served && !wasLost) return;
  if (living) history.replaceState({ ...living.kept(), scroll: scrollY }, "");
  news.close();
  location.reload();
};
news.addEventListener("page", arrived);
news.addEventListener("trouble", arrived);
if (living && history.state?.folded) {
  living.restore(history.state);
  scrollTo(0, history.state.scroll);
  // Once: what is folded from now on is not what was.
  history.replaceState(null, "");
}
