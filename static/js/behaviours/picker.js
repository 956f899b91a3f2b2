// [data-picker]: an unfolded list of choices closes with Escape, or when somebody goes on elsewhere.
document.addEventListener("keydown", (event) => {
  const picker = event.key === "Escape" && event.target.closest("[data-picker][open]");
  if (!picker) return;
  picker.open = false;
  picker.querySelector("summary").focus();
});
for (const type of ["pointerdown", "focusin"]) {
  document.addEventListener(type, (event) => {
    for (const picker of document.querySelectorAll("[data-picker][open]")) {
      if (!picker.contains(event.target)) picker.open = false;
    }
  });
}
