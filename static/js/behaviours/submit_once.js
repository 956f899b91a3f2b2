// form[data-submit-once]: a second click while the first is on its way does nothing.
for (const form of document.querySelectorAll("form[data-submit-once]")) {
  let sentAt = -Infinity;
  form.addEventListener("submit", (event) => {
    if (event.timeStamp - sentAt < 5000) event.preventDefault();
    else sentAt = event.timeStamp;
  });
}
