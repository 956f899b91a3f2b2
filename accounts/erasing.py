"""What is erased of a person who has left, and what stays: what the law keeps, without name or number (DOMAIN.md L8)."""

from dataclasses import dataclass
from functools import partial

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q

from accounts import personal, phones
from accounts.models import Company, Invitation, Recruiter, Resume, ResumeEntry, User, Verification
from axrc import audit
from axrc.mail.models import Letter

NOBODY = "已注销用户"
# All other fields become what they are in a row that nobody has filled in.
KEPT_OF_USER = {"id", "role", "date_joined"}
KEPT_OF_RESUME = {"id", "user", "created_at", "updated_at"}
LINES = ["intentions", "schoolings", "works", "projects", "certificates", "blocks"]


@dataclass(frozen=True)
class Leaver:
    """Who leaves: the account as it still is, what was proved to be theirs, and the company that nobody manages now."""

    user: User
    addresses: frozenset
    numbers: frozenset
    company: Company | None = None

    @classmethod
    def of(cls, user, company=None):
        proved = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
        numbers = {user.phone} if user.phone and user.phone_verified_at else set()
        return cls(user, frozenset(address.lower() for address in proved), frozenset(numbers), company)

    @property
    def contacts(self):
        return self.addresses | self.numbers

    def among(self, rows, name):
        """The rows in whose field stands an address or a number of the person, however it is written."""
        likely = Q(pk__in=[])
        for address in self.addresses:
            likely |= Q(**{f"{name}__iexact": address})
        for number in self.numbers:
            likely |= Q(**{f"{name}__endswith": number[-4:]})
        found = [pk for pk, text in rows.filter(likely).values_list("pk", name) if self.is_reached_by(text)]
        return rows.filter(pk__in=found)

    def is_reached_by(self, text):
        return text.lower() in self.addresses or phones.normalised(text) in self.numbers


def erase(user, at):
    """Within a transaction, the user locked."""
    leaver = Leaver.of(user, leave_company(user, at))
    for others_erase in personal.erasers:
        others_erase(leaver)
    forget_contact(leaver)
    erase_traces(leaver)
    resume = Resume.objects.select_for_update().filter(user=user).first()
    if resume:
        erase_resume(resume)
    erase_login(user)
    reset(user, KEPT_OF_USER)
    user.name, user.is_active = NOBODY, False
    user.set_unusable_password()
    user.save()


# Companies ----------------------------------------------------------------------------------------------------------


def successors(recruiter):
    """Colleagues who could manage the company, the longest there first."""
    others = Recruiter.objects.filter(company=recruiter.company_id, user__is_active=True).exclude(pk=recruiter.pk)
    return others.order_by("created_at", "pk")


def leave_company(user, at):
    """The company that has no owner any more, closed and without contact data, or None."""
    recruiter = Recruiter.objects.filter(user=user).first()
    if not recruiter:
        return None
    company = Company.objects.select_for_update().get(pk=recruiter.company_id)
    successor = successors(recruiter).first() if recruiter.is_owner else None
    recruiter.delete()
    if successor:
        successor.is_owner = True
        successor.save(update_fields=["is_owner"])
        audit.record(None, "team.handed_over", company, to=successor.user_id)
    if company.recruiters.filter(is_owner=True).exists():
        return None
    company.closed_at = company.closed_at or at
    company.contact_name = company.contact_phone = company.contact_email = ""
    company.save()
    for photo in company.photos.all():
        photo.delete()
    return company


def forget_contact(leaver):
    """Companies that others look after have somebody else as their contact from now on."""
    for name in ("contact_phone", "contact_email"):
        for company in leaver.among(Company.objects.all(), name):
            company.contact_name = ""
            setattr(company, name, "")
            company.save()


# Traces -------------------------------------------------------------------------------------------------------------


def erase_traces(leaver):
    """What others wrote down of the person, and what waits to be sent or fetched."""
    user = leaver.user
    Verification.objects.filter(submitted_by=user).update(submitter_name=NOBODY)
    Invitation.objects.filter(Q(answered_by=user) | Q(contact__in=leaver.contacts)).update(contact=NOBODY)
    Letter.objects.filter(to__in=leaver.contacts).delete()
    for export in user.exports.all():
        export.delete()
    rows = Q(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk))
    if resume := Resume.objects.filter(user=user).first():
        rows |= Q(content_type=ContentType.objects.get_for_model(Resume), object_id=str(resume.pk))
    LogEntry.objects.filter(rows).update(object_repr=NOBODY, change_message="")


def erase_resume(resume):
    """The row stays for the dates of what was given to whom, empty."""
    for name in LINES:
        getattr(resume, name).all().delete()
    for file in filter(None, [resume.photo, resume.attachment]):
        transaction.on_commit(partial(file.storage.delete, file.name))
    reset(resume, KEPT_OF_RESUME)
    resume.visibility = Resume.Visibility.HIDDEN
    resume.save()
    ResumeEntry.objects.revise(resume)


def erase_login(user):
    end_sessions(user)
    for model in (EmailAddress, Authenticator, SocialAccount):
        model.objects.filter(user=user).delete()
    user.groups.clear()
    user.user_permissions.clear()


def end_sessions(user):
    for session in UserSession.objects.filter(user=user):
        session.end()


def reset(row, kept):
    for field in row._meta.concrete_fields:
        if field.name not in kept:
            setattr(row, field.attname, field.get_default())
