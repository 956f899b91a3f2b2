// [data-share="address"]: hands the page to the telephone's own ways of passing on; hidden where there are none.
for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share;
  // Who changes his mind has not met an error.
  button.addEventListener("click", () => navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {}));
}
