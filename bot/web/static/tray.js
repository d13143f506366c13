// What has been chosen to be sent: small previews above the box, each with a way to take it away.

import { button, element, symbol } from "./dom.js";
import { kindOf, label, preview, sizeWords } from "./files.js";
import { t } from "./page.js";

const MOST = 10;

export class Tray {
  #list;
  #trouble;
  #changed;
  #chosen = [];

  /** `list` shows the previews, `trouble` says what could not be taken; `changed()` is called after every change. */
  constructor(list, trouble, changed) {
    this.#list = list;
    this.#trouble = trouble;
    this.#changed = changed;
  }

  get empty() {
    return this.#chosen.length === 0;
  }

  /** Add files of the browser. What is too large, or empty, is said at once and left out. */
  add(files) {
    const problems = [];
    for (const blob of files) {
      if (blob.size > t.largest) problems.push(`${blob.name} (${sizeWords(blob.size)}): ${t.fileLarge}`);
      else if (blob.size === 0) problems.push(`${blob.name}: ${t.fileEmpty}`);
      else if (this.#chosen.length === MOST) problems.push(t.filesMany);
      else this.#put({ blob, name: blob.name, kind: kindOf(blob.type), seconds: 0 });
    }
    this.say([...new Set(problems)].join("\n"));
    this.#draw();
  }

  /** Give everything that was chosen, and be empty. */
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
    item.append(preview(file), drop);
    this.#list.append(item);
    this.#chosen.push({ ...file, item });
  }

  #drop(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    this.#chosen = this.#chosen.filter((file) => file.item !== item);
    item.remove();
    this.say("");
    this.#draw();
    next?.querySelector(".drop").focus();
  }

  #draw() {
    this.#list.hidden = this.empty;
    this.#changed();
  }
}
