"""The postings and the judgements, brought into a database and asked of the board's own search."""

import csv
import re
import tomllib
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from django.http import QueryDict
from django.utils import timezone

from accounts.models import Company
from axrc.taxonomy import lists, loading
from axrc.taxonomy.models import Benefit, Category, Industry, Region
from jobs.filters import JobFilter
from jobs.models import BoardEntry, Job

HERE = Path(__file__).parent
# So many are looked at; where fewer are worth finding, so many as those.
FIRST = 10
PAY = re.compile(r"(\d+)-(\d+)(?:/(day|hour))?")


def queries():
    """(typed, ids of the postings that should come first) of each."""
    with (HERE / "queries.toml").open("rb") as file:
        return [(row["q"], set(row["first"].split())) for row in tomllib.load(file)["query"]]


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def load():
    """Fill an empty database with the postings; returns their ids by primary key."""
    loading.load()
    lists.changed()
    at = timezone.now()
    companies = {row["key"]: company(row, at) for row in rows("companies.csv")}
    benefits = {benefit.slug: benefit for benefit in Benefit.objects.all()}
    categories = {category.slug: category for category in Category.objects.select_related("parent")}
    names = {}
    for row in sorted(rows("postings.csv"), key=lambda row: hours_ago(row["id"]), reverse=True):
        job = posting(row, companies[row["company"]], categories[row["category"]], at)
        job.save()
        job.benefits.set([benefits[slug] for slug in row["benefits"].split()])
        names[job.pk] = row["id"]
    BoardEntry.objects.put_all(Job.objects.for_entries().in_order(names))
    return names


def hours_ago(name):
    """Recency that has nothing to do with what fits."""
    return int(sha256(name.encode()).hexdigest(), 16) % 480 + 1


def company(row, at):
    town = Region.objects.get(slug=row["town"])
    made = Company(
        name=row["name"],
        nature=Company.Nature.PRIVATE,
        size=row["size"],
        industry=Industry.objects.get(slug=row["industry"]),
        region=town,
        address=town.full_name,
        about=row["name"],
        contact_name="王女士",
        contact_phone="0595-23000000",
        verified_at=at - timedelta(days=40),
        verified_until=at + timedelta(days=100),
    )
    made.save()
    return made


def posting(row, company, category, at):
    low, high, unit = PAY.fullmatch(row["pay"]).groups()
    moment = at - timedelta(hours=hours_ago(row["id"]))
    town = Region.objects.get(slug=row["town"])
    return Job(
        company=company,
        title=row["title"],
        category=category,
        region=town,
        address=town.full_name,
        nature=row["nature"] or "full-time",
        pay_unit=unit or "month",
        salary_min=int(low),
        salary_max=int(high),
        education=row["education"] or "any",
        experience=row["experience"] or "any",
        description=row["description"],
        requirements=row["requirements"],
        published_at=moment,
        refreshed_at=moment,
        ends_at=at + timedelta(days=30),
    )


def found(typed, names):
    """Ids of the postings that the board shows first for what somebody typed."""
    parameters = QueryDict(mutable=True)
    parameters["q"], parameters["sort"] = typed, "relevance"
    job_filter, at = JobFilter(parameters), timezone.now()
    return [names[pk] for pk in BoardEntry.objects.find(job_filter.query(at), at=at, order=job_filter.order, limit=FIRST)]


def precision(shown, wanted):
    """The share of the first ten places that hold what was wanted; of fewer where less than ten are wanted."""
    places = min(FIRST, len(wanted))
    return len(wanted.intersection(shown[:places])) / places


def measure(names):
    """(typed, precision, shown, wanted) of every query."""
    for typed, wanted in queries():
        shown = found(typed, names)
        yield typed, precision(shown, wanted), shown, wanted
