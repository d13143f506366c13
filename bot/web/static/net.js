// Requests to the server that gave us this page.

import { t } from "./page.js";

const PATIENCE_MS = 20_000;

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
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const passing = response.status >= 500 || response.status === 408 || response.status === 429;
  throw new Failure(body.error ?? (passing ? "" : t.failed), !passing);
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

/** A random UUID, version 4; crypto.randomUUID exists only under https. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
