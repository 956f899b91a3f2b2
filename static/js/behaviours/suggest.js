// input[data-suggest="address"]: offers what one may be about to type, as a combobox with a list (WAI-ARIA 1.2).
{
  const made = new WeakSet();
  const dress = (input) => {
    if (made.has(input)) return;
    made.add(input);
    // What the browser's history kept of a list is not one any more.
    for (const left of input.parentElement.querySelectorAll("[data-suggested]")) left.remove();
    const make = (tag, attributes) => Object.assign(document.createElement(tag), attributes);
    const list = make("ul", { id: `${input.id}-list`, className: "suggestions", role: "listbox", hidden: true, ariaLabel: "搜索建议" });
    const status = make("p", { className: "is-hidden-visually", role: "status" });
    let wait, request, shown = "", active = -1;

    Object.assign(input, { role: "combobox", autocomplete: "off", ariaAutoComplete: "list", ariaExpanded: "false" });
    input.setAttribute("aria-controls", list.id);
    input.parentElement.classList.add("has-suggestions");
    list.dataset.suggested = status.dataset.suggested = "";
    input.after(list, status);

    const close = () => {
      clearTimeout(wait);
      request?.abort();
      shown = "";
      list.hidden = true;
      input.ariaExpanded = "false";
      choose(-1);
    };
    const choose = (place) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = place;
      const option = list.children[place];
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) input.setAttribute("aria-activedescendant", option.id);
      else input.removeAttribute("aria-activedescendant");
    };
    const show = (found) => {
      list.replaceChildren(...found.map(({ label, kind, url }, place) => {
        const option = make("li", { id: `${list.id}-${place}`, role: "option", ariaSelected: "false" });
        option.append(make("span", { textContent: label }), " ", make("small", { textContent: kind }));
        option.dataset.url = url;
        return option;
      }));
      choose(-1);
      list.hidden = !found.length;
      input.ariaExpanded = String(!list.hidden);
      status.textContent = found.length ? `有 ${found.length} 条建议，按上下键选择` : "没有建议";
    };
    const ask = async () => {
      const typed = input.value.trim();
      if (typed === shown) return;
      close();
      if (!typed) return void (status.textContent = "");
      shown = typed;
      request = new AbortController();
      try {
        const answer = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ q: typed })}`, { signal: request.signal });
        if (answer.ok) show((await answer.json()).suggestions);
      } catch {
        // Overtaken by the next letter, or offline: the box goes on as a plain one.
      }
    };

    input.addEventListener("input", (event) => {
      clearTimeout(wait);
      if (!event.isComposing) wait = setTimeout(ask, 150);
    });
    input.addEventListener("compositionend", () => (wait = setTimeout(ask, 0)));
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const count = list.children.length;
      if (event.key === "ArrowDown" && list.hidden) ask();
      else if (list.hidden) return;
      else if (event.key === "ArrowDown") choose(active + 1 < count ? active + 1 : -1);
      else if (event.key === "ArrowUp") choose(active < 0 ? count - 1 : active - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && active >= 0) location.assign(list.children[active].dataset.url);
      else return;
      event.preventDefault();
    });
    input.addEventListener("blur", close);
    // The box keeps the focus while the mouse presses an entry.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("li");
      if (option) location.assign(option.dataset.url);
    });
  };
  const dressAll = () => document.querySelectorAll("[data-suggest]").forEach(dress);
  for (const event of ["htmx:afterSettle", "htmx:historyRestore"]) document.addEventListener(event, dressAll);
  dressAll();
}
