"""Writing a resume in steps: each saves, nothing is lost, and what must not be asked is not."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import Intention, Resume, ResumeEntry, Work
from accounts.models.resume.naming import masked
from accounts.resumes import completeness, disclosing, steps
from tests.factories import CategoryFactory, RecruiterFactory, RegionFactory, ResumeFactory, UserFactory
from tests.web.files import PDF, SVG, bomb, old_word

pytestmark = pytest.mark.django_db

BASICS = {
    "name": "林清溪",
    "salutation": "ms",
    "birth_date": "1995-08-16",
    "phone": "199 0000 0001",
    "education": "college",
    "experience": "3-5",
    "status": "at-once",
}
WORK = {"company": "云上乌龙茶厂", "title": "品控主管", "begins": "2020-03", "ends": "", "description": "验收和审评"}


@pytest.fixture
def seeker(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def town():
    return RegionFactory(parent=RegionFactory(slug="anxi", name="安溪县"))


@pytest.fixture
def basics(town):
    return BASICS | {"region": town.pk}


def errors(response):
    assert response.status_code == 200
    html = response.content.decode()
    assert "error-summary" in html
    return html


def own(user):
    return Resume.objects.get(user=user)


def test_looking_at_every_step_writes_nothing(client, seeker):
    for step in steps.ALL:
        assert client.get(f"/my/resume/{step.slug}/").status_code == 200
    for address in ("/my/resume/", "/my/resume/visibility/", "/my/blocked/", "/my/views/"):
        assert client.get(address).status_code == 200
    assert not Resume.objects.exists()


def test_a_step_is_saved_and_leads_to_the_next_or_back(client, seeker, basics):
    assert client.post("/my/resume/basics/", basics | {"onwards": "1"})["Location"] == "/my/resume/intentions/"
    assert client.post("/my/resume/basics/", basics)["Location"] == "/my/resume/"
    resume = own(seeker)
    assert (resume.name, resume.phone, resume.birth_date) == ("林清溪", "19900000001", date(1995, 8, 16))
    assert resume.masked_name == "林女士"


@pytest.mark.parametrize("written", ["1995/8/16", "1995.08.16", "1995年8月16日", "19950816"])
def test_a_day_is_understood_however_it_is_written(client, seeker, basics, written):
    client.post("/my/resume/basics/", basics | {"birth_date": written})
    assert own(seeker).birth_date == date(1995, 8, 16)


@pytest.mark.parametrize(("days", "is_taken"), [(1, False), (0, True)])
def test_the_day_of_the_sixteenth_birthday_is_the_first_that_will_do(client, seeker, basics, days, is_taken):
    today = timezone.localdate()
    sixteen = today.replace(year=today.year - 16) + timedelta(days=days)
    response = client.post("/my/resume/basics/", basics | {"birth_date": sixteen.isoformat()})
    assert Resume.objects.filter(user=seeker).exists() == is_taken
    if not is_taken:
        assert "须年满 16 周岁" in errors(response)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "请填写姓名"),
        ("name", "林123", "不要带数字"),
        ("phone", "12345", "11 位手机号"),
        ("birth_date", "昨天", "日期"),
        ("birth_date", "1800-01-01", "请检查"),
        ("education", "any", "选择"),
        ("region", "999999", "选择"),
        ("status", "", "必填"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays_written(client, seeker, basics, field, value, said):
    html = errors(client.post("/my/resume/basics/", basics | {field: value}))
    assert said in html
    other = "name" if field == "phone" else "phone"
    assert f'value="{basics[other]}"' in html
    assert not Resume.objects.exists()


def test_two_windows_do_not_undo_each_other(client, seeker, basics):
    client.post("/my/resume/skills/", {"skills": "做青，审评\nExcel,审评"})
    client.post("/my/resume/basics/", basics)
    client.post("/my/resume/about/", {"about": "在茶厂做过审评和品控，喝得出产地和工艺，愿意和人打交道。"})
    resume = own(seeker)
    assert resume.skill_list == ["做青", "审评", "Excel"]
    assert resume.name
    assert resume.about


def opened(client, address):
    """The values of the form as a window has it, with the version it was opened on."""
    form = client.get(address).context["form"]
    return {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}


def test_a_later_window_does_not_undo_what_an_earlier_saved_in_the_same_step(client, seeker):
    first, second = opened(client, "/my/resume/skills/"), opened(client, "/my/resume/skills/")
    client.post("/my/resume/skills/", first | {"skills": "做青"})
    html = errors(client.post("/my/resume/skills/", second | {"skills": "审评"}))
    assert own(seeker).skills == "做青"
    assert "另一个窗口保存过" in html
    assert "现在保存的是" in html
    assert "<dd>做青</dd>" in html
    assert "审评</textarea>" in html
    # Who has read that may save.
    response = client.post("/my/resume/skills/", second | {"skills": "审评"})
    again = response.context["form"].data | {"skills": "做青、审评"}
    assert client.post("/my/resume/skills/", again).status_code == 302
    assert own(seeker).skills == "做青、审评"


def test_what_was_hidden_in_one_window_is_not_shown_again_by_another(client):
    resume = ResumeFactory(visibility="public")
    client.force_login(resume.user)
    hiding, calling = opened(client, "/my/resume/visibility/"), opened(client, "/my/resume/visibility/")
    client.post("/my/resume/visibility/", hiding | {"visibility": "hidden"})
    assert "<dd>隐藏</dd>" in errors(client.post("/my/resume/visibility/", calling | {"shows_contact": "on"}))
    assert own(resume.user).visibility == "hidden"


def test_the_same_line_in_two_windows(client, seeker):
    client.post("/my/resume/work/", WORK)
    address = f"/my/resume/work/{Work.objects.get().pk}/"
    first, second = opened(client, address), opened(client, address)
    client.post(address, first | WORK | {"title": "厂长"})
    html = errors(client.post(address, second | WORK | {"begins": "2021-04"}))
    assert "<dd>厂长</dd>" in html
    assert "<dd>2020-03</dd>" in html
    assert Work.objects.get().title == "厂长"


def test_a_button_pressed_twice_is_no_other_window(client, seeker):
    window = opened(client, "/my/resume/skills/") | {"skills": "做青，审评"}
    for _ in range(2):
        assert client.post("/my/resume/skills/", window).status_code == 302


def test_lines_are_added_changed_and_after_a_question_taken_away(client, seeker):
    client.post("/my/resume/work/", WORK)
    work = Work.objects.get()
    client.post(f"/my/resume/work/{work.pk}/", WORK | {"title": "厂长", "ends": "2024年6月"})
    work.refresh_from_db()
    assert (work.title, work.begins, work.ends) == ("厂长", date(2020, 3, 1), date(2024, 6, 1))
    assert "删除后不能恢复" in client.get(f"/my/resume/work/{work.pk}/remove/").content.decode()
    client.post(f"/my/resume/work/{work.pk}/remove/")
    assert not Work.objects.exists()


@pytest.mark.parametrize(
    ("begins", "ends"), [("2020-03", "2019-03"), ("2020-13", ""), ("很久以前", ""), ("", ""), ("0001-01", "")]
)
def test_months_that_can_not_be_are_refused(client, seeker, begins, ends):
    errors(client.post("/my/resume/work/", WORK | {"begins": begins, "ends": ends}))
    assert not Work.objects.exists()


def test_there_are_at_most_three_intentions(client, seeker, town):
    category = CategoryFactory(parent=CategoryFactory(slug="tea", name="茶业"))
    wish = {"category": category.pk, "region": town.pk, "pay_min": "5000", "pay_max": "", "nature": "full-time"}
    for _ in range(3):
        assert client.post("/my/resume/intentions/", wish).status_code == 302
    assert "最多填 3 项" in errors(client.post("/my/resume/intentions/", wish))
    assert Intention.objects.count() == 3


@pytest.mark.parametrize(("low", "high"), [("5", ""), ("9000", "5000"), ("-1", ""), ("1e9", ""), ("", "99999999")])
def test_pay_is_in_yuan_a_month(client, seeker, town, low, high):
    category = CategoryFactory(parent=CategoryFactory(slug="tea", name="茶业"))
    wish = {"category": category.pk, "region": town.pk, "pay_min": low, "pay_max": high, "nature": "full-time"}
    errors(client.post("/my/resume/intentions/", wish))


def test_what_others_wrote_does_not_exist_for_one(client, seeker):
    work = ResumeFactory().works.get()
    for address in (f"/my/resume/work/{work.pk}/", f"/my/resume/work/{work.pk}/remove/"):
        assert client.get(address).status_code == 404
        assert client.post(address, WORK).status_code == 404
    work.refresh_from_db()
    assert work.title == "品控主管"


def test_these_pages_are_for_seekers(client):
    assert client.get("/my/resume/")["Location"] == "/accounts/login/?next=/my/resume/"
    client.force_login(RecruiterFactory().user)
    for address in ("/my/resume/", "/my/resume/work/", "/my/blocked/", "/my/views/", "/my/resume/export/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.svg", SVG), ("a.jpg", b"no picture"), ("a.png", bomb()), ("a.jpg", b""), ("a.jpg", PDF)],
    ids=["svg", "text", "bomb", "empty", "pdf"],
)
def test_what_is_no_picture_does_not_become_a_photo(client, seeker, name, content):
    errors(client.post("/my/resume/photo/", {"photo": SimpleUploadedFile(name, content)}))
    assert not Resume.objects.exclude(photo="").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.exe", b"MZ"),
        ("a.pdf", b"<html>"),
        ("a.docx", PDF),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.pdf", b""),
        ("a.html.pdf", b"<html>%PDF-"),
    ],
)
def test_what_is_no_document_is_not_attached(client, seeker, name, content):
    errors(client.post("/my/resume/attachment/", {"attachment": SimpleUploadedFile(name, content)}))
    assert not Resume.objects.exclude(attachment="").exists()


@pytest.mark.parametrize(("name", "content"), [("我的简历.pdf", PDF), ("我的简历.doc", old_word("WordDocument"))])
def test_an_attachment_is_replaced_and_taken_away_with_its_file(
    client, seeker, name, content, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/my/resume/attachment/", {"attachment": SimpleUploadedFile(name, content)})
    first = own(seeker).attachment
    assert own(seeker).attachment_name == name
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/my/resume/attachment/", {"attachment": SimpleUploadedFile("b.pdf", PDF)})
    second = own(seeker).attachment
    assert not first.storage.exists(first.name)
    assert second.storage.exists(second.name)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/my/resume/attachment/", {"remove": "1"})
    assert not second.storage.exists(second.name)
    assert not own(seeker).attachment


def test_completeness_counts_up_to_a_hundred_and_says_what_is_next(client, seeker, basics):
    assert "开始填写" in client.get("/my/resume/").content.decode()
    client.post("/my/resume/basics/", basics)
    page = client.get("/my/resume/").content.decode()
    assert "25%" in page
    assert "下一步：求职意向" in page


def test_a_graduate_needs_no_work_for_a_hundred():
    resume = ResumeFactory(experience="graduate")
    resume.works.all().delete()
    parts = {part.slug: part for part in completeness.parts(resume)}
    assert parts["work"].is_done
    assert sum(part.weight for part in parts.values()) == 100


def test_public_needs_the_basics_and_an_intention(client, seeker):
    html = errors(client.post("/my/resume/visibility/", {"visibility": "public"}))
    assert "请先填好基本信息" in html
    assert client.post("/my/resume/visibility/", {"visibility": "hidden"}).status_code == 302


def test_a_resume_made_public_is_found_and_hidden_it_is_gone(client):
    resume = ResumeFactory()
    client.force_login(resume.user)
    client.post("/my/resume/visibility/", {"visibility": "public"})
    assert ResumeEntry.objects.filter(resume=resume).exists()
    client.post("/my/resume/visibility/", {"visibility": "hidden"})
    assert not ResumeEntry.objects.filter(resume=resume).exists()


@pytest.mark.parametrize(
    ("name", "salutation", "shown"),
    [
        ("张三丰", "", "张**"),
        ("张三丰", "mr", "张先生"),
        ("欧阳子轩", "ms", "欧阳女士"),
        ("欧阳", "", "欧**"),
        ("", "", "求职者"),
    ],
)
def test_a_name_is_masked_as_the_person_chose(name, salutation, shown):
    assert masked(name, salutation) == shown


def test_there_is_no_field_for_what_must_not_be_asked():
    """DOMAIN.md L13."""
    names = " ".join(field.name for field in Resume._meta.get_fields()) + " ".join(
        str(getattr(field, "verbose_name", "")) for field in Resume._meta.get_fields()
    )
    for word in ("identity", "marri", "height", "ethnic", "gender", "身份证", "婚", "身高", "民族", "性别", "籍贯", "户籍"):
        assert word not in names


def test_a_resume_costs_few_queries_however_long_it_is(client, django_assert_max_num_queries):
    resume = ResumeFactory()
    for number in range(9):
        Work.objects.create(resume=resume, company=f"茶厂{number}", title="师傅", begins=date(2010 + number, 1, 1))
    page, paper = f"/talent/{resume.pk}/", f"/talent/{resume.pk}/print/"
    recruiter = RecruiterFactory()
    disclosing.grant(resume, recruiter.company)
    looks = {resume.user: ["/my/resume/", "/my/resume/work/", page, paper], recruiter.user: ["/talent/", page, paper]}
    for user, addresses in looks.items():
        client.force_login(user)
        client.get("/")
        for address in addresses:
            with django_assert_max_num_queries(12):
                client.get(address)
