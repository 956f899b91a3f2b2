"""The demo's vacancies: put together from the sentences of each trade, for companies that plausibly hire for it."""

from collections import defaultdict
from datetime import timedelta
from random import Random

from django.db.models import prefetch_related_objects

from accounts.models import Company
from axrc.taxonomy import lists
from jobs.models import BoardEntry, Job
from jobs.values import Education, Experience, Nature, PayUnit
from pages.demo.data_files import read_all

BATCH = 1000
AGE_OF_OLDEST = timedelta(days=40)
# Rates of one hour or day, for vacancies that are not paid by the month.
PART_TIME_PAY = (16, 26)
SEASONAL_PAY = (150, 260)


def load(companies, number, now):
    """Make so many live jobs over all categories and towns, and a few that are not public, for each state that a job has."""
    random = Random("jobs")
    trades = Trades(companies)
    with BoardEntry.objects.rebuilding():
        for start in range(0, number, BATCH):
            save([trades.job(place, number, now, random) for place in range(start, min(start + BATCH, number))])
        save(retired(trades, number, now, random))


def save(jobs):
    """Write many at once; they come oldest first, as the board wants its entries."""
    Job.objects.bulk_create(jobs)
    links = Job.benefits.through
    links.objects.bulk_create(
        [links(job_id=job.pk, benefit_id=benefit.pk) for job in jobs for benefit in job.wanted_benefits], batch_size=5000
    )
    prefetch_related_objects(jobs, "benefits")
    BoardEntry.objects.put_all(jobs)


def retired(trades, number, now, random):
    """Jobs that ended, were closed, paused, or never published."""
    jobs = [trades.job(number + step, number, now, random) for step in range(24)]
    for job, state in zip(jobs, ["ended", "filled", "paused", "draft"] * 6, strict=True):
        if state == "ended":
            job.ends_at = now - timedelta(days=2)
        elif state == "filled":
            job.closed_at, job.close_reason = now - timedelta(days=1), Job.CloseReason.FILLED
        elif state == "paused":
            job.paused_at = now - timedelta(days=1)
        else:
            job.published_at = job.refreshed_at = job.ends_at = None
    return jobs


class Trades:
    """What is known of each trade, and who hires for it."""

    def __init__(self, companies):
        self.lists = lists.current()
        self.rows = [(slug, row) for top in self.lists.categories.tops for slug, row in self.of(top)]
        by_industry = defaultdict(list)
        for company in companies:
            by_industry[company.industry.slug].append(company)
        self.companies = companies
        self.hiring = {
            slug: [company for industry in row["industries"] for company in by_industry[industry]] or companies
            for slug, row in self.rows
        }
        self.benefits = {
            company.pk: list(company.benefits.all()) for company in Company.objects.prefetch_related("benefits")
        }
        self.towns = [region for region in self.lists.regions if region.part]

    def of(self, top):
        rows = dict(read_all("jobs"))[top.slug]
        return [(child.slug, rows[child.slug]) for child in self.lists.categories.children_of(top)]

    def job(self, number, total, now, random):
        """The job of that number: categories in turn, younger ones first to last."""
        slug, row = self.rows[number % len(self.rows)]
        company = random.choice(self.hiring[slug])
        region = self.town(company, number, random)
        is_own_town = region == company.region
        age = max(0, 1 - number / max(total, 1))
        fresh = now - timedelta(minutes=5) - AGE_OF_OLDEST * age**2
        published = fresh - timedelta(days=random.choice([0, 0, 1, 3, 8, 15]), minutes=random.randrange(600))
        nature = random.choice([*[row["natures"][0]] * 3, *row["natures"]])
        job = Job(
            company=company,
            title=random.choice(row["titles"]),
            category=self.lists.categories.by_slug[slug],
            nature=nature,
            headcount=random.choice([1, 1, 1, 2, 2, 3, 5, 8, 10]),
            region=region,
            address=company.address if is_own_town else f"{region.full_name.replace('·', '')}{random.choice(PLACES)}",
            education=random.choice(row["education"]),
            experience=random.choice(row["experience"]) if nature != Nature.INTERNSHIP else Experience.GRADUATE,
            description=numbered(random.sample(row["duties"], random.randint(4, 6))),
            requirements=numbered(random.sample(row["requirements"], random.randint(3, 5))),
            submitted_at=published - timedelta(hours=2),
            published_at=published,
            refreshed_at=fresh,
            ends_at=end_of_day(fresh + timedelta(days=random.randrange(45, 90))),
            urgent_until=end_of_day(now + timedelta(days=10)) if random.random() < 0.07 else None,
            **pay(row, nature, random),
        )
        if job.education not in Education.values or job.experience not in Experience.values:
            raise ValueError(f"{slug}: unknown education or experience")
        job.created_at = published - timedelta(hours=3)
        wanted = {benefit.slug: benefit for benefit in self.benefits[company.pk]}
        wanted |= {name: self.lists.benefits.by_slug[name] for name in random.sample(row["benefits"], 2)}
        job.wanted_benefits = list(wanted.values())
        return job

    def town(self, company, number, random):
        """Mostly where the company is; every town gets its share of the others."""
        if random.random() < 0.7 or not company.region.part:
            return company.region
        return self.towns[number % len(self.towns)]


PLACES = ["工业园区标准厂房二期", "中心路商业街", "镇区综合市场旁", "物流园A区", "茶叶交易点二楼", "新区创业楼3层"]


def pay(row, nature, random):
    """Pay in the trade's range, by the hour or the day where that is usual."""
    low, high = row["pay"]
    unit = PayUnit(row["unit"])
    if unit == PayUnit.MONTH and nature == Nature.PART_TIME:
        unit, (low, high) = PayUnit.HOUR, PART_TIME_PAY
    elif unit == PayUnit.MONTH and nature == Nature.SEASONAL:
        unit, (low, high) = PayUnit.DAY, SEASONAL_PAY
    step = {PayUnit.MONTH: 500, PayUnit.DAY: 10, PayUnit.HOUR: 1}[unit]
    least = low + step * random.randrange(0, max(1, (high - low) // step * 2 // 3))
    most = min(high, max(least + step, round(least * random.uniform(1.2, 1.6) / step) * step))
    return {
        "pay_unit": unit,
        "salary_min": least,
        "salary_max": max(least, most),
        "salary_months": random.choice([12, 12, 12, 12, 13, 14]) if unit == PayUnit.MONTH else 12,
        "is_negotiable": random.random() < 0.15,
    }


def numbered(sentences):
    return "\n".join(f"{number}、{sentence}" for number, sentence in enumerate(sentences, start=1))


def end_of_day(moment):
    """23:59:59 of the local calendar."""
    return moment.replace(hour=23, minute=59, second=59, microsecond=0)
