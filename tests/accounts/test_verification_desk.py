"""The reviewers' desk in the admin: the queue, the pictures, the decision, and who may see them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts import verification
from accounts.models import Company, RefusalReason, Verification
from axrc.audit.models import Entry
from tests.accounts.papers import code, hand_in
from tests.factories import CompanyFactory, RecruiterFactory, UserFactory

pytestmark = pytest.mark.django_db
QUEUE = "/admin/accounts/verification/"


@pytest.fixture
def reviewer():
    user = UserFactory(name="审核员小陈", is_staff=True, role="staff")
    user.groups.add(Group.objects.get(name="审核"))
    return user


@pytest.fixture
def desk(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def submission():
    return hand_in(RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None)))


def page_of(submission):
    return f"{QUEUE}{submission.pk}/change/"


def file_of(submission, which="licence"):
    return f"{QUEUE}{submission.pk}/{which}.file"


def test_who_waits_longest_comes_first_and_what_is_decided_last(desk, reviewer):
    waiting = [hand_in(RecruiterFactory(company=CompanyFactory(verified_at=None)), number) for number in range(3)]
    for days, one in zip([1, 3, 2], waiting, strict=True):
        Verification.objects.filter(pk=one.pk).update(submitted_at=timezone.now() - timedelta(days=days))
    decided = hand_in(RecruiterFactory(company=CompanyFactory(verified_at=None)), 9)
    verification.refuse(decided, by=reviewer, reason="看不清")
    shown = [one.pk for one in desk.get(QUEUE).context["cl"].result_list]
    assert shown == [waiting[1].pk, waiting[2].pk, waiting[0].pk, decided.pk]


def test_the_pictures_stand_beside_the_decision_and_each_look_is_written_down(desk, reviewer, submission):
    page = desk.get(page_of(submission)).content.decode()
    for which in Verification.FILES:
        assert f'src="{file_of(submission, which)}"' in page
        answer = desk.get(file_of(submission, which))
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    looks = Entry.objects.filter(action="verification.file_opened").order_by("id")
    assert [(look.actor, look.details["file"]) for look in looks] == [(reviewer, "licence"), (reviewer, "letter")]


def test_the_pictures_are_not_there_for_anybody_else(client, submission):
    editor = UserFactory(is_staff=True)
    editor.groups.add(Group.objects.get(name="编辑"))
    for user in [None, UserFactory(), submission.submitted_by, RecruiterFactory().user, editor]:
        client.logout()
        if user:
            client.force_login(user)
        assert client.get(file_of(submission)).status_code == 404
    assert not Entry.objects.filter(action="verification.file_opened").exists()


@pytest.mark.parametrize("which", ["name", "credit_code", "pk", "delete"])
def test_no_other_field_is_given_away(desk, submission, which):
    assert desk.get(file_of(submission, which)).status_code == 404


def test_a_reviewer_accepts(desk, reviewer, submission):
    desk.post(page_of(submission), {"accept": "1", "joins": ""})
    assert Company.objects.verified().get() == submission.company
    assert Verification.objects.get().decided_by == reviewer


def test_a_reviewer_refuses_with_a_prepared_reason_and_own_words(desk, submission):
    reason = RefusalReason.objects.get(title="照片看不清")
    desk.post(page_of(submission), {"refuse": "1", "reason": reason.pk, "note": "左下角反光。"})
    assert Verification.objects.get().reason == f"{reason.text}\n\n左下角反光。"


@pytest.mark.parametrize("button", [{"refuse": "1"}, {}], ids=["refused", "sent without a button"])
def test_nobody_is_refused_without_a_reason(desk, submission, button):
    page = desk.post(page_of(submission), button | {"note": "  "}).content.decode()
    assert "请选择原因" in page
    assert Verification.objects.get().is_waiting


def test_the_second_reviewer_reads_what_happened_and_keeps_his_words(desk, submission):
    verification.accept(submission, by=UserFactory(name="老林", is_staff=True))
    page = desk.post(page_of(submission), {"refuse": "1", "note": "我看到的代码不同"}).content.decode()
    assert "老林 已在" in page
    assert "我看到的代码不同" in page
    assert Verification.objects.get().status == "accepted"


def test_a_company_that_turned_up_meanwhile_is_shown_before_anything_is_joined(desk, submission):
    holder = RecruiterFactory(company=CompanyFactory(name="安溪县老字号茶厂", credit_code=code())).company
    answer = desk.post(page_of(submission), {"accept": "1", "joins": ""})
    assert "安溪县老字号茶厂" in answer.content.decode()
    assert Verification.objects.get().is_waiting
    desk.post(page_of(submission), {"accept": "1", "joins": answer.context["form"]["joins"].value()})
    assert Verification.objects.get().joined == holder


def test_an_editor_sees_no_queue(client, submission):
    editor = UserFactory(is_staff=True)
    editor.groups.add(Group.objects.get(name="编辑"))
    client.force_login(editor)
    assert client.get(QUEUE).status_code == 403
    assert client.post(page_of(submission), {"accept": "1", "joins": ""}).status_code == 403
    assert Verification.objects.get().is_waiting


@pytest.mark.parametrize("model", ["company", "verification"])
def test_nobody_deletes_what_the_law_keeps(client, submission, model):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    pk = submission.company_id if model == "company" else submission.pk
    assert client.post(f"/admin/accounts/{model}/{pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(f"/admin/accounts/{model}/", {"action": "delete_selected", "_selected_action": [pk], "post": "yes"})
    assert Company.objects.exists()
    assert Verification.objects.exists()


def test_companies_are_found_by_code_and_by_telephone(desk):
    CompanyFactory(name="安溪县一号厂", credit_code=code(1), contact_phone="0595-23009999")
    CompanyFactory(name="安溪县二号厂", credit_code=code(2))
    for words in (code(1), "23009999"):
        page = desk.get("/admin/accounts/company/", {"q": words}).content.decode()
        assert "一号厂" in page
        assert "二号厂" not in page
