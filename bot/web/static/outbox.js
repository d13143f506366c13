// What the person sent and the server hasn't confirmed. It outlives a reload, so nothing typed gets lost; the id
// given at the first try goes with every repeat, so nothing arrives twice. Files last as long as the page: the
// browser keeps none for us.

import { Failure, post, upload, uuid } from "./net.js";
import { keep, recall } from "./storage.js";

/**
 * Entries are {body, file, share, state, error, sent}: `body` is what is posted (id, and text, tap or place; or what
 * there is to say about a `file`: caption, name, seconds, album); `share` is how much of the file is on its way;
 * `state` is one of "sending", "sent", "failed" (worth repeating), "refused" (the server won't have it as it is);
 * `sent` is a promise of whether the newest try was taken.
 */
export class Outbox {
  #path;
  #key;
  #changed;
  #progressed;
  #entries = [];
  #words = Promise.resolve();
  #files = Promise.resolve();

  /** `changed(entry)` is called whenever an entry has changed its state, `progressed(entry)` while a file is sent. */
  constructor(seat, changed, progressed) {
    this.#path = `/chat/${seat}`;
    this.#key = `doorstep:${seat}:outbox`;
    this.#changed = changed;
    this.#progressed = progressed;
    this.#entries = recall(this.#key, []).map((body) => ({ body, state: "left" }));
    addEventListener("beforeunload", (event) => {
      if (this.#entries.some((entry) => entry.file)) event.preventDefault();
    });
  }

  /** Send what an earlier visit left behind and wasn't dropped since; gives the entries, oldest first. */
  resume() {
    return this.#entries.filter(({ body }) => body.caption === undefined).map((entry) => this.again(entry));
  }

  /** Send what has not got through, now that the connection is back; gives the entries, oldest first. */
  retry() {
    return this.#entries.filter(({ state }) => state === "failed").map((entry) => this.again(entry));
  }

  /** Give the words that were to go with files which an earlier visit has taken with it, and forget them. */
  captions() {
    const left = this.#entries.filter((entry) => entry.body.caption !== undefined && !entry.file);
    for (const { body } of left) this.drop(body.id);
    return left.map(({ body }) => body.caption).filter(Boolean);
  }

  /** Send something new; gives its entry. */
  add(content, file = undefined) {
    const entry = { body: { id: uuid(), ...content }, file, share: 0 };
    this.#entries.push(entry);
    this.#save();
    return this.again(entry);
  }

  /**
   * Send an entry, again if need be, after those before it; gives the entry. Words and taps don't wait for files: a
   * cry for help must not stand behind a video.
   */
  again(entry) {
    entry.share = 0;
    this.#mark(entry, "sending");
    const before = entry.file ? Promise.all([this.#files, this.#words]) : this.#words;
    entry.sent = before.then(() => this.#post(entry));
    if (entry.file) this.#files = entry.sent;
    else this.#words = entry.sent;
    return entry;
  }

  /** Forget an entry: it has come back as a message, or the person took it back to change it. */
  drop(id) {
    this.#entries = this.#entries.filter((entry) => entry.body.id !== id);
    this.#save();
  }

  async #post(entry) {
    // Taken away while it waited for its turn.
    if (!this.#entries.includes(entry)) return false;
    try {
      if (entry.file) await upload(`${this.#path}/files`, entry.body, entry.file.blob, (share) => this.#progress(entry, share));
      else await post(`${this.#path}/send`, entry.body);
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      this.#mark(entry, failure.final ? "refused" : "failed", failure.message);
      return false;
    }
    this.drop(entry.body.id);
    this.#mark(entry, "sent");
    return true;
  }

  #progress(entry, share) {
    entry.share = share;
    this.#progressed(entry);
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
