"""留言反馈: sending."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from axrc.web import proof_of_work
from pages.models import Feedback
from tests.factories import JobFactory
from tests.pages import making
from tests.pages.making import letter

pytestmark = pytest.mark.django_db


def send(client, **fields):
    return client.post("/feedback/", letter(**fields))


def another(number):
    return f"第{number}条：希望能按乡镇筛选职位。"


def test_a_letter_arrives_and_its_writer_is_thanked(client):
    response = client.post("/feedback/", letter(name="陈先生", contact="13800138000"), follow=True)
    assert response.redirect_chain == [("/feedback/", 302)]
    assert "谢谢您的留言" in response.content.decode()
    received = Feedback.objects.get()
    assert (received.type, received.name, received.contact) == ("suggestion", "陈先生", "13800138000")
    assert (received.status, received.is_public) == (Feedback.Status.OPEN, False)


def test_thanks_are_given_once(client):
    client.post("/feedback/", letter(), follow=True)
    assert "谢谢您的留言" not in client.get("/feedback/").content.decode()


def test_the_address_of_the_sender_is_not_kept(client):
    client.post("/feedback/", letter(), REMOTE_ADDR="203.0.113.5")
    received = Feedback.objects.get()
    assert received.sender
    assert "203.0.113.5" not in str(vars(received))


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("type", "", "请选择反馈的类型"),
        ("type", "praise", "选择一个有效的选项"),
        ("text", "", "请填写内容"),
        ("text", "太短", "至少写 10 个字"),
        ("text", "长" * 1001, "1000"),
        ("contact", "12", "请填写手机号"),
        ("contact", "nobody@nowhere", "请填写手机号"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_field(client, field, value, complaint):
    response = send(client, **{field: value})
    assert complaint in "".join(response.context["form"].errors[field])
    assert not Feedback.objects.exists()


def test_what_was_written_stays_when_something_is_wrong(client):
    html = send(client, type="help", text="我写了很长的一段话，不想再写一遍。", name="陈先生").content.decode()
    for kept in ("我写了很长的一段话，不想再写一遍。", 'value="陈先生"', 'value="help"'):
        assert kept in html


@pytest.mark.parametrize("type", ["help", "complaint"])
def test_who_needs_an_answer_says_where_to(client, type):
    response = send(client, type=type)
    assert "需要留下联系方式" in response.content.decode()
    send(client, type=type, contact="0595-23000000")
    assert Feedback.objects.get().contact == "0595-23000000"


@pytest.mark.parametrize(
    "contact", ["13800138000", "138 0013 8000", "+86 13800138000", "138-0013-8000", "138\uff10\uff10138000", "a@b.cn"]
)
def test_numbers_are_taken_however_they_are_written(client, contact):
    send(client, contact=contact)
    assert Feedback.objects.count() == 1


def test_a_form_without_a_token_is_refused():
    assert Client(enforce_csrf_checks=True).post("/feedback/", letter()).status_code == 403


def test_who_fills_in_the_hidden_field_is_thanked_and_forgotten(client):
    response = client.post("/feedback/", letter(website="https://spam.example"), follow=True)
    assert "谢谢您的留言" in response.content.decode()
    assert not Feedback.objects.exists()


def test_the_hidden_field_is_hidden_from_people_and_their_readers(client):
    html = client.get("/feedback/").content.decode()
    hidden = html[html.index('<div class="honeypot') :].partition("</div>")[0]
    assert 'aria-hidden="true"' in hidden
    assert 'tabindex="-1"' in hidden
    assert "请留空" in hidden


def test_a_double_click_sends_one_letter(client):
    send(client)
    response = client.post("/feedback/", letter(), follow=True)
    assert "谢谢您的留言" in response.content.decode()
    assert Feedback.objects.count() == 1


@pytest.mark.usefixtures("travelling_cache")
def test_without_proof_there_is_one_letter_in_ten_minutes(client):
    with time_machine.travel("2026-03-05 08:00+08:00", tick=False) as clock:
        assert send(client, text=another(1)).status_code == 302
        refused = send(client, text=another(2))
        assert refused.status_code == 429
        clock.shift(timedelta(minutes=10, seconds=1))
        assert send(client, text=another(2)).status_code == 302


def test_who_is_refused_is_told_why_and_keeps_the_text(client):
    send(client, text=another(1))
    html = send(client, text=another(2), name="陈先生").content.decode()
    assert "每 10 分钟只能提交一条" in html
    assert another(2) in html
    assert 'value="陈先生"' in html


def test_the_limit_is_for_each_sender(client):
    client.post("/feedback/", letter(text=another(1)), REMOTE_ADDR="203.0.113.5")
    client.post("/feedback/", letter(text=another(2)), REMOTE_ADDR="203.0.113.6")
    assert Feedback.objects.count() == 2


def test_a_forged_header_is_no_way_around_the_limit(client):
    for number in range(3):
        client.post("/feedback/", letter(text=another(number)), headers={"X-Forwarded-For": f"198.51.100.{number}"})
    assert Feedback.objects.count() == 1


def test_mistakes_do_not_count_towards_the_limit(client):
    for _ in range(3):
        send(client, text="太短")
    assert send(client).status_code == 302


@pytest.mark.usefixtures("travelling_cache")
def test_with_proof_there_are_five_letters_an_hour(client):
    with time_machine.travel("2026-03-05 08:00+08:00", tick=False) as clock:
        statuses = [send(client, text=another(n), proof=making.proof_on(client)).status_code for n in range(6)]
        assert statuses == [302] * 5 + [429]
        clock.shift(timedelta(hours=1, seconds=1))
        assert send(client, text=another(7), proof=making.proof_on(client)).status_code == 302


def test_a_proof_counts_once(client):
    proof = making.proof_on(client)
    send(client, text=another(1), proof=proof)
    send(client, text=another(2), proof=proof)  # without proof, so it is the one in ten minutes
    assert send(client, text=another(3), proof=proof).status_code == 429


@pytest.mark.usefixtures("travelling_cache")
def test_an_old_proof_is_none(client):
    proof = making.proof_on(client)
    with time_machine.travel(timezone.now() + proof_of_work.LIFETIME + timedelta(minutes=1)):
        send(client, text=another(1), proof=proof)
        assert send(client, text=another(2), proof=proof).status_code == 429


def test_a_mistake_does_not_use_up_the_proof(client):
    send(client, text=another(1))
    proof = making.proof_on(client)
    send(client, text="太短", proof=proof)
    assert send(client, text=another(2), proof=proof).status_code == 302


def test_a_link_may_choose_the_kind(client):
    assert 'value="complaint" required id="id_type_3" checked' in client.get("/feedback/?type=complaint").content.decode()


def test_the_page_of_a_job_leads_to_a_complaint_that_names_it(client):
    job = JobFactory(title="</textarea><script>", company__name="安溪县云岫茶厂")
    page = client.get(job.get_absolute_url()).content.decode()
    address = f"/feedback/?type=complaint&job={job.pk}"
    assert f'href="{address.replace("&", "&amp;")}"' in page
    form = client.get(address)
    assert form.context["form"]["text"].value() == (
        f"职位：</textarea><script>（职位编号 {job.pk}）\n企业：安溪县云岫茶厂\n问题："
    )
    assert "<script>（" not in form.content.decode()


@pytest.mark.parametrize("job", ["", "0", "-1", "x", "1 OR 1=1", "９", "9" * 18, "9" * 400, "\x00", "<script>"])
def test_a_link_can_put_no_words_into_the_form(client, job):
    response = client.get("/feedback/", {"type": "complaint", "job": job, "text": "请打款"})
    assert response.status_code == 200
    assert response.context["form"]["text"].value() == ""


def test_a_job_that_is_not_public_is_not_named(client):
    job = JobFactory(frozen_at=timezone.now())
    assert client.get(f"/feedback/?job={job.pk}").context["form"]["text"].value() == ""


def test_the_form_is_never_cached(client):
    assert "no-store" in client.get("/feedback/")["Cache-Control"]


def test_the_script_comes_from_the_site_and_nothing_stands_in_the_page(client):
    response = client.get("/feedback/")
    html = response.content.decode()
    assert '<script src="/static/web/proof_of_work.js" defer></script>' in html
    assert "onclick" not in html
    assert "unsafe" not in response["Content-Security-Policy"]
