"""Giving up an account: closed at once, taken back within a week, erased after it (DOMAIN.md L8, L12)."""

from django.core import signing
from django.db import transaction
from django.utils import timezone

from accounts import consents, erasing, verification
from accounts.models import Closing, Company, Recruiter, Resume, ResumeEntry, User, Verification
from accounts.signals import account_closed
from axrc import audit, mail

SALT = "accounts.closing"

STAFF = "工作人员的账号由有相应权限的同事在管理后台注销。"
OWNER = "您是“{company}”的负责人，团队里还有同事。请先把负责人交给其中一位，再注销账号。"
CLOSED = "这个账号已经申请注销了。"
ERASED = "这个账号已经注销，不能恢复。"


class Refused(Exception):
    """What can't be done, in words for the person."""


def obstacle(user, *, by):
    """Why the account can't be closed now, or ""."""
    recruiter = Recruiter.objects.select_related("company").filter(user=user).first()
    if user.is_staff and user == by:
        return STAFF
    elif Closing.objects.filter(user=user).exists():
        return CLOSED
    elif recruiter and recruiter.is_owner and erasing.successors(recruiter).exists():
        return OWNER.format(company=recruiter.company)
    else:
        return ""


@transaction.atomic
def close(user, *, by, link, at=None):
    """Nobody signs in any more, the resume is hidden from everybody, and a letter says how to take it back.

    A company that nobody else manages is closed with its owner. `link` makes an absolute address of a token.
    Raises Refused.
    """
    at = at or timezone.now()
    company = Company.objects.select_for_update().filter(recruiters__user=user).first()
    user = User.objects.select_for_update().get(pk=user.pk)
    if reason := obstacle(user, by=by):
        raise Refused(reason)
    closing = Closing(user=user, closed_at=at, was_active=user.is_active)
    if company and company.recruiters.filter(user=user, is_owner=True).exists():
        close_company(company, by, at)
        closing.company = company
    closing.save()
    user.is_active = False
    user.save(update_fields=["is_active"])
    consents.withdraw(user, at)
    reindex(user)
    erasing.end_sessions(user)
    audit.record(by, "account.closed", user)
    mail.send(
        "accounts/mail/account_closed",
        to=user,
        useful_for=Closing.GRACE,
        link=link(token(closing)),
        until=timezone.localtime(closing.erases_at),
        company=closing.company.name if closing.company else "",
    )
    account_closed.send(User, user=user)
    return closing


def close_company(company, by, at):
    """Its page and its jobs are gone at once; what waits for an answer is taken back."""
    for waiting in company.verifications.filter(status=Verification.Status.WAITING):
        verification.withdraw(waiting, by=by)
    company.invitations.open(at).update(withdrawn_at=at)
    company.closed_at = at
    company.save()
    audit.record(by, "company.closed", company)


def reindex(user):
    """Whoever edits the resume at this moment is waited for."""
    resume = Resume.objects.select_for_update().filter(user=user).first()
    if resume:
        ResumeEntry.objects.revise(resume)


def token(closing):
    return signing.dumps(closing.pk, salt=SALT)


def find(text):
    """The closing of a token that we signed, if it can still be taken back, or None."""
    try:
        pk = signing.loads(text, salt=SALT, max_age=Closing.GRACE)
    except signing.BadSignature:
        return None
    return Closing.objects.waiting().select_related("company").filter(pk=pk).first()


@transaction.atomic
def take_back(closing, *, by=None):
    """Everything is as it was, but what was agreed to is asked again. `by` is staff, or the person. Raises Refused."""
    user = User.objects.select_for_update().get(pk=closing.user_id)
    closing = Closing.objects.select_related("company").filter(pk=closing.pk).first()
    if not closing or closing.erased_at:
        raise Refused(ERASED if closing else "账号已经恢复，可以登录了。")
    user.is_active = closing.was_active or bool(by)
    user.save(update_fields=["is_active"])
    reindex(user)
    if closing.company and closing.company.closed_at:
        closing.company.closed_at = None
        closing.company.save()
        audit.record(by or user, "company.opened_again", closing.company)
    closing.delete()
    audit.record(by or user, "account.taken_back", user)


def erase_due(at=None):
    """Erase whoever left a week ago, each for himself; gives how many. What failed is raised when the others are done."""
    at = at or timezone.now()
    erased, failed = 0, []
    for pk in list(Closing.objects.due(at).order_by("closed_at").values_list("pk", flat=True)):
        try:
            erased += erase_one(pk, at)
        except Exception as error:
            failed.append(error)
    if failed:
        raise ExceptionGroup("Accounts that could not be erased", failed)
    return erased


@transaction.atomic
def erase_one(pk, at):
    """Looked at again under a lock, so that two timetables at once erase once, and who was faster has taken it back."""
    closing = Closing.objects.due(at).filter(pk=pk).first()
    user = closing and User.objects.select_for_update().get(pk=closing.user_id)
    if not (user and Closing.objects.due(at).filter(pk=pk).exists()):
        return False
    erasing.erase(user, at)
    Closing.objects.filter(pk=pk).update(erased_at=at)
    audit.record(None, "account.erased", user)
    return True
