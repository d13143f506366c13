// The wall clock: it runs visibly from one moment to the next.

import { calm } from "./page.js";
import * as times from "./times.js";

const HOUR_MS = 3_600_000;
const SHORTEST_MS = 320;
const LONGEST_MS = 1_500;
/** All that is asked for at once is shown within this, however many stops it has. */
const PATIENCE_MS = 1_800;

const parts = Object.fromEntries(
  ["now", "now-weekday", "now-date", "now-hour", "hand-hours", "hand-minutes"].map((id) => [id, document.getElementById(id)]),
);

const small = document.querySelectorAll('[data-part="time"]');

function draw(at) {
  const wall = times.wallMillis(at);
  parts["now-weekday"].textContent = times.weekday(at);
  parts["now-date"].textContent = times.date(at);
  parts["now-hour"].textContent = times.hour(at);
  for (const time of small) time.textContent = parts["now-hour"].textContent;
  parts["hand-hours"].setAttribute("transform", `rotate(${((wall / HOUR_MS) % 12) * 30} 50 50)`);
  parts["hand-minutes"].setAttribute("transform", `rotate(${((wall / HOUR_MS) % 1) * 360} 50 50)`);
}

/** How long the hands take for a way: longer for a longer one, but a week isn't a hundred times an hour. */
const duration = (way) => Math.min(SHORTEST_MS + 160 * Math.log2(1 + way / HOUR_MS), LONGEST_MS);

const ease = (x) => (x < 0.5 ? 2 * x * x : 1 - (2 - 2 * x) ** 2 / 2);

export class Clock {
  #shown = 0;
  #queue = [];
  #running = null;

  /** Show a time at once. */
  set(at) {
    this.#shown = at.getTime();
    parts.now.dateTime = at.toISOString();
    draw(at);
  }

  /** Run on to a time, after those already asked for, then call `then`; resolves once nothing is left to run. */
  run(at, then = () => {}) {
    this.#queue.push([at, then]);
    this.#running ??= this.#play().finally(() => { this.#running = null; });
    return this.#running;
  }

  async #play() {
    const end = performance.now() + PATIENCE_MS;
    while (this.#queue.length > 0) {
      const share = Math.max(end - performance.now(), 0) / this.#queue.length;
      const [at, then] = this.#queue.shift();
      await this.#sweep(at, share);
      then();
    }
  }

  async #sweep(at, longest) {
    const from = this.#shown;
    const way = at.getTime() - from;
    // A moment that comes in late doesn't turn the hands back.
    if (way <= 0) return;
    // A page in the background gets no frames: it must not wait for them.
    if (!calm() && !document.hidden) {
      const start = performance.now();
      const whole = Math.min(duration(way), longest);
      for (let passed = 0; passed < whole; ) {
        passed = (await new Promise(requestAnimationFrame)) - start;
        draw(new Date(from + way * ease(Math.min(Math.max(passed / whole, 0), 1))));
      }
    }
    this.set(at);
  }
}
