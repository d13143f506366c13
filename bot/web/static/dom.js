// Small helpers to build what is shown.

import { icon } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element with a class and a text. */
export function element(tag, className = "", text = undefined) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A button that submits nothing; `act` is called when it is pressed. */
export function button(className, text, act) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A drawing of icons.svg, for the eye alone. */
export function symbol(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", icon(name));
  svg.append(use);
  return svg;
}
