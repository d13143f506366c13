// Files as people see them: a picture, something to listen to or to watch, or a line with name and size.

import { element, symbol } from "./dom.js";
import { t } from "./page.js";
import { view } from "./viewer.js";

const KIB = 1024;
/** Pixels of a preview's longer side; twice what is shown, for sharp screens. */
const PREVIEW_PX = 480;

/** Bytes of a sound that comes with the page, so that its player shows how long it is. */
const SMALL_SOUND = 256 * KIB;

const NAMES = { photo: t.photo, voice: t.voiceMessage, video: t.video, document: t.document };

/** A count of bytes in words: "340 KB", "2.4 MB". */
export function sizeWords(bytes) {
  if (bytes < KIB * KIB) return `${Math.max(1, Math.round(bytes / KIB))} KB`;
  const mib = bytes / KIB / KIB;
  return `${mib < 10 ? mib.toFixed(1) : Math.round(mib)} MB`;
}

/** Seconds as a clock shows them: "0:07". */
export const clockWords = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** The kind of a file that was chosen, as far as the browser can tell: it only shows the preview. */
export function kindOf(type) {
  const kind = { image: "photo", audio: "voice", video: "video" }[type.split("/")[0]] ?? "document";
  return type === "image/svg+xml" ? "document" : kind;
}

/** Draw a file of the conversation, which lies at `address`: {id, kind, name, size, seconds, state}. */
export function draw(file, address) {
  const box = element("div", `file ${file.kind}`);
  box.dataset.file = file.id;
  box.dataset.state = file.state;
  const absent = { lost: t.fileLost, gone: t.fileGone, wanted: t.fileComing };
  if (file.state !== "kept") box.append(line(file, absent[file.state]));
  else box.append(...(DRAWN[file.kind] ?? attachment)(file, address, box));
  return box;
}

/** Draw a file that was chosen and has not been sent: {blob, kind, name, seconds}. */
export function preview(file) {
  const box = element("div", `file ${file.kind}`);
  const named = line({ ...file, size: file.blob.size });
  box.append(named);
  if (file.kind === "photo") {
    box.classList.add("drawing");
    thumbnail(file.blob)
      .then((canvas) => {
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", label(file));
        named.replaceWith(canvas);
      }, () => {}) // What this browser can't show keeps its line.
      .finally(() => box.classList.remove("drawing"));
  }
  return box;
}

/** What a file is called where nothing shows it. */
export const label = (file) => [NAMES[file.kind], file.name].filter(Boolean).join(" ");

const DRAWN = {
  photo(file, address, box) {
    const link = element("a");
    link.href = address;
    link.target = "_blank";
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      view(file, address);
    });
    const image = element("img");
    image.loading = "lazy";
    image.alt = label(file);
    image.src = `${address}?small=1`;
    orElse(image, file, address, box);
    link.append(image);
    return [link];
  },

  voice(file, address, box) {
    const sound = play(element("audio"), file, address, box);
    // Nothing but the button, the time and the line: that is all there's room for on a phone.
    sound.controlsList = "nodownload noplaybackrate";
    if (file.size <= SMALL_SOUND) sound.preload = "metadata";
    const length = element("span", "length", file.seconds ? clockWords(file.seconds) : "");
    sound.addEventListener("loadedmetadata", () => { length.hidden = Number.isFinite(sound.duration); });
    return [sound, length];
  },

  video(file, address, box) {
    const film = play(element("video"), file, address, box);
    film.playsInline = true;
    const length = [file.seconds && clockWords(file.seconds), sizeWords(file.size)].filter(Boolean).join(" · ");
    return [film, element("span", "length", length)];
  },
};

/** What can be played holds one of the few connections that a browser has for a server: only once it is asked for. */
function play(player, file, address, box) {
  player.setAttribute("aria-label", label(file));
  player.controls = true;
  player.preload = "none";
  player.src = address;
  orElse(player, file, address, box);
  return player;
}

/** Where the browser can't show it, the file can still be saved. */
function orElse(shown, file, address, box) {
  shown.addEventListener("error", () => box.replaceChildren(...attachment(file, address)), { once: true });
}

function attachment(file, address) {
  const link = element("a", "attachment");
  link.href = address;
  link.download = file.name;
  link.append(line(file));
  return [link];
}

/** A drawing, the name, and beside it the size, or what else there is to say. */
function line(file, note = "") {
  const shown = element("span", "line");
  const words = element("span", "words");
  words.append(element("bdi", "name", file.name || NAMES[file.kind]));
  const length = file.seconds ? clockWords(file.seconds) : file.size ? sizeWords(file.size) : "";
  words.append(element("span", "size", note || length));
  shown.append(symbol(file.kind), words);
  return shown;
}

/** A small picture of a picture. No address is made of it, so nothing has to be allowed or given back. */
async function thumbnail(blob) {
  const whole = await createImageBitmap(blob);
  const scale = Math.min(1, PREVIEW_PX / Math.max(whole.width, whole.height));
  const canvas = element("canvas");
  canvas.width = Math.max(1, Math.round(whole.width * scale));
  canvas.height = Math.max(1, Math.round(whole.height * scale));
  canvas.getContext("2d").drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  return canvas;
}
