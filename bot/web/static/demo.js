// The demo page: three people's conversations, a clock that can be moved, and what fell due on the way.

import { Clock } from "./clock.js";
import { Feed } from "./feed.js";
import { Guide } from "./guide.js";
import { Failure, get, post } from "./net.js";
import { calm, t } from "./page.js";
import { Pane } from "./pane.js";
import { forgetAll } from "./storage.js";
import { People } from "./tabs.js";
import * as times from "./times.js";

const LATE_MOMENTS_MS = 150;

const byId = (id) => document.getElementById(id);
const clock = new Clock();
const guide = new Guide();
const people = new People();
const panes = new Map();
const roots = Array.from(document.querySelectorAll(".pane"));

function trouble(failure) {
  if (!(failure instanceof Failure)) throw failure;
  byId("trouble").textContent = failure.message || t.failed;
  byId("trouble").hidden = false;
}

async function attempt(work) {
  byId("trouble").hidden = true;
  try {
    return await work();
  } catch (failure) {
    return trouble(failure);
  }
}

// What fell due, newest first.

const told = new Set();

function fellDue(at, text) {
  const key = `${at.toISOString()} ${text}`;
  if (told.has(key)) return;
  told.add(key);
  const item = document.createElement("li");
  const time = document.createElement("time");
  time.dateTime = at.toISOString();
  time.textContent = `${times.shortDate(at)} ${times.hour(at)}`;
  const words = document.createElement("span");
  words.textContent = text;
  item.append(time, words);
  byId("due-log").prepend(item);
  byId("due-latest").textContent = `${time.textContent} ${text}`;
  byId("due-none").hidden = true;
}

// The three people.

for (const root of roots) {
  const seat = root.dataset.seat;
  const pane = new Pane(root);
  panes.set(seat, pane);
  root.querySelector('[data-part="to-clock"]').addEventListener("click", () => byId("clock").scrollIntoView({ behavior: calm() ? "instant" : "smooth", block: "center" }));
  root.addEventListener("arrived", ({ detail }) => people.arrived(seat, detail));
  root.addEventListener("acted", ({ detail }) => {
    guide.happened(`${seat} ${detail}`);
    people.bring(seat);
  });
}

function introduce({ seat, title, about, tries }) {
  const root = byId(`pane-${seat}`);
  root.querySelector('[data-part="title"]').textContent = title;
  byId(`tab-${seat}`).querySelector('[data-part="title"]').textContent = title;
  root.querySelector('[data-part="about"]').textContent = about;
  const chips = root.querySelector('[data-part="tries"]');
  chips.hidden = tries.length === 0;
  chips.replaceChildren(...tries.map((text) => {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.className = "chip";
    chip.textContent = text;
    chip.title = text;
    chip.addEventListener("click", () => panes.get(seat).say(text));
    return chip;
  }));
}

// The clock.

const steps = Array.from(document.querySelectorAll("[data-step]"));

async function move(step) {
  for (const button of steps) button.disabled = true;
  byId("clock").classList.add("running");
  await attempt(async () => {
    const at = new Date((await post("/demo/clock", { step })).now);
    guide.happened("clock");
    // The last moments may still be on their way through the event stream.
    await new Promise((resolve) => setTimeout(resolve, LATE_MOMENTS_MS));
    await clock.run(at);
    byId("clock-said").textContent = `${t.clockReads} ${times.weekday(at)} ${times.date(at)} ${times.hour(at)}`;
  });
  byId("clock").classList.remove("running");
  for (const button of steps) button.disabled = false;
}

for (const button of steps) button.addEventListener("click", () => move(button.dataset.step));

const feed = new Feed(() => "/demo/events", {
  clock: ({ now, moment }) => {
    const at = new Date(now);
    clock.run(at, () => moment && fellDue(at, moment));
  },
});

// Language and starting over.

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => attempt(async () => {
    await post("/demo/language", { language: button.dataset.language });
    location.reload();
  }));
}

byId("reset").addEventListener("click", () => byId("reset-ask").showModal());
byId("reset-ask").addEventListener("close", () => {
  if (byId("reset-ask").returnValue !== "yes") return;
  attempt(async () => {
    await post("/demo/reset", {});
    forgetAll();
    location.reload();
  });
});

// The lists beside the conversations are open where there's room for them.

for (const [id, room] of [["guide", "(min-width: 1160px) and (min-height: 800px)"], ["due", "(min-width: 1160px)"]]) {
  const roomy = matchMedia(room);
  const unfold = () => { byId(id).open = roomy.matches; };
  roomy.addEventListener("change", unfold);
  unfold();
}

// A browser gives one server six connections in all: a demo page in the background must not hold four of them.

document.addEventListener("visibilitychange", () => {
  for (const line of [feed, ...panes.values()]) {
    if (document.hidden) line.close();
    else line.open();
  }
  if (!document.hidden) refresh();
});

/** Show how the demo stands: the clock, and what fell due so far. */
async function refresh() {
  const state = await attempt(() => get("/demo/state"));
  if (!state) return;
  clock.set(new Date(state.now));
  for (const seat of state.seats) introduce(seat);
  for (const { at, text } of state.log) fellDue(new Date(at), text);
}

await refresh();
feed.open();
for (const pane of panes.values()) pane.start();
