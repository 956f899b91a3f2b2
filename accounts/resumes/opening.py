"""Every opening of somebody else's resume leaves a trace: of staff in the audit, of recruiters before the person's eyes."""

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.models import Resume, ResumeView
from accounts.resumes.sight import Sight
from accounts.visibility import Standing
from axrc import audit


@transaction.atomic
def open_resume(viewer, pk, what):
    """The sight that a user gets of a resume, written down. Raises Http404 as if there was no such resume."""
    standing = Standing.of(viewer)
    resume = get_object_or_404(Resume.objects.visible_by(standing).knowing(standing).for_paper(), pk=pk)
    sight = Sight.of(resume, standing)
    if what == ResumeView.What.ATTACHMENT and not sight.has_attachment:
        raise Http404
    write_down(sight, standing, what)
    return sight


def write_down(sight, standing, what):
    if sight.is_own:
        return
    elif sight.is_staff:
        audit.record(standing.viewer, "resume.opened", sight.resume, what=what)
    else:
        ResumeView.objects.create(resume=sight.resume, company=standing.company, recruiter=standing.viewer, what=what)
