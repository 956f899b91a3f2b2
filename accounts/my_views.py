"""/my/: what needs somebody now, by what he or she is here for."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.models import Recruiter, Resume, User, Verification
from accounts.resumes import completeness

# Openings of a resume are counted over so many days.
LATELY = 30
# A verification that ends within so many days is worth a word (DOMAIN.md L2).
SOON = timedelta(days=30)


@login_required
@never_cache
def home(request):
    if request.user.is_staff:
        return redirect("admin:index")
    elif request.user.role == User.Role.EMPLOYER:
        return render(request, "my/employer.html", employer(request.user, timezone.now()))
    else:
        return render(request, "my/seeker.html", seeker(request.user, timezone.now()))


def seeker(user, at):
    resume = Resume.objects.filter(user=user).first()
    parts = completeness.parts(resume) if resume else []
    return {
        "resume": resume,
        "percent": completeness.percent(parts),
        "next": completeness.next_part(parts),
        "views": resume.views.filter(viewed_at__gt=at - timedelta(days=LATELY)).count() if resume else 0,
        "days": LATELY,
        "crumbs": [("我的", "")],
    }


def employer(user, at):
    recruiter = Recruiter.objects.select_related("company").filter(user=user).first()
    company = recruiter.company if recruiter else None
    last = Verification.objects.filter(company=company).order_by("-pk").first() if company else None
    until = company.verified_until if company else None
    return {
        "company": company,
        "last": last,
        "is_verified": bool(company and company.is_verified(at)),
        "is_ending": bool(until and at < until <= at + SOON),
        "crumbs": [("我的", "")],
    }
