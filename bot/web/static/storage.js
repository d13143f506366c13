// Session storage that never throws: some browsers forbid it, and then memory has to do until the page closes.

const memory = new Map();

/** The value kept under a key, or `otherwise`. */
export function recall(key, otherwise) {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return memory.has(key) ? memory.get(key) : otherwise;
  }
}

/** Keep a value that JSON can carry. */
export function keep(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    memory.set(key, value);
  }
}

/** Forget a key. */
export function forget(key) {
  memory.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept there in the first place.
  }
}

/** Forget everything. */
export function forgetAll() {
  memory.clear();
  try {
    sessionStorage.clear();
  } catch {
    // As above.
  }
}
