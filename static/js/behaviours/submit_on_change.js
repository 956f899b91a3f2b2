// form[data-submit-on-change]: a filter works at once where there is a mouse; on phones the button waits for several choices.
for (const form of document.querySelectorAll("[data-submit-on-change]")) {
  form.addEventListener("change", (event) => {
    if (event.target.type !== "search" && matchMedia("(min-width: 60em) and (hover: hover)").matches) form.requestSubmit();
  });
  // Empty fields stay out of the address.
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}
