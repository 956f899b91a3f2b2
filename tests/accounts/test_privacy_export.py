"""Everybody takes away all that the site holds on them, and nothing of others."""

import io
import json
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from accounts import personal
from accounts.exporting import asking, making
from accounts.exporting.archive import archive
from accounts.models import Closing, Export, Resume, User
from tests.accounts.leavers import leaver
from tests.factories import ResumeFactory, UserFactory, ago, hence

pytestmark = pytest.mark.django_db

# What is related to a person and not in the export, and why.
NOT_EXPORTED = {
    ("pages.Feedback", "answered_by"): "work of staff",
    ("jobs.SearchedWord", "hidden_by"): "work of staff",
    ("jobs.JobImport", "by"): "postings of the company, gone after a week",
    ("jobs.JobDraft", "by"): "postings of the company",
    ("jobs.Job", "created_by"): "postings of the company; who wrote them is told by the entries of the audit",
    ("jobs.Submission", "submitted_by"): "postings of the company; the same",
    ("jobs.Submission", "decided_by"): "work of staff",
    ("jobs.Refresh", "by"): "of the company's jobs; the same",
    ("news.Picture", "uploaded_by"): "work of staff",
    ("news.Revision", "editor"): "work of staff",
    ("news.Article", "author"): "work of staff, published",
    ("accounts.Verification", "decided_by"): "work of staff",
    ("admin.LogEntry", "user"): "work of staff",
    ("accounts.ResumeView", "recruiter"): "belongs to the person whose resume was opened",
    ("accounts.ResumeEntry", "resume"): "the resume again, cut into words",
    ("accounts.User_groups", "user"): "told by the groups' names",
    ("accounts.User_user_permissions", "user"): "told by the rights' names",
}
# Fields that are withheld: secrets, other people, and files whose content lies beside.
WITHHELD = {
    "accounts.User": {"password"},
    "mfa.Authenticator": {"data"},
    "usersessions.UserSession": {"session_key", "data"},
    "accounts.Resume": {"photo", "attachment"},
    "accounts.ResumeView": {"recruiter"},
    "accounts.Verification": {"decided_by", "licence", "letter"},
    "accounts.Invitation": {"invited_by", "answered_by", "contact"},
    "accounts.Export": {"file"},
    "audit.Entry": {"actor_name", "action", "target_type", "target_id"},  # in words
}


@pytest.fixture
def person():
    return leaver()


def opened(user):
    return zipfile.ZipFile(io.BytesIO(archive(user, timezone.now())))


def leaves(data):
    """All values of the JSON, however deep, as text."""
    if isinstance(data, dict):
        return {leaf for value in data.values() for leaf in leaves(value)}
    elif isinstance(data, list):
        return {leaf for value in data for leaf in leaves(value)}
    else:
        return {str(data)}


def relations(model):
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and relation.is_relation and not relation.concrete:
            yield relation.related_model, relation.field.name


def expected(row):
    """{field: what has to stand in the JSON}."""
    told = {}
    for field in row._meta.concrete_fields:
        if (
            field.primary_key
            or field.name in WITHHELD.get(row._meta.label, ())
            or (field.is_relation and field.related_model in (User, Resume))
        ):
            continue
        value = getattr(row, field.name)
        if field.choices:
            value = getattr(row, f"get_{field.name}_display")()
        elif isinstance(value, datetime):
            local = timezone.localtime(value).isoformat()
            value = local[:23] + local[26:] if value.microsecond else local
        elif isinstance(value, date):
            value = value.isoformat()
        told[field.name] = value
    return told


def test_every_field_of_every_table_about_a_person_is_in_the_export(person):
    Closing.objects.create(user=person)
    found = leaves(json.loads(opened(person).read("data.json")))
    rows = [User.objects.get(pk=person.pk), Resume.objects.get(user=person)]
    for owner in tuple(rows):
        for model, name in relations(type(owner)):
            label = (model._meta.label, name)
            if label not in NOT_EXPORTED and label != ("accounts.Resume", "user"):
                related = list(model._default_manager.filter(**{name: owner}))
                assert related, f"leavers.py makes no row of {label}"
                rows += related
    for row in rows:
        for name, value in expected(row).items():
            if not isinstance(value, dict):
                assert str(value) in found, f"{row._meta.label}.{name}: {value}"
            else:
                assert leaves(value) <= found


def test_the_export_opens_as_a_page_with_the_files_that_were_sent(person):
    bundle = opened(person)
    names = bundle.namelist()
    assert sorted(names) == sorted(["data.json", "index.html", "style.css", "files/photo.jpg", "files/attachment.pdf"])
    page = bundle.read("index.html").decode()
    assert [known for known in person.known if known not in page and known != "139 0595 0007"] == []
    assert "<script" not in page
    assert " style=" not in page
    assert "http" not in page.split("<body>")[0]
    assert bundle.read("files/attachment.pdf").startswith(b"%PDF")


def test_nobody_elses_data_and_no_secret_is_in_the_export(person):
    other = leaver(8, "别清风")
    bundle = opened(person)
    text = "".join(bundle.read(name).decode() for name in ("data.json", "index.html"))
    theirs = [*other.known, "colleague7@example.com", "周看客", "吴审核"]
    assert [word for word in theirs if word in text] == []
    assert [word for word in [*person.secrets, person.password, "session7"] if word in text] == []


def test_other_apps_add_what_they_hold(person, monkeypatch):
    monkeypatch.setitem(personal.exporters, "投递记录", lambda user: [{"职位": f"{user.name}的职位"}])
    assert json.loads(opened(person).read("data.json"))["投递记录"] == [{"职位": "全暖阳的职位"}]
    assert "全暖阳的职位" in opened(person).read("index.html").decode()


def test_a_lost_file_does_not_keep_the_rest_back(person):
    resume = Resume.objects.get(user=person)
    resume.photo.storage.delete(resume.photo.name)
    assert "files/photo.jpg.txt" in opened(person).namelist()


def made(client, user, callbacks):
    client.force_login(user)
    with callbacks(execute=True):
        client.post("/my/privacy/export/")
    assert "下载我的数据" in client.get("/my/privacy/").content.decode()
    return Export.objects.get(user=user)


def test_a_person_exports_and_downloads(client, mailoutbox, django_capture_on_commit_callbacks):
    user = ResumeFactory(name="林清溪").user
    export = made(client, user, django_capture_on_commit_callbacks)
    assert ["/my/privacy/" in letter.body for letter in mailoutbox] == [True]
    answer = client.get(f"/my/privacy/export/{export.pk}/")
    assert answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"]
    bundle = zipfile.ZipFile(io.BytesIO(b"".join(answer)))
    assert json.loads(bundle.read("data.json"))["简历"][0]["姓名"] == "林清溪"


@pytest.mark.parametrize("role", ["employer", "staff"])
def test_employers_and_staff_export_as_well(client, role, django_capture_on_commit_callbacks):
    user = UserFactory(role=role, is_staff=role == "staff")
    assert made(client, user, django_capture_on_commit_callbacks).file


def test_a_file_is_gone_after_two_days_from_the_page_and_from_the_disk(
    client, travelling_cache, django_capture_on_commit_callbacks
):
    user = ResumeFactory().user
    export = made(client, user, django_capture_on_commit_callbacks)
    path = export.file.path
    Export.objects.update(made_at=ago(hours=47))
    assert client.get(f"/my/privacy/export/{export.pk}/").status_code == 200
    assert making.expire() == 0
    Export.objects.update(made_at=ago(hours=49))
    assert client.get(f"/my/privacy/export/{export.pk}/").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        assert making.expire() == 1
    assert not Path(path).exists()
    assert making.expire() == 0


def test_an_export_that_was_never_made_is_no_obstacle_for_ever(client):
    export = Export.objects.create(user=UserFactory())
    assert making.expire() == 0
    assert making.expire(at=hence(hours=49)) == 1
    assert not Export.objects.filter(pk=export.pk).exists()


def test_a_new_export_takes_the_place_of_the_old_one(client, django_capture_on_commit_callbacks, settings):
    user = UserFactory()
    old = made(client, user, django_capture_on_commit_callbacks)
    assert made(client, user, django_capture_on_commit_callbacks) != old
    assert client.get(f"/my/privacy/export/{old.pk}/").status_code == 404
    assert len(list((settings.PRIVATE_ROOT / "exports").iterdir())) == 1


def test_exporting_is_limited_and_says_so(client, django_capture_on_commit_callbacks):
    user = UserFactory()
    for _ in range(asking.MOST_A_DAY):
        made(client, user, django_capture_on_commit_callbacks)
    before = Export.objects.get()
    assert "请明天再来" in client.post("/my/privacy/export/", follow=True).content.decode()
    assert Export.objects.get() == before


def test_a_task_that_runs_twice_makes_one_file(mailoutbox, django_capture_on_commit_callbacks):
    export = Export.objects.create(user=UserFactory())
    with django_capture_on_commit_callbacks(execute=True):
        making.make(export.pk)
        name = Export.objects.get().file.name
        making.make(export.pk)
    assert Export.objects.get().file.name == name
    assert len(mailoutbox) == 1


def test_a_page_tells_that_the_export_is_being_made(client):
    user = UserFactory()
    Export.objects.create(user=user, asked_at=timezone.now() - timedelta(seconds=5))
    client.force_login(user)
    page = client.get("/my/privacy/").content.decode()
    assert "正在导出" in page
    assert 'action="/my/privacy/export/"' not in page
