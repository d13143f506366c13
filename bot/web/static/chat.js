// The chat page: one conversation on the whole screen.

import { Pane } from "./pane.js";

const root = document.querySelector(".pane");
const pane = new Pane(root);
const title = document.title;
let unread = 0;

root.addEventListener("arrived", ({ detail }) => {
  if (!document.hidden) return;
  unread += detail;
  document.title = `(${unread}) ${title}`;
});

let hiddenAt = 0;
const STALE_MS = 30_000;
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    hiddenAt = performance.now();
    return;
  }
  unread = 0;
  document.title = title;
  // A phone that slept may hold a dead line that still looks open.
  if (performance.now() - hiddenAt > STALE_MS) pane.open();
});

// On a phone, focus would bring up the keyboard over the conversation.
if (matchMedia("(pointer: fine)").matches) pane.focus();
pane.start().then(openLink);

// A link to a joint petition: its code stands behind "#", which no server ever sees. It is said once, as if typed.
const JOIN = /^#join=([0-9A-Z]{16})$/i;

function openLink() {
  const [, code] = JOIN.exec(location.hash) ?? [];
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  pane.say(`/join ${code}`);
}

addEventListener("hashchange", openLink);
