// The box to write in: grows with the text, keeps a draft, sends on Enter, with the files that were chosen.

import { forget, keep, recall } from "./storage.js";

export class Composer {
  #form;
  #box;
  #key;
  #tray;

  /** `said(text, files)` is called with what the person sends, the files being those of the tray. */
  constructor(form, seat, tray, said) {
    this.#form = form;
    this.#tray = tray;
    this.#box = form.querySelector("textarea");
    this.#key = `doorstep:${seat}:draft`;
    this.#box.value = recall(this.#key, "");
    this.#box.addEventListener("input", () => this.#changed());
    this.#box.addEventListener("keydown", (event) => {
      // While a Chinese input method is open, Enter picks a word (229 is how older Safari says so).
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.#box.value.trim();
      this.#box.focus();
      if (!text && tray.empty) return;
      this.#set("");
      said(text, tray.take());
    });
    this.fit();
  }

  /** Give a text back to be changed, before whatever has been written meanwhile. */
  restore(text) {
    const draft = this.#box.value;
    this.#set(draft ? `${text}\n${draft}` : text);
    this.focus();
  }

  focus() {
    this.#box.focus();
  }

  #set(text) {
    this.#box.value = text;
    this.#changed();
  }

  #changed() {
    if (this.#box.value) keep(this.#key, this.#box.value);
    else forget(this.#key);
    this.fit();
  }

  /** As tall as its text; the style sheet sets the most. Called, too, when the tray has changed. */
  fit() {
    this.#form.classList.toggle("ready", this.#box.value.trim() !== "" || !this.#tray.empty);
    if (CSS.supports("field-sizing", "content")) return;
    this.#box.style.height = "auto";
    this.#box.style.height = `${this.#box.scrollHeight}px`;
  }
}
