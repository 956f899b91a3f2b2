"""Bringing jobs before the public, and back on top."""

from django.db import transaction
from django.db.models.fields.json import KT
from django.utils import timezone

from axrc.web import page_cache
from jobs.models import BoardEntry, Job, JobDraft, Submission

# Jobs indexed in one go.
BATCH = 500
NO_CONTACT = {"contact_name": "", "contact_phone": ""}


@transaction.atomic
def refresh(job):
    """Put a live job back on top of "newest"."""
    job.refreshed_at = timezone.now()
    job.save(update_fields=["refreshed_at"])
    BoardEntry.objects.put(job)


@transaction.atomic
def reindex_company(company):
    """Show the company's jobs as the company now stands: renamed, verified again, frozen. The newest comes back on top."""
    for job in Job.objects.of(company).for_entries().order_by("refreshed_at", "pk"):
        job.company = company
        BoardEntry.objects.revise(job)


def reindex_all():
    """Make every entry anew, oldest first, so that the order of entries is the order of recency."""
    ids = list(Job.objects.filter(removed_at=None).order_by("refreshed_at", "pk").values_list("pk", flat=True))
    with transaction.atomic(), BoardEntry.objects.rebuilding():
        for start in range(0, len(ids), BATCH):
            BoardEntry.objects.put_all(Job.objects.for_entries().in_order(ids[start : start + BATCH]))


@transaction.atomic
def forget_contact(leaver):
    """Postings are kept for three years (DOMAIN.md L8), without the name and number of who has left."""
    jobs = [leaver.among(Job.objects.all(), "contact_phone")]
    if leaver.company:
        jobs.append(Job.objects.of(leaver.company))
    for theirs in jobs:
        theirs.update(contact_name="", contact_phone="")
    for name in ("values", "before"):
        forget_handed_in(leaver, name)
    for draft in leaver.among(JobDraft.objects.annotate(number=KT("typed__contact_phone")), "number"):
        draft.typed |= NO_CONTACT
        draft.save(update_fields=["typed"])
    JobDraft.objects.filter(company=leaver.company).delete()
    page_cache.empty()


def forget_handed_in(leaver, name):
    """The same in what was handed in to reviewers, where a change that waits would bring it back."""
    handed_in = Submission.objects.annotate(number=KT(f"{name}__contact_phone"))
    theirs = [leaver.among(handed_in, "number")]
    if leaver.company:
        theirs.append(handed_in.filter(job__company=leaver.company, number__isnull=False))
    for submission in (submission for found in theirs for submission in found):
        setattr(submission, name, getattr(submission, name) | NO_CONTACT)
        submission.save(update_fields=[name])
