"""A person joins, writes a resume, hides it, takes the data away, leaves, and comes back by the link in the letter."""

import json
import re
import zipfile

from playwright.sync_api import expect

from tests.journeys.test_accounts import OWN, PHONE, enter_code, length, log, log_in, press, register  # noqa: F401
from tests.journeys.test_resume import onwards, write

EMAIL = "suyinxue@example.com"


def write_resume(page):
    page.goto("/my/resume/basics/")
    write(page, "姓名", "苏吟雪")
    page.get_by_label("张女士").check()
    write(page, "出生日期", "1998-05-04")
    write(page, "手机号", "19900000077")
    page.locator("main form").get_by_label("现居住地").select_option(label="西坪")
    page.locator("main form").get_by_label("最高学历").select_option(label="大专")
    page.locator("main form").get_by_label("工作年限").select_option(label="3-5年")
    page.get_by_label("随时到岗").check()
    onwards(page)
    expect(page.get_by_text("已保存基本信息")).to_be_visible()
    page.goto("/my/resume/about/")
    write(page, "自我介绍", "做过四年审评，每天四十个样，能写审评报告，也会拼配。")
    onwards(page)
    expect(page.get_by_text("已保存自我介绍")).to_be_visible()


def hide_resume(page):
    page.goto("/my/privacy/")
    page.get_by_role("link", name="修改谁可以看").click()
    page.get_by_label("隐藏：").check()
    press(page, "保存")
    expect(page.get_by_text("企业都看不到您的简历")).to_be_visible()


def take_data(page):
    """What the ZIP holds: (data, page)."""
    page.goto("/my/")
    page.get_by_role("link", name="隐私与账号").click()
    press(page, "导出我的数据")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载我的数据").click()
    with zipfile.ZipFile(waiting.value.path()) as bundle:
        return json.loads(bundle.read("data.json")), bundle.read("index.html").decode()


def leave(page):
    page.get_by_role("link", name="了解并注销账号").click()
    expect(page.get_by_role("heading", name="依法保留的")).to_be_visible()
    page.get_by_label("请输入“注销”两个字").fill("注销")
    press(page, "注销账号")
    page.get_by_label("密码").fill(OWN)
    press(page, "确认")
    expect(page.get_by_text("账号已经注销。")).to_be_visible()


def link_in(log, after):  # noqa: F811
    """The path of the link that the console shows."""
    text = log.read_text(encoding="utf-8", errors="replace")[after:]
    return re.search(r"https?://[^/\s]+(/my/privacy/take-back/[\w:-]+/)", text)[1]


def test_a_person_leaves_with_the_data_and_comes_back_by_the_letter(visit, log):  # noqa: F811
    page = visit(**PHONE)
    register(page, log, "邮箱", EMAIL, EMAIL)
    write_resume(page)
    hide_resume(page)
    data, readable = take_data(page)
    assert data["简历"][0]["自我介绍"] == "做过四年审评，每天四十个样，能写审评报告，也会拼配。"
    assert "苏吟雪" in readable

    start = length(log)
    leave(page)
    log_in(page, EMAIL, OWN)
    expect(page.get_by_role("heading", name="账号已停用")).to_be_visible()

    page.goto(link_in(log, start))
    press(page, "撤回注销，恢复账号")
    expect(page.get_by_text("注销已经撤回，现在可以登录了。")).to_be_visible()
    log_in(page, EMAIL, OWN)
    page.locator("[name=consent]").check()
    press(page, "同意并继续")
    page.goto("/my/resume/")
    expect(page.get_by_text("苏吟雪").first).to_be_visible()
