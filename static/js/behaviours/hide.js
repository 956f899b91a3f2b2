// .job-row[data-job="id"] can be hidden, in this browser only; a line stays that brings it back, and one for all of them
// below the list. [data-hide="id"] is the button on the job's own page. All of it is made here: without scripts nothing is hidden.
{
  const NAME = "hidden-jobs";
  const button = (text, label, className, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = text;
    made.ariaLabel = label;
    made.addEventListener("click", act);
    return made;
  };
  const line = (className, ...parts) => {
    const made = document.createElement("p");
    made.className = className;
    made.append(...parts);
    return made;
  };
  const fit = (row) => {
    const link = row.querySelector(".job-row-title a");
    const name = link.textContent;
    const undo = button("撤销", `撤销隐藏：${name}`, "link-button", () => turn(false));
    const hide = button("隐藏", `隐藏：${name}`, "job-row-hide", () => turn(true));
    const turn = (isHidden) => {
      remember(NAME, row.dataset.job, isHidden);
      paint();
      (isHidden ? undo : link).focus();
    };
    row.dataset.hidable = "";
    row.querySelector(".job-row-foot").prepend(hide);
    row.append(line("job-row-gone", `已隐藏：${name} · `, undo));
  };
  const paint = () => {
    const hidden = new Set(remembered(NAME));
    for (const row of document.querySelectorAll(".job-row[data-job]")) {
      if (!("hidable" in row.dataset)) fit(row);
      row.classList.toggle("is-hidden", hidden.has(row.dataset.job));
    }
    for (const own of document.querySelectorAll("[data-hide]")) {
      own.hidden = false;
      const said = hidden.has(own.dataset.hide) ? "已隐藏，撤销" : "隐藏这个职位";
      if (own.lastElementChild.textContent !== said) own.lastElementChild.textContent = said;
    }
    for (const list of document.querySelectorAll(".panel:has(> .job-row)")) {
      const all = list.nextElementSibling?.matches(".hidden-jobs") ? list.nextElementSibling : null;
      const isNeeded = Boolean(list.querySelector(":scope > .is-hidden"));
      if (isNeeded && !all) list.after(line("hidden-jobs", button("恢复全部已隐藏的职位", null, "link-button", () => showAll(list))));
      else if (!isNeeded && all) all.remove();
    }
  };
  const showAll = (list) => {
    for (const id of remembered(NAME)) remember(NAME, id, false);
    paint();
    list.querySelector("a").focus();
  };
  document.addEventListener("click", (event) => {
    const id = event.target.closest?.("[data-hide]")?.dataset.hide;
    if (!id) return;
    remember(NAME, id, !remembered(NAME).includes(id));
    paint();
  });
  andAgain(paint);
}
