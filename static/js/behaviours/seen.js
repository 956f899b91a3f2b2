// [data-seen]: tells the site once that somebody looks at this, when it is in sight and not while it is only prepared.
{
  let told;
  const tell = () => {
    const address = document.querySelector("[data-seen]")?.dataset.seen;
    if (address && address !== told && document.visibilityState === "visible" && !document.prerendering) {
      navigator.sendBeacon((told = address));
    }
  };
  // A list may be put in place of another without a new page.
  for (const event of ["visibilitychange", "htmx:afterSettle"]) document.addEventListener(event, tell);
  tell();
}
