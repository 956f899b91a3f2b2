// The menu's current entry is in sight where the menu scrolls.
{
  const current = document.querySelector(".menu [aria-current]");
  const row = current?.closest("ul");
  if (row && row.scrollWidth > row.clientWidth) row.scrollLeft = current.offsetLeft - row.offsetLeft - row.clientWidth / 2;
}
