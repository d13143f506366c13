// Three panes side by side where there's room, else one at a time behind tabs; and the counts of unread messages.

import { calm, t } from "./page.js";

const narrow = matchMedia("(max-width: 859.98px)");

export class People {
  #bar = document.getElementById("tabs");
  #people = document.getElementById("people");
  #tabs = Array.from(this.#bar.querySelectorAll("[role=tab]"));
  #current = "resident";
  #inHand = "";
  #unread = new Map();

  constructor() {
    for (const tab of this.#tabs) {
      tab.addEventListener("click", () => this.#show(tab.dataset.seat));
      tab.addEventListener("keydown", (event) => this.#walk(event, tab));
    }
    // On a wide screen every pane can be seen; taking it in hand is what counts as reading.
    for (const sign of ["pointerdown", "focusin"]) {
      document.addEventListener(sign, ({ target }) => {
        this.#inHand = target.closest?.(".pane")?.dataset.seat ?? "";
        this.#read(this.#inHand);
      });
    }
    narrow.addEventListener("change", () => this.#lay());
    this.#lay();
  }

  /** On a phone, give a conversation that is under way the whole screen. */
  bring(seat) {
    if (!narrow.matches || seat !== this.#current) return;
    this.#people.scrollIntoView({ behavior: calm() ? "instant" : "smooth", block: "start" });
  }

  /** Something came in for a seat. */
  arrived(seat, count) {
    const pane = this.#pane(seat);
    const reading = narrow.matches ? this.#current : this.#inHand;
    if (reading === seat && !document.hidden) return;
    this.#unread.set(seat, (this.#unread.get(seat) ?? 0) + count);
    this.#badge(seat);
    // Taken off first, so that the pulse starts again for each arrival.
    pane.classList.remove("calling");
    requestAnimationFrame(() => pane.classList.add("calling"));
  }

  #pane(seat) {
    return document.getElementById(`pane-${seat}`);
  }

  #lay() {
    for (const pane of this.#people.children) {
      if (narrow.matches) pane.setAttribute("role", "tabpanel");
      else pane.removeAttribute("role");
    }
    this.#show(this.#current);
  }

  #show(seat) {
    this.#current = seat;
    for (const tab of this.#tabs) {
      const chosen = tab.dataset.seat === seat;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      this.#pane(tab.dataset.seat).hidden = narrow.matches && !chosen;
    }
    if (narrow.matches) this.#read(seat);
  }

  #walk(event, tab) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    const next = this.#tabs.at((this.#tabs.indexOf(tab) + way) % this.#tabs.length);
    this.#show(next.dataset.seat);
    next.focus();
    event.preventDefault();
  }

  #read(seat) {
    if (!this.#unread.delete(seat)) return;
    this.#pane(seat).classList.remove("calling");
    this.#badge(seat);
  }

  #badge(seat) {
    const count = this.#unread.get(seat) ?? 0;
    const holders = [this.#pane(seat), this.#tabs.find((tab) => tab.dataset.seat === seat)];
    for (const holder of holders) {
      const badge = holder.querySelector('[data-part="badge"]');
      badge.hidden = count === 0;
      badge.textContent = count;
      badge.setAttribute("aria-label", `${t.unread}: ${count}`);
    }
  }
}
