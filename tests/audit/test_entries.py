"""What was done is written down once; nobody changes it, not by code, not in the admin, not in the database."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.models import User
from axrc import audit
from axrc.audit.models import AppendOnly, Entry
from axrc.audit.recording import NAMES
from tests.factories import CompanyFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return UserFactory(name="林审核", role="staff", is_staff=True)


@pytest.fixture
def entry(reviewer):
    return audit.record(reviewer, "company.verified", CompanyFactory(name="安溪铁观音茶厂"), until="2026-09-01")


def test_a_deed_is_told_with_who_what_and_when(reviewer):
    company = CompanyFactory(name="安溪铁观音茶厂")
    before = timezone.now()
    audit.record(reviewer, "company.refused", company, reason="执照看不清")
    entry = Entry.objects.about(company).get()
    assert (entry.actor, entry.actor_name, entry.action) == (reviewer, "林审核", "company.refused")
    assert (entry.target_type, entry.target_id) == ("accounts.company", str(company.pk))
    assert entry.target_name == str(company)
    assert entry.details == {"reason": "执照看不清"}
    assert before <= entry.at <= timezone.now()


def test_a_deed_that_fails_is_not_told(reviewer):
    with transaction.atomic():
        audit.record(reviewer, "company.verified", CompanyFactory())
        transaction.set_rollback(True)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("nobody", [None, AnonymousUser()])
def test_what_the_clock_did_has_no_actor(nobody):
    entry = audit.record(nobody, "company.expired", CompanyFactory())
    assert (entry.actor_id, entry.actor_name) == (None, "")
    assert str(entry).startswith("系统：")


def test_people_are_not_named_by_their_address_or_number():
    """The entry outlives the account, whose contact data must go with it."""
    person = UserFactory(name="", email="wang@example.com", phone="+8613800138000")
    entry = audit.record(person, "account.closed", person)
    assert entry.actor_name == entry.target_name == f"用户 {person.pk}"


def test_an_entry_is_not_saved_again(entry):
    entry.action = "company.refused"
    with pytest.raises(AppendOnly):
        entry.save()


def test_an_entry_under_a_known_number_does_not_replace_it(entry):
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry(pk=entry.pk, action="x").save()


def test_an_entry_is_not_deleted(entry):
    with pytest.raises(AppendOnly):
        entry.delete()


@pytest.mark.parametrize(
    "change",
    [
        lambda entries: entries.update(action="x"),
        lambda entries: entries.delete(),
        lambda entries: entries.bulk_update(entries, ["action"]),
    ],
)
def test_entries_are_not_changed_together(entry, change):
    with pytest.raises(AppendOnly):
        change(Entry.objects.all())


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_entry SET actor_name = 'x'", "DELETE FROM audit_entry", "UPDATE audit_entry SET details = '{}'"],
)
def test_the_database_refuses_to_change_an_entry(entry, statement):
    with pytest.raises(DatabaseError, match="audit entries"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.get().actor_name == "林审核"


def test_what_the_law_no_longer_asks_for_may_go(reviewer):
    old = Entry.objects.create(action="x", target_type="y", target_id="1", at=timezone.now() - timedelta(days=4 * 366))
    audit.record(reviewer, "company.verified", CompanyFactory())
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE id = %s", [old.pk])
    assert Entry.objects.count() == 1


def test_an_entry_outlives_who_did_it(reviewer, entry):
    number = reviewer.pk
    reviewer.delete()
    kept = Entry.objects.get()
    assert (kept.actor_id, kept.actor_name) == (number, "林审核")


def test_an_entry_outlives_what_it_is_about(entry):
    User.objects.all().delete()
    assert Entry.objects.get().target_name


@pytest.fixture
def desk(client, reviewer):
    """The browser of somebody who may read entries, and no more."""
    reviewer.user_permissions.add(*Permission.objects.filter(content_type__app_label="audit", codename="view_entry"))
    client.force_login(reviewer)
    return client


def test_staff_find_and_read_entries(desk, entry):
    for word in ("林审核", "铁观音", "company.verified", entry.target_id):
        assert "安溪铁观音茶厂" in desk.get("/admin/audit/entry/", {"q": word}).content.decode()
    assert "安溪铁观音茶厂" not in desk.get("/admin/audit/entry/", {"q": "光电"}).content.decode()
    assert "2026-09-01" in desk.get(f"/admin/audit/entry/{entry.pk}/change/").content.decode()


def test_entries_are_filtered_by_what_was_done(desk, entry, reviewer):
    audit.record(reviewer, "company.refused", CompanyFactory(name="尚卿藤铁工艺厂"))
    page = desk.get("/admin/audit/entry/", {"action": "company.refused"}).content.decode()
    assert "尚卿藤铁工艺厂" in page
    assert "安溪铁观音茶厂" not in page


def test_actions_are_shown_in_words(desk, entry, monkeypatch):
    monkeypatch.setitem(NAMES, "company.verified", "通过企业认证")
    assert "通过企业认证" in desk.get("/admin/audit/entry/").content.decode()


def test_not_even_a_superuser_writes_or_deletes_in_the_admin(admin_client, entry):
    address = f"/admin/audit/entry/{entry.pk}"
    assert admin_client.get("/admin/audit/entry/add/").status_code == 403
    assert admin_client.post(f"{address}/change/", {"action": "x"}).status_code == 403
    assert admin_client.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    admin_client.post("/admin/audit/entry/", {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"})
    assert Entry.objects.get().action == "company.verified"


def test_who_may_not_read_entries_does_not(client, reviewer, entry):
    client.force_login(reviewer)
    assert client.get("/admin/audit/entry/").status_code == 403


def test_the_list_costs_the_same_however_long(desk, reviewer, django_assert_max_num_queries):
    company = CompanyFactory()
    for _ in range(30):
        audit.record(reviewer, "company.verified", company)
    with django_assert_max_num_queries(12):
        desk.get("/admin/audit/entry/")


@pytest.mark.django_db(transaction=True)
def test_the_guard_stands_again_after_the_tables_were_emptied():
    audit.record(None, "company.expired", CompanyFactory())
    call_command("flush", interactive=False, verbosity=0)
    audit.record(None, "company.expired", CompanyFactory())
    with pytest.raises(DatabaseError, match="audit entries"), connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET action = 'x'")
