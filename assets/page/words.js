// The words of the page, in the language of its chart: they come with the data.

/** By the names of labels. @type {Record<string, string>} */
let spoken = {};

/** @param {Record<string, string>} words */
export function speak(words) {
  spoken = words;
}

/** A label with arguments in its places; its name where the data has none. @param {string} label @param {(string | number)[]} args */
export function say(label, ...args) {
  let at = 0;
  return (spoken[label] ?? label).replace(/\{\}/g, () => String(args[at++] ?? ""));
}
