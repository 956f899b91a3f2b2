"""Several people recruit for one company: invited, accepted, removed, ownership handed over."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.utils import timezone

from accounts.models import Company, Invitation, Recruiter, User
from axrc import audit, mail

SALT = "accounts.teams.invitation"
MOST_PEOPLE = 20
MOST_INVITATIONS_A_DAY = 20


class Refused(Exception):
    """What can't be done, in words for the person."""


@transaction.atomic
def invite(company, contact, *, by, link, sender=""):
    """Send somebody the link that lets them in. `contact` is an e-mail address or an E.164 number.

    `link` makes an absolute address of a token, `sender` is axrc.web.addresses.sender_key(request). Raises Refused, or
    ValidationError where no text message can be sent. Nothing tells whether there is an account of that contact.
    """
    company = Company.objects.select_for_update().get(pk=company.pk)
    owned(company, by)
    at = timezone.now()
    if company.invitations.filter(created_at__gt=at - timedelta(days=1)).count() >= MOST_INVITATIONS_A_DAY:
        raise Refused(f"一天最多邀请 {MOST_INVITATIONS_A_DAY} 次，请明天再来。")
    if company.recruiters.count() >= MOST_PEOPLE:
        raise Refused(f"一家企业最多 {MOST_PEOPLE} 位招聘专员，请先移出不再负责招聘的人。")
    # A new link replaces the old one: only the youngest works.
    company.invitations.open(at).filter(contact=contact).update(withdrawn_at=at)
    invitation = Invitation.objects.create(company=company, invited_by=by, contact=contact, created_at=at)
    audit.record(by, "team.invited", company, invitation=invitation.pk)
    words = {"company": company.name, "inviter": str(by), "days": Invitation.LIFETIME.days, "link": link(token(invitation))}
    if "@" in contact:
        mail.send("accounts/mail/team_invitation", to=contact, **words)
    else:
        mail.sms(contact, "accounts/sms/team_invitation", sender=sender, useful_for=Invitation.LIFETIME, **words)
    return invitation


def token(invitation):
    return signing.dumps(invitation.pk, salt=SALT)


def find(text):
    """The invitation of a token that we signed, or None."""
    try:
        pk = signing.loads(text, salt=SALT, max_age=Invitation.LIFETIME)
    except signing.BadSignature:
        return None
    return Invitation.objects.select_related("company", "invited_by").filter(pk=pk).first()


@transaction.atomic
def accept(invitation, *, by):
    """The person recruits for the company from now on. Raises Refused."""
    invitation = opened(invitation)
    company = Company.objects.select_for_update().get(pk=invitation.company_id)
    user = User.objects.select_for_update().get(pk=by.pk)
    may_join(user)
    recruiter = Recruiter.objects.create(company=company, user=user)
    answer(invitation, user, is_accepted=True)
    audit.record(user, "team.joined", company, invitation=invitation.pk)
    for owner in owners(company):
        mail.send("accounts/mail/team_joined", to=owner, colleague=str(user), company=company.name)
    return recruiter


def may_join(user):
    """Raises Refused with what the person can do instead."""
    present = Recruiter.objects.filter(user=user).select_related("company").first()
    if present:
        raise Refused(
            f"您已经是“{present.company}”的招聘专员。一个账号只能为一家企业招聘，请先退出那家企业，或换一个账号登录。"
        )
    if user.role != User.Role.EMPLOYER:
        raise Refused("您现在登录的不是企业账号。请退出后注册或登录一个企业账号，再打开邀请链接。")


@transaction.atomic
def decline(invitation, *, by):
    """Raises Refused."""
    invitation = opened(invitation)
    answer(invitation, by, is_accepted=False)
    audit.record(by, "team.declined", invitation.company, invitation=invitation.pk)


@transaction.atomic
def withdraw(invitation, *, by):
    """The link works no more. Raises Refused."""
    invitation = opened(invitation)
    owned(invitation.company, by)
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    audit.record(by, "team.invitation_withdrawn", invitation.company, invitation=invitation.pk)


@transaction.atomic
def remove(recruiter, *, by):
    """The owner takes a colleague out. Raises Refused."""
    company, recruiter = together(recruiter)
    owned(company, by)
    if recruiter.is_owner:
        raise Refused("负责人不能被移出，请先把负责人交给同事。")
    recruiter.delete()
    audit.record(by, "team.removed", company, user=recruiter.user_id)
    mail.send("accounts/mail/team_removed", to=recruiter.user, company=company.name)


@transaction.atomic
def leave(recruiter):
    """Raises Refused for the owner: a company without one could be managed by nobody."""
    company, recruiter = together(recruiter)
    if recruiter.is_owner:
        raise Refused("您是负责人，退出前请先把负责人交给同事。")
    recruiter.delete()
    audit.record(recruiter.user, "team.left", company)


@transaction.atomic
def hand_over(recruiter, *, by):
    """A colleague becomes the owner. Raises Refused."""
    company, recruiter = together(recruiter)
    owned(company, by)
    if not recruiter.user.is_active:
        raise Refused("这位同事的账号已经停用，请换一位。")
    if not recruiter.is_owner:
        company.recruiters.filter(is_owner=True).update(is_owner=False)
        recruiter.is_owner = True
        recruiter.save(update_fields=["is_owner"])
        audit.record(by, "team.handed_over", company, to=recruiter.user_id)
        mail.send(
            "accounts/mail/team_handed_over",
            to=recruiter.user,
            former=str(by),
            company=company.name,
        )


def together(recruiter):
    """The company, locked, and the recruiter as it now stands. Raises Refused where somebody else was faster."""
    company = Company.objects.select_for_update().get(pk=recruiter.company_id)
    found = Recruiter.objects.select_related("user").filter(pk=recruiter.pk, company=company).first()
    if not found:
        raise Refused("这位同事已经不在团队里了。")
    return company, found


def owned(company, user):
    if not Recruiter.objects.filter(company=company, user=user, is_owner=True).exists():
        raise Refused("只有负责人可以这样做。负责人可能刚刚换了人。")


def owners(company):
    return User.objects.filter(recruiter__company=company, recruiter__is_owner=True)


def opened(invitation):
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not invitation.is_open(timezone.now()):
        raise Refused("这个邀请已经用过、收回或过期了，请让对方重新邀请。")
    return invitation


def answer(invitation, user, *, is_accepted):
    invitation.answered_at, invitation.answered_by, invitation.is_accepted = timezone.now(), user, is_accepted
    invitation.save(update_fields=["answered_at", "answered_by", "is_accepted"])
