"""The job as the board sees it."""

from django.db import models
from django.utils import timezone

from axrc.search.models import Entry
from axrc.search.query import document
from jobs.models.job import Job
from jobs.values import Education, Experience, PayBand, pay_level


class BoardEntry(Entry):
    job = models.OneToOneField(Job, models.CASCADE, related_name="entry")
    pay = models.PositiveIntegerField()

    subject = "job"
    is_large = True

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = "职位索引"
        indexes = [*Entry.Meta.indexes, models.Index(fields=["-pay", "-seq"], name="board_by_pay")]

    @classmethod
    def of(cls, job):
        """The entry of a job that is or will be live, or None."""
        company = job.company
        is_open = (
            job.published_at and job.ends_at and not (job.paused_at or job.closed_at or job.frozen_at or job.removed_at)
        )
        is_trusted = company.verified_at and company.verified_until and not company.frozen_at
        if not (is_open and is_trusted):
            return None
        low, high = job.monthly_pay
        pay = pay_level(low)
        tokens, text = document(
            title=job.title,
            texts=[company.name, job.category.name, job.region.name, job.description, job.requirements],
            facets=[*facet_tokens(job, low, high), f"pay:{pay}"],
        )
        return cls(
            job=job,
            dated_at=max(job.refreshed_at, job.published_at, company.verified_at),
            ends_at=min(job.ends_at, company.verified_until),
            pay=pay,
            tokens=tokens,
            text=text,
        )


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
    yield f"company:{company.pk}"
    yield day_token(job.refreshed_at)


def day_token(moment):
    """The day of the local calendar, by which "posted within" goes."""
    return f"day:{timezone.localdate(moment):%Y%m%d}"
