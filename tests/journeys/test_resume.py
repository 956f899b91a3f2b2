"""A person writes a resume on a phone, a company finds it, the person hides it; all of it without scripts as well."""

from datetime import date

import pytest
from playwright.sync_api import expect

ENTER = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from accounts.models import User
user = User.objects.filter(email="{email}").first() or User.objects.create_user("{email}", "anxi-demo-2026", name="{name}")
session = SessionStore()
session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(session.session_key)
"""


@pytest.fixture
def enter(visit, demo_site):
    """A window of somebody who is logged in."""

    def window(email, name="", **options):
        page = visit(**options)
        key = demo_site.shell(ENTER.format(email=email, name=name))
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": demo_site.url}])
        return page

    return window


def write(page, label, value):
    page.locator("main form").get_by_label(label).first.fill(value)


def onwards(page):
    page.get_by_role("button", name="保存并继续").click()


def fill_in(page, photo):
    """From an empty resume to the last step that counts."""
    page.goto("/my/resume/")
    page.get_by_role("link", name="开始填写").click()
    write(page, "姓名", "郭听雨")
    page.get_by_label("张女士").check()
    write(page, "出生日期", "1998-05-04")
    write(page, "手机号", "19900000099")
    page.locator("main form").get_by_label("现居住地").select_option(label="西坪")
    page.locator("main form").get_by_label("最高学历").select_option(label="大专")
    page.locator("main form").get_by_label("工作年限").select_option(label="3-5年")
    page.get_by_label("随时到岗").check()
    onwards(page)
    page.locator("main form").get_by_label("期望职位").select_option(label="评茶员")
    page.locator("main form").get_by_label("期望工作地").select_option(label="西坪")
    write(page, "最低月薪", "5000")
    page.get_by_role("button", name="保存这个意向").click()
    page.get_by_role("link", name="下一步：教育经历").click()
    write(page, "学校", "闽南茶业职业学院")
    page.locator("main form").get_by_label("学历").select_option(label="大专")
    write(page, "入学年月", "2016-09")
    write(page, "毕业年月", "2019-06")
    page.get_by_role("button", name="保存这个学校").click()
    page.get_by_role("link", name="下一步：工作经历").click()
    write(page, "单位", "雨前茶厂")
    write(page, "岗位", "审评员")
    write(page, "入职年月", "2019-07")
    page.get_by_role("button", name="保存这个工作").click()
    page.get_by_role("link", name="下一步：技能").click()
    write(page, "技能", "雨前审评，拼配")
    onwards(page)
    write(page, "自我介绍", "做过四年审评，每天四十个样，能写审评报告，也会拼配。")
    onwards(page)
    page.get_by_label("照片").set_input_files({"name": "me.jpg", "mimeType": "image/jpeg", "buffer": photo})
    page.get_by_role("button", name="回到我的简历").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_a_resume_is_filled_to_a_hundred_found_printed_and_hidden(enter, javascript):
    from tests.web.files import photo

    email = f"guotingyu{javascript:d}@example.com"
    page = enter(email, "郭听雨", width=375, height=800, javascript=javascript)
    fill_in(page, photo())
    expect(page.get_by_text("100%").first).to_be_visible()
    expect(page.get_by_text("简历已填完整")).to_be_visible()

    page.get_by_role("link", name="修改谁可以看").click()
    page.get_by_label("公开：").check()
    page.get_by_role("button", name="保存").click()
    employer = enter("employer@example.com", width=375, height=800, javascript=javascript)
    employer.goto("/talent/?q=雨前审评")
    employer.get_by_role("link", name="郭女士").first.click()
    expect(employer.get_by_text("没有公开联系方式")).to_be_visible()
    expect(employer.get_by_text("郭听雨")).to_be_hidden()
    masked = employer.url

    page.goto("/my/views/")
    expect(page.get_by_text("查看了简历")).to_be_visible()
    page.goto("/my/resume/")
    page.get_by_role("link", name="打印", exact=True).click()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="郭听雨")).to_be_visible()
    expect(page.get_by_role("navigation")).to_be_hidden()
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 1

    page.emulate_media(media="screen")
    page.goto("/my/resume/visibility/")
    page.get_by_label("隐藏：").check()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("企业都看不到您的简历")).to_be_visible()
    assert employer.goto(masked).status == 404


def test_what_is_wrong_is_said_before_it_is_saved(enter):
    page = enter("fehler@example.com", "测试", width=375, height=800)
    page.goto("/my/resume/basics/")
    write(page, "姓名", "郭听雨")
    write(page, "出生日期", f"{date.today().year - 10}-01-01")
    onwards(page)
    expect(page.get_by_role("alert").get_by_text("须年满 16 周岁")).to_be_visible()
    expect(page.get_by_label("姓名")).to_have_value("郭听雨")
