"""A week after somebody has left, nothing is left by which anybody could tell who it was."""

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from accounts import closing, erasing, personal, teams
from accounts.exporting import making
from accounts.models import Closing, Company, Disclosure, Invitation, Recruiter, Resume, ResumeView, User, Verification
from accounts.resumes import editing
from accounts.resumes.opening import open_resume
from axrc.audit.models import Entry
from axrc.web import documents
from jobs.life import content
from jobs.models import Job, Submission
from pages.models import Feedback
from tests.accounts.leavers import as_link, company_of, leaver
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory, ResumeFactory, UserFactory
from tests.web.files import PDF

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)


def leave(user):
    return closing.close(user, by=user, link=as_link)


def erase(user):
    leave(user)
    assert closing.erase_due(timezone.now() + WEEK) == 1


def found_in_tables(words):
    """(table, column, word) of whatever table of the database holds one of the words, the search index among them."""
    hits, raw = [], "blob" if connection.vendor == "sqlite" else "text"
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
            for column in columns:
                cursor.execute(f'SELECT DISTINCT CAST("{column}" AS {raw}) FROM "{table}"')
                text = "\n".join(readable(value) for (value,) in cursor.fetchall())
                hits += [(table, column, word) for word in words if word in text or json.dumps(word)[1:-1] in text]
    return hits


def readable(value):
    return value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)


def files(folder):
    return [path.name for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def test_no_table_and_no_file_holds_anything_of_the_person_any_more(settings, django_capture_on_commit_callbacks):
    user = leaver()
    with django_capture_on_commit_callbacks(execute=True):
        making.make(user.exports.get().pk)
    words = [*user.known, *user.secrets]
    assert {word for _, _, word in found_in_tables(words)} == set(words)
    assert files(settings.PRIVATE_ROOT / "resumes")
    with django_capture_on_commit_callbacks(execute=True):
        erase(user)
    assert found_in_tables(words) == []
    assert files(settings.PRIVATE_ROOT / "resumes") == files(settings.PRIVATE_ROOT / "exports") == []


def test_what_others_hold_is_untouched():
    user, other = leaver(), leaver(8, "别清风")
    words = [*other.known, *other.secrets]
    before = found_in_tables(words)
    erase(user)
    assert found_in_tables(words) == before


def test_what_the_law_keeps_stays_under_the_name_of_nobody():
    user = leaver()
    entries = Entry.objects.count()
    erase(user)
    verification = Verification.objects.get(company=user.company)
    assert str(verification.submitted_by) == verification.submitter_name == "已注销用户"
    assert verification.licence
    assert verification.letter
    assert Job.objects.get(company=user.company).contact_phone == ""
    assert Disclosure.objects.get(resume__user=user).granted_at
    assert ResumeView.objects.filter(resume__user=user).count() == 1
    assert Feedback.objects.get().text == "忘记了密码，请帮帮我。"
    assert Entry.objects.count() > entries
    assert not Entry.objects.filter(actor_name__contains="暖阳").exists()
    assert Entry.objects.filter(action="account.erased", actor_id=None).count() == 1


def test_who_decided_for_the_site_is_still_named_in_the_audit():
    user = leaver()
    erase(user)
    assert Entry.objects.get(action="user.changed").actor_name == "吴审核"


def test_all_fields_of_the_account_and_of_the_resume_are_those_of_a_new_one():
    """Also those that somebody adds later: what is kept is a list, what is erased is not."""
    user = leaver()
    erase(user)
    for row, kept in (
        (User.objects.get(pk=user.pk), erasing.KEPT_OF_USER | {"name", "is_active", "password"}),
        (Resume.objects.get(user=user), erasing.KEPT_OF_RESUME | {"visibility"}),
    ):
        for field in row._meta.concrete_fields:
            if field.name not in kept:
                assert getattr(row, field.attname) in (field.get_default(), None, ""), field.name
    assert not User.objects.get(pk=user.pk).has_usable_password()


def test_a_company_that_nobody_manages_stays_closed_and_tells_no_contact():
    user = leaver()
    erase(user)
    company = company_of(user)
    assert company not in Company.objects.verified()
    assert (company.contact_name, company.contact_phone, company.contact_email) == ("", "", "")
    assert not Recruiter.objects.filter(company=company).exists()


def test_a_colleague_who_leaves_is_no_longer_the_contact_of_a_company_that_goes_on(person):
    owner = RecruiterFactory()
    user = person(email="colleague@example.com", phone="+8613800138000", role="employer")
    Recruiter.objects.create(user=user, company=owner.company)
    Company.objects.filter(pk=owner.company.pk).update(contact_phone="138-0013-8000", contact_name="郑同事")
    theirs = JobFactory(company=owner.company, contact_phone="138 0013 8000", contact_name="郑同事")
    other = JobFactory(company=owner.company, contact_phone="0595-23238000", contact_name="林女士")
    contact = {"contact_name": "郑同事", "contact_phone": "138 0013 8000"}
    change = Submission.objects.create(job=other, kind="edit", values=contact, before=content.content(other))
    erase(user)
    company = Company.objects.verified().get(pk=owner.company.pk)
    assert (company.contact_name, company.contact_phone) == ("", "")
    theirs.refresh_from_db()
    other.refresh_from_db()
    assert (theirs.contact_name, theirs.contact_phone) == ("", "")
    assert (other.contact_name, other.contact_phone) == ("林女士", "0595-23238000")
    change.refresh_from_db()
    assert change.values == {"contact_name": "", "contact_phone": ""}
    assert change.before["contact_name"] == "林女士"


def test_a_number_that_was_only_typed_erases_nothing_of_others():
    company = CompanyFactory(contact_phone="138 0013 8000")
    invitation = Invitation.objects.create(company=company, contact="+8613800138000")
    user = UserFactory(phone="+8613800138000")
    ResumeFactory(user=user, phone="13800138000")
    erase(user)
    invitation.refresh_from_db()
    assert invitation.contact == "+8613800138000"
    assert Company.objects.get(pk=company.pk).contact_phone == "138 0013 8000"


def test_a_team_whose_owner_went_without_handing_over_has_an_owner():
    """Owner and colleague left in the wrong order: the colleague came back."""
    owner = RecruiterFactory()
    colleague = RecruiterFactory(company=owner.company, is_owner=False)
    left = leave(colleague.user)
    leave(owner.user)
    closing.take_back(left)
    assert closing.erase_due(timezone.now() + WEEK) == 1
    assert Recruiter.objects.get(company=owner.company).is_owner
    assert Entry.objects.filter(action="team.handed_over", actor_id=None).exists()


def test_nothing_is_erased_before_the_week_is_over_and_nothing_twice():
    user = leaver()
    leave(user)
    assert closing.erase_due(timezone.now() + WEEK - timedelta(minutes=1)) == 0
    assert User.objects.get(pk=user.pk).email
    assert closing.erase_due(timezone.now() + WEEK) == 1
    before = User.objects.filter(pk=user.pk).values().get(), Entry.objects.count()
    assert closing.erase_due(timezone.now() + WEEK) == 0
    assert (User.objects.filter(pk=user.pk).values().get(), Entry.objects.count()) == before


def test_one_account_that_cannot_be_erased_does_not_keep_the_others(monkeypatch):
    first, second = leaver(), leaver(8, "别清风")
    leave(first)
    leave(second)

    def stumble(one):
        if one.user.pk == first.pk:
            raise RuntimeError("no")

    monkeypatch.setattr(personal, "erasers", [*personal.erasers, stumble])
    with pytest.raises(ExceptionGroup):
        closing.erase_due(timezone.now() + WEEK)
    assert User.objects.get(pk=first.pk).email
    assert Closing.objects.get(user=first).erased_at is None
    assert User.objects.get(pk=second.pk).email is None


def test_other_apps_erase_what_they_hold_in_the_same_transaction(monkeypatch):
    seen = []
    monkeypatch.setattr(personal, "erasers", [lambda one: seen.append((one.user.email, one.company))])
    user = leaver()
    email = user.email
    erase(user)
    assert seen == [(email, user.company)]


def test_address_and_number_can_register_again(client, post, person):
    user = person(email="again@example.com", phone="+8613800138000")
    erase(user)
    assert not User.objects.with_phone("+8613800138000").exists()
    assert not EmailAddress.objects.filter(email="again@example.com").exists()
    data = {"email": "again@example.com", "password1": "tieguanyin-2026", "role": "seeker", "consent": "on"}
    assert client.post("/accounts/signup/", data).status_code == 302
    assert User.objects.get(email="again@example.com").pk != user.pk


def test_an_erased_account_opens_with_nothing(client, log_in, person):
    user = person(email="gone@example.com")
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    erase(user)
    log_in("gone@example.com")
    assert "_auth_user_id" not in client.session
    assert not Authenticator.objects.exists()


def test_the_reviewer_finds_no_resume_of_somebody_who_has_left():
    reviewer = UserFactory(is_staff=True, is_superuser=True)
    resume = ResumeFactory()
    assert open_resume(reviewer, resume.pk, "page")
    leave(resume.user)
    assert not Resume.objects.visible_to(reviewer).exists()


def test_a_file_that_is_being_saved_goes_too(settings, django_capture_on_commit_callbacks):
    user = ResumeFactory().user
    with django_capture_on_commit_callbacks(execute=True):
        leave(user)
        editing.save_attachment(user, documents.checked(SimpleUploadedFile("cv.pdf", PDF)))
        closing.erase_due(timezone.now() + WEEK)
    assert files(settings.PRIVATE_ROOT) == []


def test_a_team_cannot_be_handed_to_somebody_who_has_left():
    owner = RecruiterFactory()
    colleague = RecruiterFactory(company=owner.company, is_owner=False)
    leave(colleague.user)
    with pytest.raises(teams.Refused, match="已经停用"):
        teams.hand_over(colleague, by=owner.user)
