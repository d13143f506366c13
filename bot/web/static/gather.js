// The ways in which files come to the tray: the button, pasting, dragging.

const holdsFiles = (transfer) => transfer?.types.includes("Files") ?? false;

/** Let a button and its input choose files, and take what is pasted or dropped on `root`; `taken(files)` hears of all. */
export function gather(root, opener, input, taken) {
  opener.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    taken([...input.files]);
    // So that the same file can be chosen again.
    input.value = "";
  });
  root.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    // Office programs put a picture beside the words that were copied: then the words are meant.
    if (!holdsFiles(data) || data.types.includes("text/plain")) return;
    event.preventDefault();
    taken([...data.files]);
  });
  root.addEventListener("dragover", (event) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    root.classList.add("dropping");
  });
  root.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!root.contains(relatedTarget)) root.classList.remove("dropping");
  });
  root.addEventListener("drop", (event) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    root.classList.remove("dropping");
    taken([...event.dataTransfer.files]);
  });
}

// A file that misses its place must not take the page's.
for (const sign of ["dragover", "drop"]) {
  addEventListener(sign, (event) => holdsFiles(event.dataTransfer) && event.preventDefault());
}
