// [data-announce]: what a list says after it changed in place is read out, by [data-announced] beside it.
document.addEventListener("htmx:afterSettle", () => {
  const told = document.querySelector("[data-announced]");
  if (told) told.textContent = document.querySelector("[data-announce]")?.textContent ?? "";
});
