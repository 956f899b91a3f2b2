"""The job as the board sees it."""

import time

from django.db import models
from django.utils import timezone

from axrc.search.query import document
from axrc.vocabulary import keys, names
from axrc.vocabulary.entries import NamedEntry
from axrc.vocabulary.models import Term
from jobs.models.job import Job
from jobs.values import Education, Experience, PayBand, pay_level


class BoardEntry(NamedEntry):
    job = models.OneToOneField(Job, models.CASCADE, related_name="entry")
    # Another one for every look that the job's row had.
    version = models.BigIntegerField()
    urgent_until = models.DateTimeField(null=True)

    subject = "job"
    facet_kinds = frozenset(
        [
            *("category", "region", "salary", "education", "experience", "nature", "benefit"),
            *("industry", "size", "company_nature", "verified", "day", "pay"),
        ]
    )

    class Meta(NamedEntry.Meta):
        verbose_name = verbose_name_plural = "职位索引"

    @classmethod
    def of(cls, job):
        """The entry of a job that is or will be live, or None.

        A paused job keeps its entry, which then shows at no moment: else who pauses and resumes would be on top again.
        """
        company = job.company
        is_open = job.published_at and job.ends_at and not (job.closed_at or job.frozen_at or job.removed_at)
        if not (is_open and company.is_trusted):
            return None
        low, high = job.monthly_pay
        dated_at = max(job.refreshed_at, job.published_at, company.verified_at)
        return cls(
            job=job,
            version=time.time_ns(),
            urgent_until=job.urgent_until,
            dated_at=dated_at,
            ends_at=dated_at if job.paused_at else min(job.ends_at, company.verified_until),
            **document(
                title=job.title,
                texts=[company.name, job.category.name, job.region.name, job.description, job.requirements],
                facets=list(facet_tokens(job, low, high)),
                also=[f"company:{company.pk}", *(title_token(word) for word in names.words(job.title))],
            ),
        )

    def terms(self):
        return [Term(kind=Term.Kind.TITLE, text=word, weight=1) for word in names.words(self.job.title)]


def title_token(word):
    """That a job is called so, among other things."""
    return f"title:{keys.plain(word)}"


def facet_tokens(job, low, high):
    """A token for each value of a facet under which the job belongs."""
    company = job.company
    yield from (f"category:{pk}" for pk in job.category.line)
    yield from (f"region:{pk}" for pk in job.region.line)
    yield from (f"salary:{band}" for band in PayBand.overlapping(low, high))
    yield from (f"education:{level}" for level in Education(job.education).who_may_apply)
    yield from (f"experience:{level}" for level in Experience(job.experience).who_may_apply)
    yield f"nature:{job.nature}"
    yield from (f"benefit:{benefit.pk}" for benefit in job.benefits.all())
    yield f"industry:{company.industry_id}"
    yield f"size:{company.size}"
    yield f"company_nature:{company.nature}"
    yield "verified:1"
    yield day_token(timezone.localdate(job.refreshed_at))
    yield f"pay:{pay_level(low)}"


def day_token(day):
    """A day of the local calendar, by which "posted within" goes."""
    return f"day:{day:%Y%m%d}"
