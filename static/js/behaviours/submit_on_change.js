// form[data-submit-on-change]: a filter works at once where there is a mouse; on phones the button waits for several choices.
document.addEventListener("change", (event) => {
  const form = event.target.form;
  const isAtOnce = event.target.type !== "search" && matchMedia("(min-width: 60em) and (hover: hover)").matches;
  if (form?.matches("[data-submit-on-change]") && isAtOnce) form.requestSubmit();
});
// Empty fields stay out of the address.
document.addEventListener("formdata", (event) => {
  if (!event.target.matches("[data-submit-on-change]")) return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});
