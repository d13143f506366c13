// What the server put into the page: its texts, and the address of the static files.

/** Texts by key, in the language of the page. */
export const t = JSON.parse(document.getElementById("page").textContent);

/** The address of a symbol in icons.svg. */
export const icon = (name) => new URL(`icons.svg#${name}`, import.meta.url).href;

/** True where the person asked the system for less movement. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
