"""What is pointed out in a text that somebody is writing, as a piece of a page."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.models import Recruiter, User
from axrc.web import rate_limit, second_factor

# The longest that a field of the form takes, twice.
LONGEST = 10_000
LIMIT = 60, 60


@require_POST
@login_required
def screening(request):
    """For employers and for the staff who keep the rules. Nothing is written."""
    if not may_screen(request.user):
        raise PermissionDenied
    if not rate_limit.allowed("screening", request.user.pk, *LIMIT):
        return render(request, "jobs/_screening_waits.html", status=429)
    return render(request, "jobs/screening.html", {"text": request.POST.get("text", "")[:LONGEST]})


def may_screen(user):
    is_employer = user.role == User.Role.EMPLOYER or Recruiter.objects.filter(user=user).exists()
    return is_employer or (second_factor.is_staff(user) and user.has_perm("jobs.view_screeningrule"))
