// The commands on the page, each with a button that copies it.

import { button } from "./dom.js";
import { say } from "./words.js";

/** Where copying is not allowed, the command is selected instead. */
export function copying() {
  for (const command of document.querySelectorAll("code.command")) {
    const copy = button(say("Copy"), say("Copy"), () => {
      const words = command.textContent ?? "";
      const select = () => getSelection()?.selectAllChildren(command);
      navigator.clipboard?.writeText(words).then(() => { copy.textContent = say("Copied"); }, select) ?? select();
    });
    command.after(copy);
  }
}
