// Presentation: one section a screen, by keys or buttons.

import { button, make } from "./dom.js";
import { say } from "./words.js";

/** @param {{resize: () => void}} world */
export function presentation({ resize }) {
  const page = document.documentElement;
  const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("header.head, main > section")]);
  const place = make("span", { role: "status" });
  const bar = make("div", { class: "presenter", hidden: "" }, [
    button("‹", say("Back"), () => step(-1)), place, button("›", say("Next"), () => step(1)), button("×", say("EndPresenting"), () => leave()),
  ]);
  document.body.append(bar);
  let at = -1;

  const isOn = () => at >= 0;
  const go = (/** @type {number} */ to) => {
    slides[at]?.classList.remove("slide");
    at = Math.max(0, Math.min(slides.length - 1, to));
    const slide = slides[at];
    slide.classList.add("slide");
    slide.scrollTop = 0;
    place.textContent = say("PlaceOf", at + 1, slides.length);
    const title = /** @type {HTMLElement | null} */ (slide.querySelector("h1, h2"));
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
    resize();
  };
  const step = (/** @type {number} */ by) => go(at + by);
  const enter = () => {
    // Where the reader is: at the top, or in the section that reaches below the upper third of the window.
    const reaches = (/** @type {Element} */ slide) => slide.getBoundingClientRect().bottom > window.innerHeight / 3;
    const here = window.scrollY === 0 ? 0 : slides.findIndex(reaches);
    page.classList.add("presenting");
    bar.hidden = false;
    // Where full screen is not allowed, the window will do.
    if (navigator.userActivation?.isActive) page.requestFullscreen?.().catch(() => {});
    go(here);
  };
  const leave = () => {
    const slide = slides[at];
    slide?.classList.remove("slide");
    at = -1;
    bar.hidden = true;
    page.classList.remove("presenting");
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    slide?.scrollIntoView();
    resize();
  };
  document.addEventListener("fullscreenchange", () => {
    if (isOn() && !document.fullscreenElement) leave();
  });
  /** Whether a key was for the presentation. @param {KeyboardEvent} event */
  const key = (event) => {
    if (!isOn()) return false;
    const target = event.target instanceof Element ? event.target : page;
    const isBusy = target.closest("input, select, button, a, .stage, .outline") !== null;
    switch (event.key) {
      case "PageDown": step(1); break;
      case "PageUp": step(-1); break;
      case "ArrowRight": if (isBusy) return false; step(1); break;
      case "ArrowLeft": if (isBusy) return false; step(-1); break;
      case " ": if (isBusy) return false; step(1); break;
      case "Home": if (isBusy) return false; go(0); break;
      case "End": if (isBusy) return false; go(slides.length - 1); break;
      case "Escape": leave(); break;
      default: return false;
    }
    return true;
  };
  /** Turns to the section that holds an element, and to its place there. @param {Element | null} element */
  const turnTo = (element) => {
    const slide = slides.findIndex((one) => one.contains(element));
    if (!element || !isOn() || slide < 0) return;
    if (slide !== at) go(slide);
    if (element !== slides[slide]) element.scrollIntoView({ block: "nearest" });
  };
  return { enter, leave, isOn, key, turnTo };
}
