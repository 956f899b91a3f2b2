// form[data-draft]: what is typed is saved as a draft a moment after the typing stops, at that address.
// [data-draft-said] says when. The page then has the draft's address, so coming back or reloading shows it.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const said = form.querySelector("[data-draft-said]");
  const content = () => {
    const data = new FormData(form);
    data.delete("csrfmiddlewaretoken");
    return new URLSearchParams(data).toString();
  };
  let saved = content();
  let timer = 0;
  let running = null;
  let isGone = false;

  const save = async (isLeaving) => {
    const typed = content();
    if (typed === saved || isGone) return;
    try {
      // What outlives the page may be 64 KB at most.
      const keepalive = isLeaving && typed.length < 6e4;
      const response = await fetch(form.dataset.draft, { method: "POST", body: new FormData(form), keepalive });
      if (response.redirected) throw new Error();
      const answer = await response.json();
      if (response.ok) {
        form.elements.draft.value = answer.draft;
        if (location.pathname !== answer.address) history.replaceState(null, "", answer.address);
        saved = typed.replace(/(^|&)draft=[^&]*/, `$1draft=${answer.draft}`);
      }
      isGone = response.status === 409;
      said.textContent = answer.saved ?? answer.problem;
    } catch {
      said.textContent = "没能自动保存，请检查网络后点“保存草稿”。";
    }
  };
  const start = (isLeaving) => {
    running ??= save(isLeaving).finally(() => (running = null));
    return running;
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(start, 3000, false);
  });
  // Whoever leaves in the middle of a word finds it again.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !form.dataset.sent) start(true);
  });
  // What is handed in waits for a draft that is just being saved, or it would outlive it.
  form.addEventListener(
    "submit",
    (event) => {
      clearTimeout(timer);
      if (running) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const button = event.submitter;
        running.then(() => form.requestSubmit(button));
      } else {
        form.dataset.sent = "yes";
        setTimeout(() => delete form.dataset.sent, 5000);
      }
    },
    true,
  );
}
