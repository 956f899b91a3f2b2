"""New jobs of one company by the hundred: what deeds.create and deeds.submit do to each, in a few statements for all."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from axrc import audit
from axrc.web import page_cache
from jobs.life import content
from jobs.life.deeds import check_end, end_of_day
from jobs.life.submitting import is_reviewed_after
from jobs.life.table import Actor, may
from jobs.models import BoardEntry, Job, Submission

BATCH = 500


@transaction.atomic
def create_and_submit(company, drafts, *, by, source, at=None):
    """`drafts` are (values, ends_on). Of a company that is not verified they stay drafts. Gives (jobs, submissions).

    Whoever calls this holds the company's row, so that nobody else decides of it meanwhile. Raises Refused.
    """
    at = at or timezone.now()
    jobs = [new_job(company, values, end_of_day(ends_on), by, source) for values, ends_on in drafts]
    if jobs and not may(by, jobs[0], Actor.EMPLOYER):
        raise PermissionDenied
    is_handed_in = company.is_verified(at)
    is_after = is_handed_in and is_reviewed_after(company, at)
    for job in jobs:
        if is_handed_in:
            check_end(job.ends_at, at)
            job.submitted_at = at
        if is_after:
            job.published_at = job.refreshed_at = at
    Job.objects.bulk_create(jobs, batch_size=BATCH)
    link_benefits(jobs, drafts)
    kind = Submission.Kind.AFTER if is_after else Submission.Kind.FIRST
    submissions = [
        Submission(job=job, kind=kind, values=values, before={}, submitted_by=by, submitted_at=at)
        for job, (values, _ends_on) in zip(jobs, drafts, strict=True)
        if is_handed_in
    ]
    Submission.objects.bulk_create(submissions, batch_size=BATCH)
    if is_after:
        ids = [job.pk for job in jobs]
        BoardEntry.objects.put_all(Job.objects.for_entries().in_order(ids))
        page_cache.empty()
    handing_in = [("job.published" if is_after else "job.submitted", {})] if is_handed_in else []
    deeds = [("job.created", {"source": source}), *handing_in]
    audit.record_all(by, [(action, job, details) for job in jobs for action, details in deeds])
    return jobs, submissions


def new_job(company, values, ends_at, by, source):
    return Job(
        company=company,
        created_by=by,
        source=source,
        ends_at=ends_at,
        **{name: values[name] for name in content.FIELDS},
    )


def link_benefits(jobs, drafts):
    links = Job.benefits.through
    links.objects.bulk_create(
        [
            links(job_id=job.pk, benefit_id=benefit)
            for job, (values, _ends_on) in zip(jobs, drafts, strict=True)
            for benefit in values[content.BENEFITS]
        ],
        batch_size=BATCH * 4,
    )
