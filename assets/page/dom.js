// Makes elements. Words reach the page as text alone: no markup is ever read from a string.

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

/** The address of a seat on this page. @param {string} id */
export function address(id) {
  return `#seat=${encodeURIComponent(id)}`;
}

/** A link to a seat. @param {string} id @param {string} words */
export function link(id, words) {
  return make("a", { href: address(id), dir: "auto" }, [words]);
}
