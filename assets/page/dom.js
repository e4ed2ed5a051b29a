// Makes elements. Words reach the page only as text: no markup is ever read from a string.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} [content]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, content = []) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** @param {string} words @param {string} label @param {(event: MouseEvent) => void} act */
export function button(words, label, act) {
  const element = make("button", { type: "button" }, [words]);
  if (label !== words) {
    element.setAttribute("aria-label", label);
    element.title = label;
  }
  element.addEventListener("click", act);
  return element;
}

/** The address of an entry with an id: a seat's box, or the row of anything else. @param {string} noun @param {string} id */
export function address(noun, id) {
  return `#${noun}=${encodeURIComponent(id)}`;
}

/** A link to a seat. @param {string} id @param {string} words */
export function link(id, words) {
  return make("a", { href: address("seat", id), dir: "auto" }, [words]);
}

/** Words that lead to the row of what they name, where the page has one. @param {string} noun @param {string} id @param {string} words */
export function mention(noun, id, words) {
  const to = address(noun, id);
  return document.getElementById(to.slice(1)) ? make("a", { href: to, dir: "auto" }, [words]) : words;
}
