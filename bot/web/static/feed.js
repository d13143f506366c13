// Server-sent events that come back by themselves.

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const SAY_LOST_AFTER_MS = 4_000;

/**
 * One stream of events. `address()` gives where to go on from, `events` maps event names to functions of the
 * parsed data, `online(bool)` hears when the connection is lost for a while and when it is back.
 */
export class Feed {
  #address;
  #events;
  #online;
  #source = null;
  #wait = FIRST_WAIT_MS;
  #retry = 0;
  #alarm = 0;

  constructor(address, events, online = () => {}) {
    this.#address = address;
    this.#events = events;
    this.#online = online;
    addEventListener("online", () => this.#source && this.open());
    addEventListener("pagehide", () => this.close());
    addEventListener("pageshow", (event) => event.persisted && this.open());
  }

  /** Connect, or connect afresh. */
  open() {
    this.close();
    const source = new EventSource(this.#address());
    this.#source = source;
    source.onopen = () => {
      this.#wait = FIRST_WAIT_MS;
      clearTimeout(this.#alarm);
      this.#alarm = 0;
      this.#online(true);
    };
    source.onerror = () => {
      this.#alarm ||= setTimeout(() => this.#online(false), SAY_LOST_AFTER_MS);
      // The browser reconnects after a broken line, but gives up for good after an error status.
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(this.#retry);
        this.#retry = setTimeout(() => this.open(), this.#wait);
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
      }
    };
    for (const [name, heard] of Object.entries(this.#events)) {
      source.addEventListener(name, (event) => heard(JSON.parse(event.data)));
    }
  }

  /** Disconnect until `open` is called. */
  close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }
}
