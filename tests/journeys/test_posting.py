"""An employer writes a posting: on a phone, without scripts, with the keys alone, and once more after it was sent back."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.sessions import sign_in
from tests.journeys.test_signed_in_pages import look

EMAIL = "employer@example.com"
COMPANY = "User.objects.get(email='employer@example.com').recruiter.company"
IMPORTS = (
    "from accounts.models import User; from jobs.models import Job, JobDraft, Submission; from jobs.life import reviewing; "
)
# The site is shared: what others count there is as it was.
CLEAN = f"""
{IMPORTS}
JobDraft.objects.all().delete()
for job in Job.objects.of({COMPANY}).filter(title__startswith="走查"):
    job.frozen_at = job.created_at
    job.save()
"""


@pytest.fixture
def employer(visit, demo_site):
    """A window of somebody who hires: employer(javascript=False)."""
    yield lambda **options: sign_in(visit(**{"width": 375} | options), demo_site, EMAIL)
    demo_site.shell(CLEAN)


def told(site, code):
    """What the site's shell prints last; letters are printed too."""
    return site.shell(IMPORTS + code).splitlines()[-1]


def described(page):
    """What every posting needs, but for its title."""
    page.get_by_label("职位类别", exact=True).select_option(label="茶叶包装")
    page.get_by_label("招聘人数").fill("3")
    page.get_by_label("工作地区").select_option(label="龙门")
    page.get_by_label("工作地点").fill("龙门镇美卿路8号")
    page.get_by_label("最低（元）").fill("4000")
    page.get_by_label("最高（元）").fill("6000")
    page.get_by_label("岗位职责").fill("把精制好的茶叶称重、装袋、抽真空、贴标。")
    page.get_by_label("任职要求").fill("手脚利落，没有经验的有人教。")


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_a_newcomer_without_scripts_errs_keeps_everything_looks_and_hands_in(employer):
    page = employer(javascript=False)
    page.goto("/my/jobs/new/")
    described(page)
    page.get_by_label("最高（元）").fill("600")
    page.get_by_label("任职要求").fill("限女性，手脚利落。")
    button(page, "提交").click()

    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("请填写职位名称")
    expect(summary.get_by_role("link", name="最高（元）")).to_have_attribute("href", "#id_salary_max")
    expect(page.get_by_label("工作地点")).to_have_value("龙门镇美卿路8号")
    expect(page.get_by_label("岗位职责")).to_have_value("把精制好的茶叶称重、装袋、抽真空、贴标。")
    expect(page.get_by_role("region", name="写法提示")).to_contain_text("限女性")

    page.get_by_label("职位名称").fill("走查茶叶包装工")
    page.get_by_label("最高（元）").fill("6000")
    button(page, "预览").last.click()
    expect(page.get_by_text("这是预览，还没有提交")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("走查茶叶包装工")
    expect(page.get_by_text("4000-6000元/月")).to_be_visible()

    button(page, "返回修改").click()
    page.get_by_label("任职要求").fill("手脚利落，没有经验的有人教。")
    button(page, "保存草稿").click()
    expect(page.get_by_text("草稿已保存")).to_be_visible()
    expect(page.get_by_label("任职要求")).to_have_value("手脚利落，没有经验的有人教。")
    button(page, "提交").click()
    expect(page.get_by_text("职位已")).to_be_visible()


def test_a_text_to_begin_with_fills_the_form_without_scripts_too(employer):
    page = employer(javascript=False)
    page.goto("/my/jobs/new/")
    page.get_by_label("职位名称").fill("走查焊工")
    page.get_by_label("职责和要求的模板").select_option(label="焊工")
    button(page, "填入模板").click()
    expect(page.get_by_label("岗位职责")).to_have_value(re.compile("点焊"))
    expect(page.get_by_label("职位名称")).to_have_value("走查焊工")


def test_what_was_typed_survives_the_window_being_closed(employer, demo_site):
    page = employer()
    page.goto("/my/jobs/new/")
    page.get_by_label("职位名称").fill("走查茶艺师")
    page.get_by_label("最低（元）").fill("面")
    expect(page.locator("[data-draft-said]")).to_contain_text("已保存")
    page.get_by_label("岗位职责").fill("为客人泡茶。")
    # Before the next save is due.
    page.context.close()

    page = employer()
    number = told(demo_site, "print(JobDraft.objects.get().pk)")
    page.goto(f"/my/jobs/drafts/{number}/")
    expect(page.get_by_label("职位名称")).to_have_value("走查茶艺师")
    expect(page.get_by_label("最低（元）")).to_have_value("面")


def test_what_the_rules_point_at_and_the_texts_come_while_writing(employer):
    page = employer()
    page.goto("/my/jobs/new/")
    page.get_by_label("任职要求").fill("限男性，能吃苦。")
    expect(page.get_by_role("region", name="写法提示")).to_contain_text("可以写成")
    page.get_by_label("任职要求").fill("能吃苦。")
    expect(page.get_by_role("region", name="写法提示")).to_have_count(0)
    page.get_by_label("职位类别", exact=True).select_option(label="采茶工")
    button(page, "填入模板").click()
    expect(page.get_by_text("已填入模板")).to_be_visible()
    expect(page.get_by_label("岗位职责")).to_have_value(re.compile("鲜叶"))
    expect(page.get_by_label("任职要求")).to_have_value("能吃苦。")


def test_a_posting_is_written_and_handed_in_with_the_keys_alone(employer, demo_site):
    page = employer(width=1280)
    page.goto("/my/jobs/new/")

    def reach(label, most=60):
        field = page.get_by_label(label, exact=True)
        for _step in range(most):
            page.keyboard.press("Tab")
            if field.evaluate("field => field === document.activeElement"):
                return
        raise AssertionError(label)

    reach("职位名称")
    page.keyboard.type("走查评茶员")
    reach("职位类别")
    page.keyboard.press("ArrowDown")
    reach("最低（元）")
    page.keyboard.type("4500")
    page.keyboard.press("Tab")
    page.keyboard.type("5500")
    reach("岗位职责")
    page.keyboard.type("看样、开汤、定级，写审评结论。")
    page.keyboard.press("Tab")
    page.keyboard.type("做事细心，没有经验的有人教。")
    # Nothing that has the focus lies under the buttons.
    area = page.get_by_label("任职要求").bounding_box()
    assert area["y"] < page.locator(".posting-actions").bounding_box()["y"]
    for _step in range(30):
        page.keyboard.press("Tab")
        if button(page, "提交").evaluate("field => field === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("职位已")).to_be_visible()
    assert told(demo_site, "print(Job.objects.get(title='走查评茶员').category.slug)") == "tea-taster"


def test_what_was_sent_back_is_improved_and_handed_in_again(employer, demo_site):
    page = employer()
    page.goto("/my/jobs/new/")
    page.get_by_label("职位名称").fill("走查包装工")
    described(page)
    button(page, "提交").click()
    expect(page.get_by_text("职位已")).to_be_visible()
    number = told(
        demo_site,
        "job = Job.objects.get(title='走查包装工'); "
        "by = User.objects.get(email='reviewer@example.com'); "
        "reviewing.send_back(job.submissions.waiting().get(), by=by, reason='请写清楚是计件还是计时。'); "
        "print(job.pk)",
    )
    page.goto(f"/my/jobs/{number}/edit/")
    expect(page.get_by_text("请写清楚是计件还是计时。")).to_be_visible()
    page.get_by_label("岗位职责").fill("把精制好的茶叶称重、装袋、贴标，按月计时发工资。")
    page.get_by_label("给审核员的说明").fill("已写明是计时。")
    button(page, "提交审核").click()
    expect(page.get_by_text("职位已")).to_be_visible()
    answer = told(demo_site, f"print(Submission.objects.filter(job={number}).waiting().get().answer)")
    assert answer == "已写明是计时。"


def test_the_same_job_again_is_pointed_out_before_it_is_handed_in(employer, demo_site):
    page = employer()
    job = f"Job.objects.live().of({COMPANY}).first()"
    number = told(demo_site, f"print({job}.pk)")
    page.goto(f"/my/jobs/{number}/edit/")
    duties = page.get_by_label("岗位职责").input_value()
    wanted = page.get_by_label("任职要求").input_value()
    title = page.get_by_label("职位名称").input_value()
    page.goto("/my/jobs/new/")
    described(page)
    page.get_by_label("职位名称").fill(title)
    page.get_by_label("岗位职责").fill(duties)
    page.get_by_label("任职要求").fill(wanted)
    button(page, "预览").last.click()
    expect(page.get_by_text("和正在招的职位几乎一样")).to_be_visible()
    expect(page.locator(f'.notice a[href="/my/jobs/{number}/"]')).to_be_visible()
    assert not look(page, "the preview")
