// What hover or focus has shown goes with Escape, and comes back when the pointer or the focus moves on.
document.addEventListener("keydown", event => {
  if (event.key === "Escape") document.body.classList.add("quieted");
});
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, event => {
    if (!event.target.closest?.(".tip")) document.body?.classList.remove("quieted");
  });
}
