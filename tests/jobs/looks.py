"""Ways to look for a job on a page, in a feed, in a figure."""

import json
import re
from urllib.parse import urlsplit

from django.http import QueryDict
from django.utils import timezone
from lxml import etree, html

from axrc.search.query import Query
from jobs.filters import JobFilter
from jobs.models import BoardEntry, Job
from tests.factories import JobFactory
from tests.jobs.ways import TITLE, WORD
from tests.news import make

LANDING = "/jobs/in/taozhou/tea-roaster/"


def body(client, address):
    return client.get(address).content.decode()


def tree(client, address):
    return html.fromstring(body(client, address))


def linked(address):
    """The page links the job or names it."""
    return lambda client, job: shows(body(client, address(job) if callable(address) else address), job)


def shows(text, job):
    return bool(re.search(rf"/jobs/{job.pk}/(?!\d)", text)) or job.title in text


def number(node):
    """The first figure in an element's text, 0 where there is none."""
    found = re.search(r"\d+", node.text_content() if node is not None else "")
    return int(found[0]) if found else 0


def within(address, path):
    """The part of the page that an XPath names shows the job."""

    def look(client, job):
        parts = tree(client, address).xpath(path)
        return any(shows(etree.tostring(part, encoding="unicode"), job) for part in parts)

    return look


def counted(address, path):
    """A figure on the page is one, not none."""

    def look(client, job):
        found = tree(client, address(job) if callable(address) else address).xpath(path)
        assert len(found) <= 1, path
        return sum(map(number, found)) == 1

    return look


def has_class(name):
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def own_page(client, job):
    response = client.get(job.get_absolute_url())
    page = response.content.decode()
    return response.status_code == 200 and "已结束" not in page.split("<main")[1].split("</header>")[0]


def structured_data(client, job):
    return '"JobPosting"' in body(client, job.get_absolute_url())


def may_be_indexed(client, job):
    response = client.get(job.get_absolute_url())
    return response.status_code == 200 and "noindex" not in response.content.decode()


def similar_to(make_other):
    """The page of another job of the same trade, of a company that stays, leads to the job."""

    def look(client, job):
        others = Job.objects.filter(title="另一个岗位")
        other = others.first() or make_other(job)
        return shows(body(client, other.get_absolute_url()), job)

    return look


def other(**values):
    return lambda job: JobFactory(title="另一个岗位", category=job.category, region=job.region, **values)


def in_directory(client, job):
    """The company's card counts one live job."""
    cards = tree(client, "/companies/").xpath(f"//article[.//a[@href='{job.company.get_absolute_url()}']]")
    return any(re.search(r"在招职位\D{0,4}1\b", card.text_content()) for card in cards)


def sitemap_has(address):
    """Any of the sitemaps that the index names."""

    def look(client, job):
        wanted, names = address(job), re.compile(r"<loc>([^<]+)</loc>")
        maps = [path_of(name) for name in names.findall(body(client, "/sitemap.xml"))]
        return any(path_of(name) == wanted for one in maps for name in names.findall(body(client, one)))

    return look


def path_of(address):
    parts = urlsplit(address.replace("&amp;", "&"))
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def suggested(client, job):
    return TITLE in json.dumps(client.get(f"/suggest/?q={WORD}").json(), ensure_ascii=False)


def facet_counts(client, job):
    """Beside its town, its trade, its pay: one."""
    found = {
        (facet.name, option.value): option.count
        for facet in JobFilter(QueryDict("")).counted(timezone.now())
        for options in facet.groups.values()
        for option in options
    }
    sums = {found.get(key, 0) for key in [("region", "taozhou"), ("category", "tea-roaster"), ("nature", job.nature)]}
    assert len(sums) == 1
    return sums == {1}


def the_query(client, job):
    at = timezone.now()
    states = {
        Job.objects.live(at).filter(pk=job.pk).exists(),
        job.pk in BoardEntry.objects.find(Query(), at=at),
        BoardEntry.objects.tally(Query.of(WORD), at=at) == 1,
    }
    assert len(states) == 1, "the query, the index and its count disagree"
    return states == {True}


def news(kind):
    article = make.Article.objects.get
    moment = timezone.localtime(article().published_at)
    return {
        "article": article().get_absolute_url(),
        "archive": "/news/archive/",
        "month": f"/news/archive/{moment:%Y/%m}/",
    }[kind]
