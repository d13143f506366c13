// The demo page: stories, the conversations of those in them, a clock that can be moved, and what fell due on the way.

import { Clock } from "./clock.js";
import { button } from "./dom.js";
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
const panes = new Map();
/** Whoever comes to the front listens; the others look when they have news. A browser gives one server six connections. */
const people = new People((seat, shown) => {
  if (shown) panes.get(seat)?.open();
  else panes.get(seat)?.close();
});
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

// The people.

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

/** Offer a seat the lines that it may say in this story. */
function offer(seat, tries = []) {
  const chips = byId(`pane-${seat}`).querySelector('[data-part="tries"]');
  chips.hidden = tries.length === 0;
  chips.replaceChildren(...tries.map((text) => {
    const chip = button("chip", text, () => panes.get(seat).say(text));
    chip.title = text;
    return chip;
  }));
}

/** Let seats look once what has come; those that listen know it already. */
function look(seats) {
  for (const seat of seats) if (!people.shown(seat)) panes.get(seat).glance();
}

// The clock.

const steps = Array.from(document.querySelectorAll("[data-step]"));

async function move(step) {
  for (const each of steps) each.disabled = true;
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
  for (const each of steps) each.disabled = false;
}

for (const each of steps) each.addEventListener("click", () => move(each.dataset.step));

const feed = new Feed(() => "/demo/events", {
  clock: ({ now, moment }) => {
    const at = new Date(now);
    clock.run(at, () => moment && fellDue(at, moment));
  },
  news: ({ seats }) => look(seats),
});

// Language, stories, and starting over.

for (const each of document.querySelectorAll("[data-language]")) {
  each.addEventListener("click", () => attempt(async () => {
    await post("/demo/language", { language: each.dataset.language });
    location.reload();
  }));
}

const TOUR = "tour";
let wanted = TOUR;

/** Ask before what was said is cleared away. */
function ask(scene, question, yes) {
  wanted = scene;
  byId("reset-question").textContent = question;
  byId("reset-yes").textContent = yes;
  byId("reset-ask").showModal();
}

/** Clear the stage, and have the beginning of a story played. */
async function play(scene) {
  document.body.inert = true;
  document.body.classList.add("setting");
  const played = await attempt(() => post("/demo/scene", { scene }));
  if (played) {
    forgetAll();
    location.reload();
    return;
  }
  document.body.classList.remove("setting");
  document.body.inert = false;
}

byId("reset").addEventListener("click", () => ask(TOUR, t.resetAsk, t.reset));
for (const each of document.querySelectorAll(".titles button")) {
  each.addEventListener("click", () => {
    const { scene } = each.dataset;
    if (document.querySelector("#people li[data-id]")) ask(scene, t.sceneAsk.replace("◌", each.textContent), t.sceneYes);
    else play(scene);
  });
}
byId("reset-ask").addEventListener("close", () => {
  if (byId("reset-ask").returnValue === "yes") play(wanted);
});

// On a phone a row of stories is longer than the screen: only as far as needed, so that its heading stays in sight.

const played = document.querySelector('.titles [aria-pressed="true"]');
const row = played.parentElement;
row.scrollLeft = Math.max(0, played.offsetLeft - row.offsetLeft + played.offsetWidth - row.clientWidth + 12);

// The lists beside the conversations are open where there's room for them.

for (const [id, room] of [["guide", "(min-width: 1160px) and (min-height: 800px)"], ["due", "(min-width: 1160px)"]]) {
  const roomy = matchMedia(room);
  const unfold = () => { byId(id).open = roomy.matches; };
  roomy.addEventListener("change", unfold);
  unfold();
}

// A demo page in the background must not hold connections that another window needs.

document.addEventListener("visibilitychange", () => {
  const front = Array.from(panes.keys()).filter((seat) => people.shown(seat));
  for (const line of [feed, ...front.map((seat) => panes.get(seat))]) {
    if (document.hidden) line.close();
    else line.open();
  }
  if (document.hidden) return;
  look(panes.keys());
  refresh();
});

/** Show how the demo stands: the clock, and what fell due so far. */
async function refresh() {
  const state = await attempt(() => get("/demo/state"));
  if (!state) return;
  clock.set(new Date(state.now));
  for (const seat of panes.keys()) offer(seat, state.tries[seat]);
  for (const { at, text } of state.log) fellDue(new Date(at), text);
}

await refresh();
feed.open();
for (const [seat, pane] of panes) pane.start(people.shown(seat));
