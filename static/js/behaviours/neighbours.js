// [data-results] is a list of jobs that somebody searched for; [data-neighbours] on the page of a job of that list leads to
// the one before, the one after and back to the list. The list is kept for this window only, so two windows don't mix.
{
  const NAME = "results";
  const stored = () => {
    try {
      return JSON.parse(sessionStorage.getItem(NAME)) || {};
    } catch {
      return {};
    }
  };
  document.addEventListener("click", (event) => {
    const list = event.target.closest?.("a") && event.target.closest("[data-results]");
    if (!list) return;
    const jobs = [...list.querySelectorAll(".job-row-title a")].map((link) => [link.getAttribute("href"), link.textContent]);
    const page = (rel) => document.querySelector(`.pager a[rel=${rel}]`)?.getAttribute("href");
    try {
      sessionStorage.setItem(NAME, JSON.stringify({ list: location.pathname + location.search, jobs, prev: page("prev"), next: page("next") }));
    } catch {
      // No storage, no neighbours.
    }
  });
  const places = document.querySelector("[data-neighbours]");
  const results = stored();
  const here = (results.jobs || []).findIndex(([address]) => address === location.pathname);
  if (places && here >= 0) {
    const back = places.querySelector("a:not([rel])");
    back.href = results.list;
    back.textContent = "返回结果";
    for (const [rel, step, more] of [["prev", -1, "上一页"], ["next", 1, "下一页"]]) {
      const link = places.querySelector(`[rel=${rel}]`);
      const [address, title] = results.jobs[here + step] || [results[rel], more + "结果"];
      if (address) {
        link.href = address;
        link.title = title;
        link.append(Object.assign(document.createElement("span"), { textContent: title }));
        link.hidden = false;
      }
    }
  }
}
