"""A company on a phone: registered, refused, accepted, found, and joined by a colleague."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.accounts.papers import code
from tests.journeys.sessions import sign_in

HIDE = """
from django.utils import timezone
from accounts.models import Company
for company in Company.objects.filter(name__contains="溪畔竹艺"):
    company.frozen_at = timezone.now()
    company.save()
"""


def picture(name):
    buffer = io.BytesIO()
    Image.new("RGB", (900, 640), "#f4ecd8").save(buffer, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


@pytest.fixture
def people(visit, demo_site):
    """Two who hire, on phones; the reviewer at a desk."""
    owner = sign_in(visit(width=375), demo_site, "owner@example.com", "吴女士")
    colleague = sign_in(visit(width=375), demo_site, "colleague@example.com", "小郑")
    reviewer = sign_in(visit(width=1280), demo_site, "reviewer@example.com")
    yield owner, colleague, reviewer
    # The site is shared: what others count there is as it was.
    demo_site.shell(HIDE)


def review(reviewer, button, note=""):
    reviewer.goto("/admin/accounts/verification/?status__exact=waiting&q=溪畔")
    reviewer.locator("#result_list tbody th a").first.click()
    for shown in reviewer.locator(".review img").all():
        assert shown.evaluate("picture => picture.complete && picture.naturalWidth > 0")
    if note:
        reviewer.get_by_label("原因").select_option(label="名称或代码不一致")
        reviewer.get_by_label("补充说明").fill(note)
    reviewer.get_by_role("button", name=button, exact=False).click()
    reviewer.locator(".messagelist").wait_for()


def test_a_company_is_registered_refused_accepted_found_and_joined_by_a_colleague(people, visit, demo_site):
    owner, colleague, reviewer = people

    owner.goto("/my/company/")
    owner.get_by_label("企业名称").fill("安溪县溪畔竹艺公司")
    owner.get_by_label("统一社会信用代码").fill(code(77))
    owner.get_by_label("行业").select_option(label="藤铁/家居工艺")
    owner.get_by_label("企业性质").select_option(label="民营")
    owner.get_by_label("企业规模").select_option(label="10-49人")
    owner.get_by_label("所在地区").select_option(label="尚卿")
    owner.get_by_label("详细地址").fill("安溪县尚卿乡竹园路3号")
    owner.get_by_label("企业简介").fill("做竹编和藤编的小厂。")
    owner.get_by_label("包吃").check()
    owner.get_by_label("联系电话").fill("0595-23007777")
    owner.get_by_role("button", name="保存，下一步").click()

    owner.get_by_label("人事、招聘负责人").check()
    owner.get_by_label("营业执照照片").set_input_files(picture("执照.jpg"))
    owner.get_by_role("button", name="提交审核").click()
    owner.get_by_text("需要交盖章的授权书").first.wait_for()
    owner.get_by_label("营业执照照片").set_input_files(picture("执照.jpg"))
    owner.get_by_label("授权书照片").set_input_files(picture("授权书.jpg"))
    owner.get_by_role("button", name="提交审核").click()
    owner.get_by_text("首次认证正在审核").wait_for()

    review(reviewer, "不通过", note="执照上是“有限公司”。")

    owner.goto("/my/company/verification/")
    owner.get_by_text("执照上是“有限公司”").first.wait_for()
    owner.get_by_label("企业名称").fill("安溪县溪畔竹艺有限公司")
    owner.get_by_role("button", name="提交审核").click()
    owner.get_by_text("首次认证正在审核").wait_for()

    review(reviewer, "通过，有效")

    visitor = visit(width=375)
    visitor.goto("/companies/?q=溪畔竹艺")
    visitor.locator(".company-card a", has_text="溪畔").first.click()
    visitor.get_by_text("企业已认证").wait_for()

    owner.goto("/my/team/")
    owner.get_by_label("同事的邮箱或手机号").fill("colleague@example.com")
    owner.get_by_role("button", name="发出邀请").click()
    owner.get_by_text("等待答复的邀请").wait_for()
    letters = Path(demo_site.log).read_text(encoding="utf-8", errors="replace").split("colleague@example.com")[-1]
    colleague.goto(re.search(r"/my/team/join/\S+/", letters)[0])
    colleague.get_by_role("button", name="加入").click()
    colleague.get_by_role("heading", name="招聘团队").wait_for()
    owner.reload()
    assert re.search("小郑", owner.locator("main").inner_text())
