// What has been chosen to be sent: small previews above the box, each with a way to take it away.

import { button, element, symbol } from "./dom.js";
import { kindOf, label, preview, sizeWords } from "./files.js";
import { t } from "./page.js";

const MOST = 10;

export class Tray {
  #list;
  #trouble;
  #changed;
  #emptied;
  #chosen = [];

  /**
   * `list` shows the previews, `trouble` says what could not be taken; `changed()` is called after every change,
   * `emptied()` when the person has taken the last one away.
   */
  constructor(list, trouble, changed, emptied) {
    this.#list = list;
    this.#trouble = trouble;
    this.#changed = changed;
    this.#emptied = emptied;
  }

  get empty() {
    return this.#chosen.length === 0;
  }

  /** Add files of the browser. What is too large, or empty, is said at once and left out. */
  add(files) {
    const problems = [];
    for (const blob of files) {
      if (blob.size > t.largest) problems.push(`${blob.name}, ${sizeWords(blob.size)}\n${t.fileLarge}`);
      else if (blob.size === 0) problems.push(`${blob.name}\n${t.fileEmpty}`);
      else if (this.#chosen.length === MOST) problems.push(t.filesMany);
      else this.#put({ blob, name: blob.name, kind: kindOf(blob.type), seconds: 0 });
    }
    this.say([...new Set(problems)].join("\n"));
    this.#draw();
  }

  /** Give everything that was chosen, as {blob, kind, name, seconds, preview}, and be empty. */
  take() {
    const chosen = this.#chosen.map(({ item, ...file }) => file);
    this.#chosen = [];
    this.#list.replaceChildren();
    this.say("");
    this.#draw();
    return chosen;
  }

  /** Say what could not be taken; "" for nothing. */
  say(problem) {
    this.#trouble.textContent = problem;
    this.#trouble.hidden = !problem;
  }

  #put(file) {
    const item = element("li");
    const drop = button("drop", "", () => this.#drop(item));
    drop.setAttribute("aria-label", `${t.takeAway}: ${label(file)}`);
    drop.append(symbol("cross"));
    const shown = preview(file);
    item.append(shown, drop);
    this.#list.append(item);
    this.#chosen.push({ ...file, item, preview: shown });
  }

  #drop(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    this.#chosen = this.#chosen.filter((file) => file.item !== item);
    item.remove();
    this.say("");
    this.#draw();
    if (next) next.querySelector(".drop").focus();
    else this.#emptied();
  }

  #draw() {
    this.#list.hidden = this.empty;
    this.#changed();
  }
}
