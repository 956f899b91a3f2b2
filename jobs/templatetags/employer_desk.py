"""What the employer's desk lends to the first page after signing in."""

from django import template
from django.utils import timezone

from jobs.employers.groups import GROUPS, JobList
from jobs.employers.needs import SHOWN, needing
from jobs.life.deeds import refreshes_left
from jobs.models import JobDraft

register = template.Library()


@register.inclusion_tag("jobs/my/_needs.html", takes_context=True)
def company_jobs_needing(context, recruiter_company):
    """What of the company's jobs needs somebody now, and how many there are of each group."""
    at, request = timezone.now(), context["request"]
    needs = needing(recruiter_company, at)
    counts = JobList(request.user.recruiter, {}, at).counts
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "lines": needs[:SHOWN],
        "more": len(needs) - SHOWN,
        "groups": [(group.name, group.label, counts[group.name]) for group in GROUPS],
        "total": counts["all"],
        "drafts": JobDraft.objects.filter(company=recruiter_company).count(),
        "is_verified": recruiter_company.is_verified(at),
        "refreshes_left": refreshes_left(recruiter_company, at),
    }
