"""What the employer's desk lends to the first page after signing in."""

from django import template
from django.utils import timezone

from jobs.employers.groups import GROUPS, counted
from jobs.employers.needs import SHOWN, needing
from jobs.models import Job, JobDraft

register = template.Library()


@register.inclusion_tag("jobs/my/_needs.html")
def company_jobs_needing(company):
    """What of the company's jobs needs somebody now, and how many there are of each group."""
    at = timezone.now()
    needs = needing(company, at)
    counts = counted(Job.objects.of(company), at)
    return {
        "lines": needs[:SHOWN],
        "more": len(needs) - SHOWN,
        "groups": [(group.name, group.label, counts[group.name]) for group in GROUPS],
        "total": counts["all"],
        "drafts": JobDraft.objects.filter(company=company).count(),
        "is_verified": company.is_verified(at),
    }
