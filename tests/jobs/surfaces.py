"""Every surface on which a live job shows: a look, (client, job) -> whether it shows there."""

from tests.factories import ago
from tests.jobs.looks import (
    body,
    counted,
    facet_counts,
    has_class,
    in_directory,
    linked,
    may_be_indexed,
    news,
    other,
    own_page,
    shows,
    similar_to,
    sitemap_has,
    structured_data,
    suggested,
    the_query,
    tree,
    within,
)
from tests.jobs.ways import TRADE, WORD

LANDING = "/jobs/in/taozhou/tea-roaster/"

SURFACES = {
    "the query": the_query,
    "its own page": own_page,
    "its leave to be indexed": may_be_indexed,
    "the board": linked("/jobs/"),
    "the board, by word": linked(f"/jobs/?q={WORD}"),
    "the board, by facets": linked("/jobs/?region=anxi&category=tea&nature=full-time&posted=15"),
    "the board, by pay": linked("/jobs/?sort=salary"),
    "the number on the board": counted("/jobs/", "//*[@id='results']"),
    "facet counts": facet_counts,
    "options on the board": lambda client, job: 'value="taozhou"' in body(client, "/jobs/"),
    "the feed": linked("/feeds/jobs.xml"),
    "the feed of a search": linked(f"/feeds/jobs.xml?q={WORD}&region=anxi"),
    "the sitemap": sitemap_has(lambda job: job.get_absolute_url()),
    "search": linked(f"/search/?q={WORD}"),
    "similar jobs": similar_to(other()),
    "similar jobs of one that has ended": similar_to(other(closed_at=ago(hours=1))),
    "the company's page": linked(lambda job: job.company.get_absolute_url()),
    "the number on the company's page": counted(
        lambda job: job.company.get_absolute_url(), f"//*[@id='jobs']//*[{has_class('section-head')}]/span"
    ),
    "the number in the directory": in_directory,
    "home, newest": within("/", "//section[@aria-labelledby='home-newest']"),
    "home, urgent": within("/", "//section[@aria-labelledby='home-urgent']"),
    "home, the number": counted("/", "//dt[contains(., '在招职位')]/following-sibling::dd"),
    "home, hot words": lambda client, job: bool(
        tree(client, "/").xpath(f"//*[{has_class('hot-words')}]//a[normalize-space()='{TRADE}']")
    ),
    "beside an article": lambda client, job: shows(body(client, news("article")), job),
    "beside the archive": lambda client, job: shows(body(client, news("archive")), job),
    "beside a month of the archive": lambda client, job: shows(body(client, news("month")), job),
    "beside the news": linked("/news/"),
    "beside a section": linked("/news/local/"),
    "structured data": structured_data,
    "the number at search": counted(f"/search/?q={WORD}", "//nav[@aria-label='搜索结果的种类']//a[contains(., '职位')]"),
    "suggestions": suggested,
    "the landing page": linked(LANDING),
    "the landing page in the sitemap": sitemap_has(lambda job: LANDING),
    "the JSON feed": linked("/feeds/jobs.json"),
    "the JSON feed of a search": linked(f"/feeds/jobs.json?q={WORD}&region=anxi"),
}
