// Sheets side by side where there's room, else one at a time behind tabs; on each the conversation of one of its
// seats, chosen by its chairs; and the counts of unread messages.

import { calm, t } from "./page.js";
import { keep, recall } from "./storage.js";

const narrow = matchMedia("(max-width: 859.98px)");
const KEY = "doorstep:front";

const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

export class People {
  #people = document.getElementById("people");
  #tabs = all("#tabs [role=tab]");
  #chairs = all(".chairs [role=tab]");
  #current = "resident";
  #inHand = "";
  #unread = new Map();
  #turned;

  /** `turned(seat, shown)` hears when a seat's conversation comes to the front of its sheet, or goes. */
  constructor(turned) {
    this.#turned = turned;
    this.#walks(this.#tabs, (tab) => this.#show(tab.dataset.sheet));
    for (const list of all(".chairs")) this.#walks(all("[role=tab]", list), (chair) => this.#turn(chair.dataset.seat));
    // On a wide screen every sheet can be seen; taking it in hand is what counts as reading.
    for (const sign of ["pointerdown", "focusin"]) {
      document.addEventListener(sign, ({ target }) => {
        this.#inHand = target.closest?.(".pane")?.dataset.seat ?? "";
        this.#read(this.#inHand);
      });
    }
    for (const seat of recall(KEY, [])) this.#turn(seat);
    for (const chair of this.#chairs) chair.tabIndex = this.shown(chair.dataset.seat) ? 0 : -1;
    narrow.addEventListener("change", () => this.#lay());
    this.#lay();
  }

  /** Whether a seat lies on top of its sheet. */
  shown(seat) {
    return this.#chair(seat).getAttribute("aria-selected") === "true";
  }

  /** On a phone, give a conversation that is under way the whole screen. */
  bring(seat) {
    if (!narrow.matches || this.#sheet(seat) !== this.#current) return;
    this.#people.scrollIntoView({ behavior: calm() ? "instant" : "smooth", block: "start" });
  }

  /** Something came in for a seat. */
  arrived(seat, count) {
    const reading = narrow.matches ? this.#sheet(seat) === this.#current && this.shown(seat) : this.#inHand === seat;
    if (reading && !document.hidden) return;
    this.#unread.set(seat, (this.#unread.get(seat) ?? 0) + count);
    this.#badge(seat);
    // Taken off first, so that the pulse starts again for each arrival.
    const sheet = document.getElementById(`sheet-${this.#sheet(seat)}`);
    sheet.classList.remove("calling");
    requestAnimationFrame(() => sheet.classList.add("calling"));
  }

  #chair(seat) {
    return document.getElementById(`chair-${seat}`);
  }

  #sheet(seat) {
    return this.#chair(seat).closest(".sheet").dataset.sheet;
  }

  #front(sheet) {
    return this.#chairs.find((chair) => chair.closest(".sheet").dataset.sheet === sheet && this.shown(chair.dataset.seat));
  }

  #lay() {
    for (const sheet of this.#people.children) {
      if (narrow.matches) sheet.setAttribute("role", "tabpanel");
      else sheet.removeAttribute("role");
      sheet.setAttribute("aria-labelledby", `tab-${sheet.dataset.sheet}`);
    }
    this.#show(this.#current);
  }

  /** Let a sheet be the one that a phone shows. */
  #show(name) {
    this.#current = name;
    for (const tab of this.#tabs) {
      const { sheet } = tab.dataset;
      const chosen = sheet === name;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      tab.querySelector('[data-part="title"]').textContent = this.#front(sheet).querySelector('[data-part="title"]').textContent;
      document.getElementById(`sheet-${sheet}`).hidden = narrow.matches && !chosen;
    }
    if (narrow.matches) this.#read(this.#front(name).dataset.seat);
  }

  /** Let a seat's conversation lie on top of its sheet. */
  #turn(seat) {
    const chair = this.#chair(seat);
    if (!chair || this.shown(seat)) return;
    for (const each of all("[role=tab]", chair.parentElement)) {
      const chosen = each === chair;
      each.setAttribute("aria-selected", String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      document.getElementById(`pane-${each.dataset.seat}`).hidden = !chosen;
      this.#turned(each.dataset.seat, chosen);
    }
    keep(KEY, this.#chairs.map((each) => each.dataset.seat).filter((each) => this.shown(each)));
    this.#inHand = seat;
    this.#read(seat);
    this.#show(this.#current);
  }

  /** A list of tabs: a click chooses one, the arrows walk through them, as do Home and End. */
  #walks(tabs, choose) {
    for (const tab of tabs) {
      tab.addEventListener("click", () => choose(tab));
      tab.addEventListener("keydown", (event) => {
        const at = tabs.indexOf(tab);
        const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
        if (to === undefined) return;
        choose(tabs.at(to));
        tabs.at(to).focus();
        event.preventDefault();
      });
    }
  }

  #read(seat) {
    if (!this.#unread.delete(seat)) return;
    document.getElementById(`sheet-${this.#sheet(seat)}`).classList.remove("calling");
    this.#badge(seat);
  }

  #badge(seat) {
    const sheet = this.#sheet(seat);
    const count = (each) => this.#unread.get(each) ?? 0;
    const together = this.#chairs.filter((each) => each.closest(".sheet").dataset.sheet === sheet);
    const sum = together.reduce((all, each) => all + count(each.dataset.seat), 0);
    for (const [holder, number] of [[this.#chair(seat), count(seat)], [document.getElementById(`tab-${sheet}`), sum]]) {
      const badge = holder.querySelector('[data-part="badge"]');
      badge.hidden = number === 0;
      badge.textContent = number;
      badge.setAttribute("aria-label", `${t.unread}: ${number}`);
    }
  }
}
