// Requests to the server that gave us this page.

import { t } from "./page.js";

const PATIENCE_MS = 20_000;
/** How long an upload may stand still. */
const STALLED_MS = 45_000;

/** A request that failed. `final` means that repeating it would fail again; `message` is for the person. */
export class Failure extends Error {
  constructor(message, final) {
    super(message);
    this.final = final;
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new Failure("", false);
  }
  // A broken or foreign answer (a proxy's page, say) has no text that we could show.
  return judged(response.status, await response.json().catch(() => ({})));
}

/** The body of an answer. Raises Failure where its status says so. */
function judged(status, body) {
  if (status >= 200 && status < 300) return body;
  const passing = status >= 500 || status === 408 || status === 429;
  throw new Failure(body?.error ?? (passing ? "" : t.failed), !passing);
}

/** GET JSON. Raises Failure. */
export const get = (path) => ask(path, { headers: { Accept: "application/json" } });

/** POST JSON, answered by JSON. Raises Failure. */
export const post = (path, data) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Doorstep": "1" },
    body: JSON.stringify(data),
  });

/**
 * POST a file: a line of JSON about it, then its bytes. Answered by JSON. `progressed(share)` hears how much of it is
 * on its way, from 0 to 1. Raises Failure. (fetch can't tell how far it is.)
 */
export function upload(path, about, blob, progressed) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Failure("", false));
    let watch = 0;
    const moves = () => {
      clearTimeout(watch);
      watch = setTimeout(() => request.abort(), STALLED_MS);
    };
    request.open("POST", path);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Doorstep", "1");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      moves();
      progressed(loaded / total);
    });
    request.addEventListener("load", () => {
      try {
        resolve(judged(request.status, request.response));
      } catch (failure) {
        reject(failure);
      }
    });
    request.addEventListener("error", fail);
    request.addEventListener("abort", fail);
    request.addEventListener("loadend", () => clearTimeout(watch));
    moves();
    request.send(new Blob([JSON.stringify(about), "\n", blob]));
  });
}

/** A random UUID, version 4; crypto.randomUUID exists only under https. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
