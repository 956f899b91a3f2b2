// [data-copy="id"]: copies the text of that element and says so in the status beside it; hidden where scripts do not run.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      status.textContent = button.dataset.copied;
    } catch {
      // Not over plain http, or refused: what is selected is easily copied by hand.
      getSelection().selectAllChildren(source);
      status.textContent = button.dataset.failed;
    }
  });
}
