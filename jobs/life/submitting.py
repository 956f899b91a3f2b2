"""What waits for a reviewer, and who need not wait."""

from datetime import timedelta

from jobs.models import Job, Submission

# A company is reviewed after publication once so many of its jobs were accepted, and nothing went wrong for so long.
PROVED_BY = 3
GOOD_FOR = timedelta(days=180)


def hand_in(job, kind, values, before, *, by, answer, at):
    return Submission.objects.create(
        job=job, kind=kind, values=values, before=before, answer=answer, submitted_by=by, submitted_at=at
    )


def replace(job, kind, values, before, *, by, answer, at):
    """Hand in, in the place of what waits already. The time goes on from the first of them: nobody queues twice."""
    waiting = job.submissions.waiting().filter(kind=kind).first()
    take_back(job, at, kinds=[kind])
    since = waiting.submitted_at if waiting else at
    return hand_in(job, kind, values, before, by=by, answer=answer, at=since)


def take_back(job, at, kinds=Submission.Kind.values):
    """Nobody need look at what waits of these kinds. Gives how many that were."""
    return job.submissions.waiting().filter(kind__in=kinds).update(status=Submission.Status.WITHDRAWN, decided_at=at)


def accepted(company):
    """How many of the company's jobs reviewers have accepted."""
    found = Submission.objects.filter(job__company=company, status=Submission.Status.ACCEPTED)
    return found.exclude(kind=Submission.Kind.EDIT).values("job").distinct().count()


def is_reviewed_after(company, at):
    """Whether the company's jobs are public before a reviewer has seen them."""
    decided = Submission.objects.filter(job__company=company).exclude(kind=Submission.Kind.EDIT)
    lately = {"decided_at__gt": at - GOOD_FOR}
    refused_after = decided.filter(kind=Submission.Kind.AFTER, status=Submission.Status.REFUSED, **lately)
    stopped = Job.objects.of(company).stopped_since(at - GOOD_FOR)
    return accepted(company) >= PROVED_BY and not refused_after.exists() and not stopped.exists()
