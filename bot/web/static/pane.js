// One person's conversation: history, live messages, taps, and what hasn't arrived yet.

import { Composer } from "./composer.js";
import { Feed } from "./feed.js";
import { preview } from "./files.js";
import { gather } from "./gather.js";
import { Messages } from "./messages.js";
import { Failure, get, uuid } from "./net.js";
import { Outbox } from "./outbox.js";
import { t } from "./page.js";
import { locate } from "./place.js";
import { Recorder, canRecord } from "./recorder.js";
import { Tray } from "./tray.js";

const NEAR_END_PX = 80;
const PRESSED_MS = 1_200;

/** What a button does: a verb as in "c.accept.7.2", or the step that it answers as in "s.5.send.yes". */
const verb = (data) => data.split(".")[data.startsWith("s.") ? 2 : 1] ?? "";

/**
 * Brings the markup of pane.html to life. It dispatches two events on its root: "arrived" (detail: the number of
 * new messages from others) and "acted", once the server took something (detail: "said" for words and files,
 * "tap VERB" or "place").
 */
export class Pane {
  #root;
  #seat;
  #messages;
  #outbox;
  #composer;
  #feed;
  #presses = new Map();
  #settled = new Set();
  #pinned = true;
  #top = 0;

  constructor(root) {
    this.#root = root;
    this.#seat = root.dataset.seat;
    this.#messages = new Messages(this.#part("log"), `/chat/${this.#seat}/files`, (...press) => this.#press(...press));
    this.#outbox = new Outbox(
      this.#seat,
      (entry) => this.#show(entry),
      ({ body, share }) => this.#messages.progress(body.id, share),
    );
    const tray = new Tray(
      this.#part("tray"),
      this.#part("tray-trouble"),
      () => this.#composer.fit(),
      () => this.focus(),
    );
    this.#composer = new Composer(this.#part("composer"), this.#seat, tray, (text, files) => this.say(text, files));
    gather(root, this.#part("attach"), this.#part("files"), (files) => {
      tray.add(files);
      // On a phone, focus would bring up the keyboard over what was chosen.
      if (matchMedia("(pointer: fine)").matches) this.focus();
    });
    if (canRecord()) this.#record(tray);
    this.#feed = new Feed(
      () => `/chat/${this.#seat}/events?after=${this.#messages.newest}`,
      {
        message: (message) => this.#receive([message]),
        // The short answer to a tap that brought no message.
        remark: ({ message, text }) => this.#messages.remark(this.#messages.item(message), text),
        file: (file) => this.#messages.redraw(file),
      },
      (online) => this.#online(online),
    );
    this.#part("earlier").addEventListener("click", () => this.#earlier());
    this.#part("newer").addEventListener("click", () => this.#toEnd(true));
    this.#part("scroller").addEventListener("scroll", () => this.#scrolled(), { passive: true });
    // A keyboard that slides in, or a tab that comes to the front, must not hide the newest message.
    new ResizeObserver(() => this.#pinned && this.#toEnd(false)).observe(this.#part("scroller"));
  }

  /** Load the newest messages, send what was left unsent, then listen, unless told not to. */
  async start(listen = true) {
    try {
      const { messages, earlier } = await get(`/chat/${this.#seat}/history`);
      this.#messages.append(messages);
      this.#part("earlier").hidden = !earlier;
      for (const message of messages) this.#settle(message.client);
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      this.#note(failure.message || t.historyFailed, () => this.start(listen));
      return;
    }
    // Only what comes from now on is read out.
    requestAnimationFrame(() => this.#part("log").setAttribute("aria-busy", "false"));
    for (const entry of this.#outbox.resume()) this.#deliver(entry);
    for (const caption of this.#outbox.captions()) this.#composer.restore(caption);
    this.#refresh();
    this.#toEnd(false);
    if (listen) this.#feed.open();
  }

  /** Look once what has come, without listening. A failure is left to the next look. */
  async glance() {
    try {
      const { messages } = await get(`/chat/${this.#seat}/history`);
      this.#receive(messages.filter(({ id }) => !this.#messages.item(id)));
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
    }
  }

  /** Send a text as this person; with files, it goes along with the first of them. */
  say(text, files = []) {
    if (files.length === 0) this.#deliver(this.#outbox.add({ text }));
    const album = files.length > 1 ? uuid() : "";
    for (const [at, file] of files.entries()) {
      const { name, seconds } = file;
      file.preview ??= preview(file);
      this.#deliver(this.#outbox.add({ caption: at === 0 ? text : "", name, seconds, album }, file));
    }
    this.#toEnd(false);
  }

  /** Stop listening for a while, or go on where it stopped. */
  close() {
    this.#feed.close();
  }

  open() {
    this.#feed.open();
  }

  focus() {
    this.#composer.focus();
  }

  #part(name) {
    return this.#root.querySelector(`[data-part="${name}"]`);
  }

  /** Offer to send a voice message. The recorder stands in the place of the box while it is used. */
  #record(tray) {
    const opener = this.#part("voice");
    const recorder = new Recorder(
      this.#part("recorder"),
      (file) => this.say("", [file]),
      (problem) => {
        tray.say(problem);
        opener.focus();
      },
    );
    opener.hidden = false;
    opener.addEventListener("click", () => recorder.start());
  }

  #receive(messages) {
    const follow = this.#pinned;
    const fresh = this.#messages.append(messages);
    for (const message of messages) {
      this.#settle(message.client);
      this.#messages.item(message.id).classList.add("new");
    }
    this.#refresh();
    if (follow) this.#toEnd(true);
    else if (fresh.length > 0) this.#part("newer").hidden = false;
    if (fresh.length > 0) this.#tell("arrived", fresh.length);
  }

  async #earlier() {
    const scroller = this.#part("scroller");
    const button = this.#part("earlier");
    button.disabled = true;
    try {
      const { messages, earlier } = await get(`/chat/${this.#seat}/history?before=${this.#messages.oldest}`);
      const below = scroller.scrollHeight - scroller.scrollTop;
      this.#messages.prepend(messages);
      button.hidden = !earlier;
      scroller.scrollTop = scroller.scrollHeight - below;
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      this.#note(failure.message || t.historyFailed);
    } finally {
      button.disabled = false;
    }
  }

  async #press(button, message, item, element) {
    element.classList.add("pressed");
    setTimeout(() => element.classList.remove("pressed"), PRESSED_MS);
    this.#messages.remark(item, "");
    if (button.kind === "place") {
      this.#messages.remark(item, t.placeFinding);
      const place = await locate();
      this.#messages.remark(item, place ? "" : t.placeRefused);
      if (place) this.#deliver(this.#outbox.add({ place }));
      else this.focus();
      this.#toEnd(false);
      return;
    }
    this.#deliver(this.#outbox.add({ tap: button.data, message: message.id }));
  }

  /** The connection is lost for a while, or it is there (again). */
  #online(online) {
    this.#part("offline").hidden = online;
    if (online) for (const entry of this.#outbox.retry()) this.#deliver(entry);
  }

  /** Follow an entry of the outbox to its end. */
  async #deliver(entry) {
    const { tap, place, text } = entry.body;
    // Whoever writes what stands on a button has tapped it; once it is sent, the button may be gone.
    const data = tap ?? this.#messages.labelled(text);
    if (await entry.sent) this.#tell("acted", data ? `tap ${verb(data)}` : place ? "place" : "said");
  }

  /** An entry of the outbox has changed its state. */
  #show(entry) {
    const { state, file, share, body: { id, text, caption, tap, message } } = entry;
    if (this.#settled.has(id)) return;
    const words = file ? caption : text;
    const again = [t.retry, () => this.#deliver(this.#outbox.again(entry))];
    const change = [file ? t.takeAway : t.edit, () => { this.#drop(id); if (words) this.#composer.restore(words); }];
    const offered = { failed: file ? [again, change] : [again], refused: [words === undefined ? again : change] };
    const actions = offered[state] ?? [];
    const note = { sending: t.sending, failed: entry.error || t.notSent, refused: entry.error }[state] ?? "";
    if (tap === undefined) this.#messages.pending({ id, text: words ?? t.placeSent, file, state, note, share }, actions);
    // Once it is sent, the answer may stand there already.
    else if (state !== "sent") this.#messages.remark(this.#messages.item(message), actions.length > 0 ? note : "", actions);
    this.#refresh();
    if (this.#pinned) this.#toEnd(false);
  }

  #settle(client) {
    if (!client) return;
    this.#settled.add(client);
    this.#drop(client);
  }

  #drop(id) {
    this.#outbox.drop(id);
    this.#messages.settle(id);
  }

  #note(text, retry) {
    this.#messages.remark(null, text, retry ? [[t.retry, (event) => { event.target.closest("li").remove(); retry(); }]] : []);
  }

  #refresh() {
    this.#part("empty").hidden = !this.#messages.empty;
    this.#root.classList.toggle("fresh", this.#messages.empty);
  }

  #scrolled() {
    const scroller = this.#part("scroller");
    if (scroller.clientHeight === 0) return;
    const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
    // On its way down, a smooth scroll is far from the end, too; only going up means that the person reads back.
    if (near) this.#pinned = true;
    else if (scroller.scrollTop < this.#top) this.#pinned = false;
    this.#top = scroller.scrollTop;
    if (near) this.#part("newer").hidden = true;
  }

  #toEnd(smooth) {
    const scroller = this.#part("scroller");
    this.#pinned = true;
    this.#part("newer").hidden = true;
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  #tell(name, detail) {
    this.#root.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
