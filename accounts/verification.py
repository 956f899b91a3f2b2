"""Checking companies: handed in, accepted, refused, withdrawn, reminded of (DOMAIN.md L1, L2)."""

from calendar import monthrange
from datetime import datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Company, Recruiter, User, Verification, VerificationReminder
from axrc import audit, mail
from axrc.web import page_cache

VALID_MONTHS = 6
REMINDERS = [30, 7]  # days before the end


class AlreadyWaiting(Exception):
    """The company has handed in something that is not decided yet."""


class AlreadyDecided(Exception):
    """Somebody else was faster. `verification` is as it now stands."""

    def __init__(self, verification):
        super().__init__(verification.pk)
        self.verification = verification


class OtherHolder(Exception):
    """Whose code it is has changed since the reviewer looked: another company holds it now, or none any more."""


@transaction.atomic
def submit(company, *, by, name, credit_code, role, licence=None, letter=None):
    """Hand in a company's papers. Those that are not given are taken from what was refused or withdrawn before.

    Raises AlreadyWaiting. `licence` and `letter` are pictures that axrc.web.uploads has written anew.
    """
    company = Company.objects.select_for_update().get(pk=company.pk)
    if company.verifications.filter(status=Verification.Status.WAITING).exists():
        raise AlreadyWaiting
    before = reusable(company)
    verification = Verification(
        company=company,
        kind=kind_of(company, name, credit_code),
        name=name,
        credit_code=credit_code,
        submitted_by=by,
        submitter_name=str(by),
        role=role,
        licence=licence or (before.licence.name if before else ""),
        letter=letter or (before.letter.name if before else ""),
    )
    verification.save()
    if not company.verified_at:
        company.name, company.credit_code = name, credit_code
        company.save()
    audit.record(by, "verification.submitted", verification, kind=verification.kind)
    return verification


def kind_of(company, name, credit_code):
    if not company.verified_at:
        return Verification.Kind.FIRST
    elif (name, credit_code) == (company.name, company.credit_code):
        return Verification.Kind.RENEWAL
    else:
        return Verification.Kind.CHANGE


def reusable(company):
    """The last submission, if its pictures may serve again: it came to nothing."""
    last = company.verifications.order_by("-submitted_at", "-id").first()
    return last if last and last.status in {Verification.Status.REFUSED, Verification.Status.WITHDRAWN} else None


def holder(verification):
    """The other company that has been verified under this code, now or earlier, or None."""
    return (
        Company.objects.filter(credit_code=verification.credit_code, verified_at__isnull=False)
        .exclude(pk=verification.company_id)
        .first()
    )


@transaction.atomic
def accept(verification, *, by, joins=None, makes_owner=False, at=None):
    """The papers are in order: the company is public for six months, under the name and code that were handed in.

    Where another company holds the code (`joins`, as the reviewer saw it), no second one comes into being: that one is
    verified, and who handed in the papers acts for it from now on, as its owner if `makes_owner`.
    Raises AlreadyDecided, OtherHolder.
    """
    at = at or timezone.now()
    verification = locked(verification)
    other = holder(verification)
    if (other and other.pk) != (joins and joins.pk):
        raise OtherHolder
    company = Company.objects.select_for_update().get(pk=(other or verification.company).pk)
    company.name, company.credit_code = verification.name, verification.credit_code
    company.verified_at, company.verified_until = at, end_of_validity(at)
    # Somebody stands for it again whose last owner had left.
    company.closed_at = None
    try:
        with transaction.atomic():
            company.save()
    except IntegrityError as error:  # the same code was accepted for another company at this very moment
        raise OtherHolder from error
    if other:
        move(verification, company, makes_owner)
        verification.joined = company
    verification.valid_until = company.verified_until
    decide(verification, Verification.Status.ACCEPTED, by, at)
    audit.record(
        by, "company.verified", company, until=day(company.verified_until), verification=verification.pk, joined=bool(other)
    )
    page_cache.empty()
    tell(verification, "accounts/mail/company_verified", company=company.name, until=day(company.verified_until))
    return verification


@transaction.atomic
def refuse(verification, *, by, reason, at=None):
    """What was public stays public until it ends. Raises AlreadyDecided."""
    verification = locked(verification)
    verification.reason = reason
    decide(verification, Verification.Status.REFUSED, by, at or timezone.now())
    audit.record(by, "verification.refused", verification, reason=reason)
    tell(verification, "accounts/mail/verification_refused", company=verification.name, reason=reason)
    return verification


@transaction.atomic
def withdraw(verification, *, by):
    """Taken back by the company. Raises AlreadyDecided."""
    verification = locked(verification)
    decide(verification, Verification.Status.WITHDRAWN, None, timezone.now())
    audit.record(by, "verification.withdrawn", verification)
    return verification


def locked(verification):
    verification = Verification.objects.select_for_update().get(pk=verification.pk)
    if not verification.is_waiting:
        raise AlreadyDecided(verification)
    return verification


def decide(verification, status, by, at):
    verification.status, verification.decided_by, verification.decided_at = status, by, at
    verification.save()


def move(verification, company, makes_owner):
    """Who handed in the papers acts for that company; where it had no owner, as its owner."""
    recruiter = Recruiter.objects.filter(user=verification.submitted_by, company=verification.company).first()
    if recruiter:
        was_owner = recruiter.is_owner
        makes_owner = makes_owner or not company.recruiters.filter(is_owner=True).exists()
        if makes_owner:
            company.recruiters.update(is_owner=False)
        recruiter.company, recruiter.is_owner = company, makes_owner
        recruiter.save()
        next_owner = Recruiter.objects.filter(company=verification.company).order_by("created_at", "pk").first()
        if was_owner and next_owner:
            next_owner.is_owner = True
            next_owner.save(update_fields=["is_owner"])


def end_of_validity(at):
    """The end of the last day of six months, in the site's time: accepted on 23 May, valid to the end of 22 November."""
    local = timezone.localtime(at)
    month = local.month - 1 + VALID_MONTHS
    year, month = local.year + month // 12, month % 12 + 1
    same_day = local.date().replace(year=year, month=month, day=min(local.day, monthrange(year, month)[1]))
    return timezone.make_aware(datetime.combine(same_day - timedelta(days=1), time(23, 59, 59)))


def tell(verification, letter, **context):
    """Write to who handed it in and to the owner."""
    owners = User.objects.filter(recruiter__company=verification.joined or verification.company, recruiter__is_owner=True)
    for user in {verification.submitted_by, *owners} - {None}:
        mail.send(letter, to=user, **context)


def remind(at=None):
    """Write to the owners of companies whose verification ends in 30 or 7 days; again the same day, it writes to nobody.

    Who has handed in a renewal already is left in peace. Gives the number of companies written to.
    """
    at = at or timezone.now()
    told = 0
    ending = Company.objects.verified(at).filter(verified_until__lte=at + timedelta(days=max(REMINDERS)))
    for company in ending.exclude(verifications__status=Verification.Status.WAITING).order_by("verified_until", "pk"):
        days = min(days for days in REMINDERS if company.verified_until <= at + timedelta(days=days))
        told += remind_one(company, days, at)
    return told


@transaction.atomic
def remind_one(company, days, at):
    key = {"company": company, "valid_until": company.verified_until, "days": days}
    _, is_new = VerificationReminder.objects.get_or_create(**key, defaults={"sent_at": at})
    if is_new:
        left = (timezone.localdate(company.verified_until) - timezone.localdate(at)).days
        for user in User.objects.filter(recruiter__company=company, recruiter__is_owner=True):
            mail.send(
                "accounts/mail/verification_ending",
                to=user,
                company=company.name,
                days=left,
                until=day(company.verified_until),
            )
    return is_new


def day(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d")
