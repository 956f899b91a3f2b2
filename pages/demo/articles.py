"""The demo's articles, over two years, in season."""

from datetime import datetime, time, timedelta
from random import Random

from django.utils import timezone

from axrc.web.uploads import Picture
from news import library
from news.models import Article, Section
from pages.demo import pictures
from pages.demo.data_files import read_all


def load(author, now):
    random = Random("articles")
    sections = {section.slug: section for section in Section.objects.all()}
    rows = [(sections[slug], row) for slug, content in read_all("articles") for row in content["article"]]
    dated = [(moment(row, now, random), section, row) for section, row in rows]
    for number, (published_at, section, row) in enumerate(sorted(dated, key=lambda entry: entry[0])):
        make(section, row, published_at, number, author)


def make(section, row, published_at, number, author):
    year = timezone.localtime(published_at).year
    article = Article(
        title=with_years(row["title"], year),
        section=section,
        source=row["source"],
        source_url=row["source_url"],
        is_repost=row["repost"],
        summary=with_years(row["summary"], year),
        body=with_years(row["body"], year),
        published_at=published_at,
        is_recommended=row["recommended"],
        status=Article.Status.PUBLISHED,
        author=author,
    )
    if row.get("cover"):
        article.cover = cover(row["cover"], number, author)
    article.save()


def cover(scene, number, author):
    """Drawn just now, it need not be decoded and written anew."""
    file = Picture(pictures.cover(scene, number), name=f"demo-{number:03d}.jpg")
    return library.store(file, by=author, alternative_text=pictures.SCENES[scene])


def moment(row, now, random):
    """The most recent such day that is past, and one year earlier for each year of age, in office hours."""
    month, day = map(int, row["date"].split("-"))
    clock = time(random.randrange(8, 18), random.randrange(60))
    year = timezone.localtime(now).year
    moment = local(year, month, day, clock)
    if moment > now - timedelta(hours=1):
        moment = local(year - 1, month, day, clock)
    return moment if not row["age"] else local(moment.year - row["age"], month, day, clock)


def local(year, month, day, clock):
    return timezone.make_aware(datetime.combine(datetime(year, month, day).date(), clock))


def with_years(text, year):
    return text.replace("{year}", str(year)).replace("{next_year}", str(year + 1))
