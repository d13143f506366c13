// The steps of a story of the demo, ticked off as they happen.

import { t } from "./page.js";
import { keep, recall } from "./storage.js";

const KEY = `doorstep:guide:${document.querySelector(".guide").dataset.scene}`;

export class Guide {
  #steps = Array.from(document.querySelectorAll(".guide li"));
  #done = new Set(recall(KEY, []));

  constructor() {
    this.#draw();
  }

  /** Something happened, such as "resident said", "cadre tap accept" or "clock": ticks the first open step that waits for it. */
  happened(what) {
    const index = this.#steps.findIndex((step, at) => {
      const after = Number(step.dataset.after);
      return step.dataset.act === what && !this.#done.has(at + 1) && (after === 0 || this.#done.has(after));
    });
    if (index < 0) return;
    this.#done.add(index + 1);
    keep(KEY, [...this.#done]);
    this.#draw();
  }

  /** Point at whose turn it is: a chair with the tab that leads to it, or the clock. */
  #turn(who) {
    for (const each of document.querySelectorAll(".turn")) each.classList.remove("turn");
    const chair = document.getElementById(`chair-${who}`);
    const tab = document.getElementById(`tab-${chair?.closest(".sheet").dataset.sheet}`);
    for (const each of chair ? [chair, tab] : [document.getElementById(who)]) each?.classList.add("turn");
  }

  #draw() {
    const next = this.#steps.find((_, at) => !this.#done.has(at + 1));
    for (const [at, step] of this.#steps.entries()) {
      const done = this.#done.has(at + 1);
      step.classList.toggle("ticked", done);
      step.querySelector(".done").hidden = !done;
      if (step === next) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    }
    const words = next?.querySelector(".words").textContent ?? t.sceneOver;
    document.getElementById("guide-current").textContent = words;
    document.getElementById("next").textContent = words;
    this.#turn(next?.dataset.act.split(" ")[0] ?? "");
    document.getElementById("guide-tally").textContent = `${this.#done.size}/${this.#steps.length}`;
  }
}
