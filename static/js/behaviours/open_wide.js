// [data-open-wide]: a folded sheet stands open on wide windows, for browsers whose style sheets cannot say so.
{
  const unfold = () => {
    if (CSS.supports("selector(::details-content)") || !matchMedia("(min-width: 60em)").matches) return;
    for (const sheet of document.querySelectorAll("[data-open-wide]")) sheet.open = true;
  };
  unfold();
  document.addEventListener("htmx:afterSettle", unfold);
}
