"""Somebody of whom the site holds everything that it can hold of a person."""

from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts import consents
from accounts.models import Certificate, Company, Export, Invitation, Project, Resume, ResumeView, Schooling
from accounts.resumes import disclosing, editing
from axrc import audit, mail
from axrc.web import documents, uploads
from jobs.life import content
from jobs.models import JobDraft, Submission
from pages.models import Feedback
from tests.accounts.papers import hand_in
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory, ResumeFactory, UserFactory
from tests.web.files import PDF, photo

PASSWORD = "tieguanyin-2026"


def leaver(number=7, name="全暖阳"):
    """A user with the attributes `known`, by which their traces are found, and `company`, which they manage alone.

    One person both looks for work and hires here, which no account does, so that every table has a row.
    """
    mobile = f"1390595{number:04d}"
    email = f"nuanyang{number}@example.com"
    user = UserFactory(email=email, phone=f"+86{mobile}", phone_verified_at=timezone.now(), name=name)
    user.set_password(PASSWORD)
    user.save()
    user.secrets = [f"sesame{number}", f"keyring{number}"]
    user.known = [
        *(name, email, mobile, f"139 0595 {number:04d}", f"other{number}@example.com", f"wx-{number}-uid", f"阳光{number}"),
        *(f"1991111{number:04d}", f"暖阳技能{number}", f"暖阳自述{number}", f"暖阳学校{number}", f"暖阳单位{number}"),
        *(f"暖阳项目{number}", f"暖阳证书{number}", f"暖阳简历{number}", f"iPhone{number}", f"198.51.100.{number}"),
    ]
    consents.agree(user)
    login(user, number)
    user.company = employer(user, number)
    resume(user, number)
    traces(user)
    return user


def login(user, number):
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    EmailAddress.objects.create(user=user, email=f"other{number}@example.com")
    SocialAccount.objects.create(
        user=user, provider="weixin", uid=f"wx-{number}-uid", extra_data={"nickname": f"阳光{number}"}
    )
    Authenticator.objects.create(user=user, type="totp", data={"secret": f"sesame{number}"})
    key = {"name": f"iPhone{number}", "credential": f"keyring{number}"}
    Authenticator.objects.create(user=user, type="webauthn", data=key)
    user.usersession_set.create(session_key=f"session{number}", ip=f"198.51.100.{number}", user_agent=f"iPhone{number}")


def employer(user, number):
    recruiter = RecruiterFactory(
        user=user,
        company__contact_name=user.name,
        company__contact_phone=f"139 0595 {number:04d}",
        company__contact_email=user.email,
    )
    company = recruiter.company
    hand_in(recruiter, number)
    Invitation.objects.create(company=company, invited_by=user, contact=f"colleague{number}@example.com")
    Invitation.objects.create(company=CompanyFactory(), answered_by=user, contact=user.email)
    job = JobFactory(company=company, contact_name=user.name, contact_phone=f"1390595{number:04d}")
    change = content.content(job) | {"title": "评茶员"}
    Submission.objects.create(job=job, kind="edit", values=change, before=content.content(job), submitted_by=user)
    JobDraft.objects.create(company=company, by=user, typed={"contact_name": user.name})
    JobDraft.objects.create(company=CompanyFactory(), by=user, typed={"contact_phone": f"139 0595 {number:04d}"})
    return company


def resume(user, number):
    found = ResumeFactory(
        user=user,
        name=user.name,
        phone=f"1991111{number:04d}",
        skills=f"暖阳技能{number}",
        about=f"暖阳自述{number}",
        visibility=Resume.Visibility.PUBLIC,
    )
    found.works.update(company=f"暖阳单位{number}")
    Schooling.objects.create(resume=found, school=f"暖阳学校{number}", level="college", begins=date(2012, 9, 1))
    Project.objects.create(resume=found, name=f"暖阳项目{number}", begins=date(2020, 3, 1))
    Certificate.objects.create(resume=found, name=f"暖阳证书{number}", issued=date(2020, 3, 1))
    editing.save_photo(user, uploads.reencoded(SimpleUploadedFile("me.jpg", photo())))
    editing.save_attachment(user, documents.checked(SimpleUploadedFile(f"暖阳简历{number}.pdf", PDF)))
    disclosing.block(found, CompanyFactory())
    looking = RecruiterFactory(user__name="周看客")
    disclosing.grant(found, looking.company)
    ResumeView.objects.create(resume=found, company=looking.company, recruiter=looking.user, what="page")


def traces(user):
    """What others wrote down."""
    staff = UserFactory(is_staff=True, role="staff", name="吴审核")
    audit.record(staff, "user.changed", user, fields=["name"])
    audit.record(staff, "resume.opened", user.resume, what="page")
    audit.record(user, "company.edited", user.company, fields=["about"])
    for thing in (user, user.resume):
        LogEntry.objects.create(
            user=staff,
            content_type=ContentType.objects.get_for_model(thing),
            object_id=str(thing.pk),
            object_repr=f"{thing} {user.email} {user.phone}",
            action_flag=CHANGE,
            change_message=f"{user.name}",
        )
    mail.send("accounts/mail/team_removed", to=user, company=user.company.name)
    Feedback.objects.create(type="help", text="忘记了密码，请帮帮我。", name=user.name, contact=user.phone[3:])
    Export.objects.create(user=user)


def company_of(user):
    return Company.objects.get(pk=user.company.pk)


def as_link(token):
    return f"https://www.axrc.net/my/privacy/take-back/{token}/"
