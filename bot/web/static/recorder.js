// A voice message: tap to speak, tap when it's said, listen, then send it or throw it away.

import { clockWords } from "./files.js";
import { t } from "./page.js";

const LONGEST_SECONDS = 600;
const TICK_MS = 250;
const BITS_PER_SECOND = 32_000;

// What every phone plays comes first.
const TYPES = ["audio/mp4;codecs=mp4a.40.2", "audio/mp4", "audio/webm;codecs=opus", "audio/webm", "audio/ogg;codecs=opus"];

/** Whether this browser can record. Without https, none can. */
export const canRecord = () => isSecureContext && "MediaRecorder" in window && Boolean(navigator.mediaDevices?.getUserMedia);

/**
 * Brings the recorder of pane.html to life: `root` has the parts "voice-time", "voice-player", "voice-stop",
 * "voice-send" and "voice-discard". `spoken({blob, name, kind, seconds})` is called with what shall be sent,
 * `ended(problem)` whenever the recorder closes; "" where nothing is wrong.
 */
export class Recorder {
  #root;
  #spoken;
  #ended;
  #recorder = null;
  #asking = false;
  #chunks = [];
  #began = 0;
  #seconds = 0;
  #ticking = 0;
  #blob = null;

  constructor(root, spoken, ended) {
    this.#root = root;
    this.#spoken = spoken;
    this.#ended = ended;
    this.#part("stop").addEventListener("click", () => this.#recorder?.stop());
    this.#part("send").addEventListener("click", () => this.#send());
    this.#part("discard").addEventListener("click", () => this.#close());
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.#close());
  }

  /** Ask for the microphone, and record. */
  async start() {
    if (this.#asking || this.#recorder) return;
    this.#asking = true;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.#ended(t.voiceRefused);
      return;
    } finally {
      this.#asking = false;
    }
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.#recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    this.#chunks = [];
    this.#recorder.addEventListener("dataavailable", ({ data }) => this.#chunks.push(data));
    // Also where a call comes in and takes the microphone: what was said so far is kept.
    this.#recorder.addEventListener("stop", () => this.#said());
    this.#recorder.start();
    this.#began = performance.now();
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    this.#root.hidden = false;
    this.#root.classList.add("recording");
    this.#show(this.#part("stop"), true);
    this.#tick();
  }

  #part(name) {
    return this.#root.querySelector(`[data-part="voice-${name}"]`);
  }

  #tick() {
    this.#seconds = (performance.now() - this.#began) / 1000;
    this.#part("time").textContent = clockWords(this.#seconds);
    if (this.#seconds >= LONGEST_SECONDS) this.#recorder.stop();
  }

  /** The recording has come to its end. */
  #said() {
    if (!this.#recorder) return;
    this.#tick();
    const type = this.#recorder.mimeType;
    this.#release();
    this.#blob = new Blob(this.#chunks, { type });
    this.#part("player").src = URL.createObjectURL(this.#blob);
    this.#show(this.#part("send"), false);
  }

  #send() {
    const seconds = Math.max(1, Math.round(this.#seconds));
    const blob = this.#blob;
    this.#close();
    this.#spoken({ blob, name: "", kind: "voice", seconds });
  }

  #close() {
    const recorder = this.#recorder;
    this.#release();
    if (recorder?.state === "recording") recorder.stop();
    URL.revokeObjectURL(this.#part("player").src);
    this.#part("player").removeAttribute("src");
    this.#blob = null;
    this.#root.hidden = true;
    this.#ended("");
  }

  /** Let go of the microphone. */
  #release() {
    clearInterval(this.#ticking);
    for (const track of this.#recorder?.stream.getTracks() ?? []) track.stop();
    this.#recorder = null;
    this.#root.classList.remove("recording");
  }

  /** Show what belongs to this state, and put the focus on what comes next. */
  #show(next, recording) {
    this.#part("stop").hidden = !recording;
    this.#part("send").hidden = recording;
    this.#part("player").hidden = recording;
    next.focus();
  }
}
