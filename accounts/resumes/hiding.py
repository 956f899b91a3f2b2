"""A resume of somebody who no longer comes is hidden by itself: its date says so, nothing has to run. Two warnings do."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import Resume, ResumeEntry
from accounts.visibility import KEPT_OPEN
from axrc import mail

# (days before, the field that says when the warning went out), the last one first: who is late gets one, not both.
WARNINGS = [(7, "last_warned_at"), (30, "first_warned_at")]


def seen_again(sender, user, **kwargs):
    """Who logs in is found for another year, whether Django has noted the time of it yet or not."""
    resume = Resume.objects.select_related("user").filter(user=user, visibility=Resume.Visibility.PUBLIC).first()
    if resume:
        resume.user.last_login = timezone.now()
        ResumeEntry.objects.revise(resume)


def warn(at=None):
    """Warn everybody whose resume will soon hide itself, once for each warning; gives the number of letters."""
    at = at or timezone.now()
    return sum(warn_one(pk, at) for pk in due(at))


def due(at):
    """Ids of the resumes within the days of a warning that has not been sent since the last login."""
    found = set()
    for days, field in WARNINGS:
        soon = at - timedelta(days=KEPT_OPEN - days)
        unsent = Q(**{field: None}) | Q(**{f"{field}__lt": F("last_seen")})
        resumes = Resume.objects.kept_open(at).exclude(visibility=Resume.Visibility.HIDDEN)
        found.update(resumes.filter(unsent, last_seen__lte=soon).values_list("pk", flat=True))
    return sorted(found)


@transaction.atomic
def warn_one(pk, at):
    """Looked at again under a lock, so that two timetables at once send one letter."""
    resume = Resume.objects.select_for_update(of=("self",)).select_related("user").get(pk=pk)
    left = resume.hides_at - at
    seen_at = resume.user.last_login or resume.created_at
    for number, (days, field) in enumerate(WARNINGS):
        sent_at = getattr(resume, field)
        if left <= timedelta(days=days):
            if sent_at and sent_at >= seen_at:
                return False
            sent = {name: at for _, name in WARNINGS[number:]}
            Resume.objects.filter(pk=pk).update(**sent)
            mail.send(
                "accounts/mail/resume_hiding",
                to=resume.user,
                name=resume.name,
                hides_on=timezone.localdate(resume.hides_at),
                path=reverse("my:resume"),
            )
            return True
    return False
