"""A live job among others, and every way in which it can be not public."""

from datetime import timedelta

from django.utils import timezone

from axrc.taxonomy import lists
from jobs.life import deeds, reviewing
from jobs.models import Job, Submission
from tests.factories import CategoryFactory, CompanyFactory, JobFactory, RegionFactory, UserFactory, ago, hence
from tests.news import make

TITLE, WORD, TRADE = "古法烘焙师", "古法烘焙", "烘焙"


def scene():
    """A live job, the only one of its trade, town and company, beside an article and a job that has ended."""
    category = CategoryFactory(slug="tea-roaster", name=TRADE, parent=CategoryFactory(slug="tea", name="茶业"))
    town = RegionFactory(slug="taozhou", name="桃舟", parent=RegionFactory(slug="anxi", name="安溪县"))
    lists.changed()
    make.article(title="茶王赛评委招募")
    JobFactory(title="已经招满的", category=category, region=town, closed_at=ago(hours=1))
    return JobFactory(
        title=TITLE,
        category=category,
        region=town,
        company=CompanyFactory(name="安溪县云上茶坊", verified_until=hence(days=20)),
        ends_at=hence(days=10),
        urgent_until=hence(days=60),
    )


def changed(**values):
    """The job is saved with this; {"company__x": ...} means its company."""

    def deed(job):
        now = timezone.now()
        for name, value in values.items():
            subject = job.company if name.startswith("company__") else job
            setattr(subject, name.removeprefix("company__"), value(now) if callable(value) else value)
        (job.company if any(name.startswith("company__") for name in values) else job).save()

    return deed


def done(deed, **words):
    """The deed of that name, as its view calls it."""

    def way(job):
        deed(job, by=moderator(), **words)

    return way


def moderator():
    """Who may do all of it."""
    return UserFactory(is_staff=True, is_superuser=True)


def sent_back(job):
    """What was public at once and is found wanting when it is looked at."""
    submission = Submission.objects.create(job=job, kind=Submission.Kind.AFTER, values={"title": job.title})
    reviewing.send_back(submission, by=moderator(), reason="职责不清楚")


def now(moment):
    return moment


def in_an_hour(moment):
    return moment + timedelta(hours=1)


def runs_out(company):
    """Before its jobs end."""
    company.verified_until = hence(days=5)
    company.save()
    return company.verified_until


# Each is a deed after which the job is not public, or gives the moment from which on it is not.
WAYS = {
    "draft": changed(published_at=None, refreshed_at=None),
    "waiting for review": changed(published_at=None, refreshed_at=None, submitted_at=now),
    "scheduled": changed(published_at=in_an_hour),
    "paused": done(deeds.pause),
    "closed": done(deeds.close, reason=Job.CloseReason.FILLED),
    "sent back": sent_back,
    "frozen": done(reviewing.freeze, reason="核实"),
    "removed": done(reviewing.remove, reason="虚假"),
    "ended": lambda job: job.ends_at,
    "of a company not verified": changed(company__verified_at=None, company__verified_until=None),
    "of a company whose verification runs out": lambda job: runs_out(job.company),
    "of a company that is frozen": changed(company__frozen_at=now),
}
