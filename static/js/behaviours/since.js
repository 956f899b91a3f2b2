// time[data-since="seconds"]: a date becomes "3小时前", by the days of the place. It is told here, so that a kept page is never wrong.
{
  const day = (moment) => Math.floor((moment + 8 * 36e5) / 864e5); // China keeps one time, eight hours ahead
  const label = (then, now) => {
    const minutes = Math.floor((now - then) / 6e4);
    const days = day(now) - day(then);
    if (minutes < 60) return minutes < 1 ? "刚刚" : `${minutes}分钟前`;
    if (days < 2) return days ? "昨天" : `${Math.floor(minutes / 60)}小时前`;
    return days < 30 ? `${days}天前` : "";
  };
  const tell = () => {
    for (const time of document.querySelectorAll("time[data-since]")) {
      time.dataset.date ||= time.title = time.textContent;
      const then = time.dataset.since * 1000;
      // A clock that is behind knows nothing of how long ago it was.
      const said = (then - Date.now() < 3e5 && label(then, Date.now())) || time.dataset.date;
      if (time.textContent !== said) time.textContent = said;
    }
  };
  andAgain(tell);
  setInterval(tell, 6e4);
}
