// The list of messages: draws them, keeps them in order, puts an edited card in the place of the old one.

import { button, element } from "./dom.js";
import { draw, label } from "./files.js";
import { t } from "./page.js";
import * as times from "./times.js";

// Buttons side by side have to fit a narrow phone: about fifteen Chinese characters in a row, padding included.
const ROW_UNITS = 30;
const BUTTON_UNITS = 3;

/** Width of a label, a Chinese character counting two. */
const units = (words) => Array.from(words).reduce((sum, char) => sum + (char > "\u2e80" ? 2 : 1), BUTTON_UNITS);

/** The text in pieces, with case numbers such as 261122-4827351 kept on one line, and no line begun by a dot. */
const unbroken = (text) =>
  text
    .replaceAll(" · ", "\u00a0· ")
    .split(/(\d+(?:-\d+)+)/)
    .map((piece, at) => (at % 2 ? element("span", "number", piece) : piece));

/** A message's frame with its words; `shown` is the drawing of its file, `called` what that is. */
function bubble(mine, text, shown = undefined, called = "") {
  const item = element("li", mine ? "message mine" : "message");
  const box = element("div", "bubble");
  const speaker = element("span", "sr", `${mine ? t.you : t.bot}: ${called} `);
  if (shown) box.append(speaker, shown);
  if (text || !shown) {
    const words = element("p", "text");
    words.append(...(shown ? [] : [speaker]), ...unbroken(text));
    words.dir = "auto";
    box.append(words);
  }
  item.append(box);
  return item;
}

export class Messages {
  #list;
  #files;
  #tapped;
  #items = new Map();

  /** The lowest and the highest message id that came from the server; 0 before there is any. */
  oldest = 0;
  newest = 0;

  /** `files` is where files lie; `tapped(button, message, element)` hears when a message's button is pressed. */
  constructor(list, files, tapped) {
    this.#list = list;
    this.#files = files;
    this.#tapped = tapped;
  }

  /** The drawing of a message, or undefined. */
  item(id) {
    return this.#items.get(id);
  }

  /** What the newest button does that is labelled so, or undefined. */
  labelled(words) {
    return Array.from(this.#list.querySelectorAll("button.tap")).reverse().find((each) => each.textContent === words)?.value;
  }

  get empty() {
    return this.#list.querySelector("li") === null;
  }

  /** Put a page of older messages on top. */
  prepend(messages) {
    const first = this.#list.firstChild;
    for (const message of messages) this.#place(message, (item) => this.#list.insertBefore(item, first));
    this.#separate();
  }

  /** Add messages at the end, before whatever hasn't been confirmed yet. Gives those that are new to the person. */
  append(messages) {
    const fresh = messages.filter((message) => {
      this.settle(message.client);
      return this.#place(message, (item) => {
        const waiting = this.#list.querySelector("li.waiting");
        this.#list.insertBefore(item, waiting);
      });
    });
    this.#separate();
    return fresh;
  }

  /**
   * Show a message that the server hasn't confirmed: {id, text, file, state, note, share}; `actions` are
   * [label, function] pairs to offer.
   */
  pending({ id, text, file, state, note, share }, actions) {
    const item = bubble(true, text, file?.preview, file && label(file));
    item.classList.add("waiting", state);
    item.dataset.client = id;
    const meta = element("p", "meta");
    if (file && state === "sending") {
      const bar = element("progress");
      bar.value = share;
      bar.setAttribute("aria-label", note);
      meta.append(bar);
    }
    meta.append(element("span", "note", note));
    meta.append(...actions.map(([words, act]) => button("retry", words, act)));
    item.append(meta);
    const shown = this.#waiting(id);
    if (shown) shown.replaceWith(item);
    else this.#list.append(item);
  }

  /** Show how much of a message's file is on its way. */
  progress(id, share) {
    const bar = this.#waiting(id)?.querySelector("progress");
    if (bar) bar.value = share;
  }

  /** A file that was on its way has come, or is known to be lost. */
  redraw(file) {
    for (const shown of this.#list.querySelectorAll(`li[data-id] [data-file="${file.id}"][data-state="wanted"]`)) {
      shown.replaceWith(draw(file, this.#address(file)));
    }
  }

  /** Take the unconfirmed message with this id away. */
  settle(id) {
    if (id) this.#waiting(id)?.remove();
  }

  /** Say something about a message that concerns only this page: below it, or at the end when there is none. */
  remark(item, text, actions = []) {
    item?.querySelector(".remark")?.remove();
    if (!text) return;
    const line = element(item ? "div" : "li", "remark");
    line.append(element("span", "", text));
    line.append(...actions.map(([words, act]) => button("retry", words, act)));
    (item ?? this.#list).append(line);
  }

  #address(file) {
    return `${this.#files}/${file.id}`;
  }

  #waiting(id) {
    return this.#list.querySelector(`li.waiting[data-client="${CSS.escape(id)}"]`);
  }

  /** Gives true where the person should be told that something came. */
  #place(message, insert) {
    if (this.#items.has(message.id)) return false;
    const item = this.#draw(message);
    this.#items.set(message.id, item);
    this.oldest = Math.min(this.oldest || message.id, message.id);
    this.newest = Math.max(this.newest, message.id);
    const old = message.replaces === null ? undefined : this.#items.get(message.replaces);
    // A later page of history may bring the card that this one replaced: it must not come up again.
    if (message.replaces !== null) this.#items.set(message.replaces, item);
    if (!old) {
      insert(item);
      return !message.mine;
    }
    item.dataset.day = old.dataset.day;
    item.dataset.first = old.dataset.first;
    item.classList.add("changed");
    const at = new Date(message.at);
    const when = times.dayKey(at) === item.dataset.day ? times.hour(at) : `${times.shortDate(at)} ${times.hour(at)}`;
    item.querySelector("time").textContent = `${when} ${t.changed}`;
    // Older names of the same card lead to the newest drawing.
    for (const [id, drawn] of this.#items) if (drawn === old) this.#items.set(id, item);
    const focused = old.contains(document.activeElement);
    old.replaceWith(item);
    if (focused) this.#focus(item);
    return false;
  }

  /** Whoever works by keyboard stays at the card that changed under their hands. */
  #focus(item) {
    const first = item.querySelector("button");
    if (!first) item.tabIndex = -1;
    (first ?? item).focus({ preventScroll: true });
  }

  #draw(message) {
    const { mine, text, file } = message;
    const item = file ? bubble(mine, text, draw(file, this.#address(file)), label(file)) : bubble(mine, text);
    item.dataset.id = message.id;
    const at = new Date(message.at);
    item.dataset.day = times.dayKey(at);
    item.dataset.first = message.at;
    const rows = message.buttons.filter((row) => row.length > 0);
    if (rows.length > 0) {
      const buttons = element("div", "buttons");
      for (const row of rows) buttons.append(this.#row(row, message, item));
      item.firstChild.append(buttons);
    }
    const meta = element("p", "meta");
    const time = element("time", "", times.hour(at));
    time.dateTime = message.at;
    meta.append(time);
    item.append(meta);
    return item;
  }

  #row(row, message, item) {
    const line = element("div", "row");
    const widest = Math.max(...row.map((each) => units(each.label)));
    if (widest * row.length > ROW_UNITS) line.classList.add("stacked");
    for (const each of row) {
      const made = button("tap", "", () => this.#tapped(each, message, item, made));
      made.value = each.data;
      made.append(element("span", "", each.label));
      line.append(made);
    }
    return line;
  }

  /** Redraw the lines between days. */
  #separate() {
    for (const line of this.#list.querySelectorAll("li.day")) line.remove();
    let day = "";
    const items = this.#list.querySelectorAll("li[data-id]");
    const newest = items.length > 0 ? new Date(items[items.length - 1].dataset.first) : new Date();
    for (const item of items) {
      if (item.dataset.day === day) continue;
      day = item.dataset.day;
      const line = element("li", "day");
      line.append(element("span", "", times.longDay(new Date(item.dataset.first), newest)));
      item.before(line);
    }
  }
}
