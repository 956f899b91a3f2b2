// [data-open-wide]: a folded sheet stands open on wide windows, for browsers whose style sheets cannot say so.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 60em)").matches) {
  for (const sheet of document.querySelectorAll("[data-open-wide]")) sheet.open = true;
}
