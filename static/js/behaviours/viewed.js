// [data-viewed="id"] is the page of a job: lists mark it as read from then on, [data-job="id"], in this browser only.
{
  const page = document.querySelector("[data-viewed]");
  if (page) remember("viewed-jobs", page.dataset.viewed);
  andAgain(() => {
    const viewed = new Set(remembered("viewed-jobs"));
    for (const job of document.querySelectorAll("[data-job]:not(.is-viewed)")) {
      if (!viewed.has(job.dataset.job)) continue;
      const mark = document.createElement("span");
      mark.className = "tag tag-viewed";
      mark.textContent = "已看过";
      job.classList.add("is-viewed");
      job.querySelector(".job-row-title, .job-line-where").append(" ", mark);
    }
  });
}
