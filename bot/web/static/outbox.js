// What the person sent and the server hasn't confirmed. It outlives a reload, so nothing typed gets lost; the id
// given at the first try goes with every repeat, so nothing arrives twice.

import { Failure, post, uuid } from "./net.js";
import { keep, recall } from "./storage.js";

/**
 * Entries are {body, state, error, sent}: `body` is what is posted (id, and text, tap or place); `state` is one of
 * "sending", "sent", "failed" (worth repeating), "refused" (the server won't have it as it is); `sent` is a promise
 * of whether the newest try was taken.
 */
export class Outbox {
  #path;
  #key;
  #changed;
  #entries = [];
  #last = Promise.resolve();

  /** `changed(entry)` is called whenever an entry has changed its state. */
  constructor(seat, changed) {
    this.#path = `/chat/${seat}/send`;
    this.#key = `doorstep:${seat}:outbox`;
    this.#changed = changed;
    this.#entries = recall(this.#key, []).map((body) => ({ body, state: "left" }));
    addEventListener("online", () => {
      for (const entry of this.#entries) if (entry.state === "failed") this.again(entry);
    });
  }

  /** Send what an earlier visit left behind and wasn't dropped since; gives the entries, oldest first. */
  resume() {
    return this.#entries.map((entry) => this.again(entry));
  }

  /** Send something new; gives its entry. */
  add(content) {
    const entry = { body: { id: uuid(), ...content } };
    this.#entries.push(entry);
    this.#save();
    return this.again(entry);
  }

  /** Send an entry, again if need be, after those before it; gives the entry. */
  again(entry) {
    this.#mark(entry, "sending");
    entry.sent = this.#last.then(() => this.#post(entry));
    this.#last = entry.sent;
    return entry;
  }

  /** Forget an entry: it has come back as a message, or the person took it back to change it. */
  drop(id) {
    this.#entries = this.#entries.filter((entry) => entry.body.id !== id);
    this.#save();
  }

  async #post(entry) {
    try {
      await post(this.#path, entry.body);
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      this.#mark(entry, failure.final ? "refused" : "failed", failure.message);
      return false;
    }
    this.drop(entry.body.id);
    this.#mark(entry, "sent");
    return true;
  }

  #mark(entry, state, error = "") {
    entry.state = state;
    entry.error = error;
    this.#changed(entry);
  }

  #save() {
    keep(this.#key, this.#entries.map((entry) => entry.body));
  }
}
