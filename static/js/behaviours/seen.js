// [data-seen]: tells the site once that somebody looks at the page, when it is in sight and not while it is only prepared.
{
  const address = document.querySelector("[data-seen]")?.dataset.seen;
  const tell = () => document.visibilityState === "visible" && !document.prerendering && (stop(), navigator.sendBeacon(address));
  const stop = () => document.removeEventListener("visibilitychange", tell);
  if (address) {
    document.addEventListener("visibilitychange", tell);
    tell();
  }
}
