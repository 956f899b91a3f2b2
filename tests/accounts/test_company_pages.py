"""The pages on which an employer keeps the company."""

import io
import zipfile

import pytest
from django.core.files.storage import default_storage

from accounts import profiles
from accounts.models import Company, CompanyAddress, Recruiter, Verification
from axrc.audit.models import Entry
from axrc.taxonomy.models import Benefit
from tests.accounts.papers import code, hand_in, photo
from tests.factories import CompanyFactory, IndustryFactory, RecruiterFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db

PAGES = ["", "photos/", "addresses/", "verification/", "verification/letter/"]


@pytest.fixture
def words():
    """What somebody writes of a company."""
    return {
        "name": "安溪县云溪(茶叶)有限公司", "credit_code": code().lower(), "industry": IndustryFactory().pk, "nature": "private",
        "size": "10-49", "region": RegionFactory().pk, "address": "安溪县西坪镇西原街2号", "about": "做茶的小厂。",
        "website": "www.example.com", "contact_name": "吴先生", "contact_phone": "１３８００１３８０００", "contact_email": "",
    }  # fmt: skip


@pytest.fixture
def recruiter():
    return RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None))


@pytest.fixture
def desk(client, recruiter):
    client.force_login(recruiter.user)
    return client


def test_an_employer_registers_a_company_and_goes_on_to_its_verification(client, words):
    user = UserFactory(role="employer")
    client.force_login(user)
    answer = client.post("/my/company/", words)
    assert answer.url == "/my/company/verification/"
    company = Company.objects.get()
    assert (company.name, company.credit_code) == ("安溪县云溪（茶叶）有限公司", code())
    assert (company.website, company.contact_phone) == ("https://www.example.com", "13800138000")
    assert Recruiter.objects.get(user=user).is_owner
    assert not Company.objects.verified().exists()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("credit_code", code()[:-1] + "0", "校验不通过"),
        ("contact_phone", "一二三", "请填写手机号"),
        ("name", " ", "这个字段是必填项"),
        ("nature", "castle", "选择一个有效的选项"),
        ("region", "999999", "选择一个有效的选项"),
        ("website", "javascript:alert(1)", "输入一个有效的 URL"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, words, field, value, message):
    client.force_login(UserFactory(role="employer"))
    page = client.post("/my/company/", words | {field: value}).content.decode()
    assert message in page
    assert "做茶的小厂。" in page
    assert not Company.objects.exists()


@pytest.mark.parametrize("page", PAGES)
def test_strangers_sign_in_first_and_seekers_find_nothing(client, page):
    assert client.get(f"/my/company/{page}").url == f"/accounts/login/?next=/my/company/{page}"
    client.force_login(UserFactory(role="seeker"))
    assert client.get(f"/my/company/{page}").status_code == 404


@pytest.mark.parametrize("page", [*PAGES[1:], "../team/"])
def test_an_employer_without_a_company_is_led_to_registering_it(client, page):
    client.force_login(UserFactory(role="employer"))
    assert client.get(f"/my/{page[3:]}" if page.startswith("../") else f"/my/company/{page}").url == "/my/company/"


def edited(company, words, **changes):
    return words | {"version": profiles.version(company)} | changes


def test_the_profile_is_saved(desk, recruiter, words, taxonomy):
    company = recruiter.company
    benefit = Benefit.objects.first()
    desk.post("/my/company/", edited(company, words, benefits=[benefit.pk], logo=photo("logo.jpg")))
    company = Company.objects.get()
    assert (company.about, company.contact_phone, list(company.benefits.all())) == ("做茶的小厂。", "13800138000", [benefit])
    assert default_storage.exists(company.logo.name)
    assert "about" in Entry.objects.get(action="company.edited").details["fields"]


def test_the_second_of_two_colleagues_is_told_and_loses_nothing(desk, recruiter, words):
    stale = edited(recruiter.company, words, about="第二位写的简介")
    colleague = RecruiterFactory(company=recruiter.company, is_owner=False)
    profiles.edit(recruiter.company, {"about": "第一位写的简介"}, by=colleague.user, seen=stale["version"])
    answer = desk.post("/my/company/", stale)
    page = answer.content.decode()
    assert "同事保存过" in page
    assert "第一位写的简介" in page
    assert "第二位写的简介" in page
    assert Company.objects.get().about == "第一位写的简介"
    desk.post("/my/company/", stale | {"version": answer.context["form"]["version"].value()})
    assert Company.objects.get().about == "第二位写的简介"


def test_name_and_code_are_locked_once_verified(desk, recruiter, words):
    Company.objects.update(verified_at="2026-01-01T00:00Z", name="安溪县旧名茶厂", credit_code=code(9))
    company = Company.objects.get()
    desk.post("/my/company/", edited(company, words))
    company.refresh_from_db()
    assert (company.name, company.credit_code, company.about) == ("安溪县旧名茶厂", code(9), "做茶的小厂。")


def test_name_and_code_are_locked_while_papers_wait(desk, recruiter, words):
    hand_in(recruiter)
    company = Company.objects.get()
    desk.post("/my/company/", edited(company, words))
    assert Company.objects.get().name == company.name


def papers(**changes):
    return {
        "name": "安溪县云溪茶叶有限公司",
        "credit_code": code(),
        "role": "hr",
        "licence": photo(),
        "letter": photo(),
    } | changes


def test_papers_are_handed_in_and_lie_where_no_address_leads(desk, recruiter, settings):
    desk.post("/my/company/verification/", papers())
    submission = Verification.objects.get()
    assert submission.is_waiting
    assert submission.licence.path.startswith(str(settings.PRIVATE_ROOT))
    assert desk.get(f"/media/{submission.licence.name}").status_code == 404
    assert "正在审核" in desk.get("/my/company/verification/").content.decode()


def test_who_is_not_the_boss_needs_a_letter(desk):
    page = desk.post("/my/company/verification/", papers(letter="")).content.decode()
    assert "需要交盖章的授权书" in page
    desk.post("/my/company/verification/", papers(letter="", role="legal"))
    assert Verification.objects.get().role == "legal"


def test_the_same_code_may_be_handed_in_for_a_company_that_is_here(desk):
    CompanyFactory(credit_code=code())
    desk.post("/my/company/verification/", papers())
    assert Verification.objects.get().is_waiting


def test_a_refused_company_reads_why_and_hands_in_again_without_choosing_pictures(desk, recruiter):
    from accounts import verification

    verification.refuse(hand_in(recruiter), by=UserFactory(is_staff=True), reason="执照上的代码不同")
    assert "执照上的代码不同" in desk.get("/my/company/verification/").content.decode()
    desk.post("/my/company/verification/", papers(licence="", letter=""))
    assert Verification.objects.filter(status="waiting").get().licence


def test_the_letter_is_a_word_file_with_the_company_in_it(desk, recruiter):
    answer = desk.get("/my/company/verification/letter/")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        document = archive.read("word/document.xml").decode()
    assert recruiter.company.name in document
    assert "attachment" in answer["Content-Disposition"]


def test_photos_are_added_described_anew_and_taken_away(desk, recruiter):
    desk.post("/my/company/photos/", {"picture": photo(), "alternative_text": "车间"})
    shot = recruiter.company.photos.get()
    desk.post(f"/my/company/photos/{shot.pk}/", {"alternative_text": "二楼车间", "order": 3})
    assert recruiter.company.photos.get().alternative_text == "二楼车间"
    desk.post(f"/my/company/photos/{shot.pk}/", {"remove": "1"})
    assert not recruiter.company.photos.exists()


def test_other_addresses_are_shown_to_the_public(client):
    recruiter = RecruiterFactory()
    client.force_login(recruiter.user)
    client.post(
        "/my/company/addresses/", {"label": "官桥门店", "region": recruiter.company.region_id, "address": "环城路8号"}
    )
    assert "官桥门店" in client.get(recruiter.company.get_absolute_url()).content.decode()
    client.post(f"/my/company/addresses/{CompanyAddress.objects.get().pk}/remove/")
    assert not CompanyAddress.objects.exists()


def test_what_belongs_to_other_companies_is_not_there(desk, recruiter):
    other = CompanyFactory()
    address = CompanyAddress.objects.create(company=other, label="x", region=other.region, address="x")
    assert desk.post(f"/my/company/addresses/{address.pk}/remove/").status_code == 404
    assert desk.get("/my/company/photos/12345/").status_code == 404


@pytest.mark.parametrize("page", ["", "photos/", "addresses/", "verification/", "../team/"])
def test_a_page_costs_at_most_twelve_queries(desk, recruiter, page, django_assert_max_num_queries):
    address = f"/my/{page[3:]}" if page.startswith("../") else f"/my/company/{page}"
    for _ in range(5):
        RecruiterFactory(company=recruiter.company, is_owner=False)
    hand_in(recruiter)
    desk.get(address)
    with django_assert_max_num_queries(12):
        assert desk.get(address).status_code == 200
