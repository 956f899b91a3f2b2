// Short lists of ids that stay in this browser, the newest first. Functions, so that every behaviour of the bundle has them.
function remembered(name) {
  try {
    const ids = JSON.parse(localStorage.getItem(name));
    return Array.isArray(ids) ? ids : [];
  } catch {
    return [];
  }
}

function remember(name, id, isKept = true) {
  const others = remembered(name).filter((other) => other !== id);
  try {
    localStorage.setItem(name, JSON.stringify(isKept ? [id, ...others].slice(0, 500) : others));
  } catch {
    // A browser that keeps nothing forgets with the page.
  }
}

// Does it now, when somebody comes back to the page, and whenever rows come later.
function andAgain(act) {
  act();
  addEventListener("pageshow", act);
  addEventListener("storage", act);
  new MutationObserver(act).observe(document.body, { childList: true, subtree: true });
}
