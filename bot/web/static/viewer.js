// One picture on the whole screen. The dialog closes by its button, by Escape, and by a phone's way back.

import { button, element } from "./dom.js";
import { t } from "./page.js";

/** Show the picture at `address`. */
export function view(file, address) {
  const dialog = element("dialog", "viewer");
  dialog.setAttribute("aria-label", t.photo);
  const image = element("img");
  image.alt = [t.photo, file.name].filter(Boolean).join(" ");
  image.src = address;
  const save = element("a", "", t.save);
  save.href = address;
  save.download = file.name;
  const bar = element("div", "bar");
  bar.append(save, button("", t.close, () => dialog.close()));
  dialog.append(image, bar);
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  bar.lastChild.focus();
}
