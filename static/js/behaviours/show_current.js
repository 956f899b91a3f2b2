// The current entry of the menu, and of each row of tabs, is in sight where the row scrolls.
for (const current of document.querySelectorAll(".menu [aria-current], .tabs [aria-current]")) {
  const row = current.closest("ul");
  if (row && row.scrollWidth > row.clientWidth) row.scrollLeft = current.offsetLeft - row.offsetLeft - row.clientWidth / 2;
}
