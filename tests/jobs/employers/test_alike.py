"""Nearly the same posting of one company is pointed out, another one is not."""

import pytest

from jobs.employers import descriptions
from jobs.employers.alike import Said, is_alike, like_it
from tests.factories import CompanyFactory, JobFactory, ago, hence

DUTIES = "负责铁观音的晒青、摇青、炒青和烘焙，按天气调整工艺，记录每一批的温度和时间，保持车间整洁。"
WANTED = "做过两季以上春茶，能吃苦，懂茶优先。"
MAKER = Said.by("铁观音制茶师", DUTIES, WANTED)


@pytest.mark.parametrize(
    ("title", "duties", "wanted"),
    [
        ("铁观音制茶师", DUTIES, WANTED),
        ("制茶师（铁观音）", DUTIES, WANTED),
        ("铁观音制茶师傅", DUTIES.replace("保持车间整洁", "保持车间干净"), WANTED),
        ("诚聘铁观音制茶师", DUTIES + "招 5 人。", WANTED),
    ],
)
def test_the_same_posting_in_slightly_other_words_is_alike(title, duties, wanted):
    assert is_alike(MAKER, Said.by(title, duties, wanted))


@pytest.mark.parametrize(
    ("title", "duties", "wanted"),
    [
        ("会计", "负责记账、报税和开票，按月结账。", "会用财务软件，做事细心。"),
        ("茶叶包装工", "把精制好的茶叶称重、装袋、抽真空、贴标。", "手脚利落，没有经验的有人教。"),
        ("茶园管理", DUTIES, WANTED),
        ("铁观音制茶师", "带学徒，编教材，给来参观的客人讲解工艺。", "普通话清楚，会讲课。"),
        ("", "", ""),
    ],
)
def test_another_trade_is_not(title, duties, wanted):
    assert not is_alike(MAKER, Said.by(title, duties, wanted))


def test_two_trades_filled_in_from_one_template_are_not_alike():
    text = descriptions.known()["tea"]
    one, other = (Said.by(title, text.duties, text.requirements) for title in ("制茶师", "评茶员"))
    assert not is_alike(one, other)


@pytest.mark.django_db
def test_another_headcount_makes_no_other_job_and_only_open_jobs_of_the_company_count():
    company = CompanyFactory()
    said = {"title": "铁观音制茶师", "description": DUTIES, "requirements": WANTED}
    live = JobFactory(company=company, headcount=9, **said)
    waiting = JobFactory(company=company, published_at=None, refreshed_at=None, submitted_at=ago(hours=1), **said)
    JobFactory(company=company, ends_at=ago(days=1), **said)
    JobFactory(company=company, closed_at=ago(days=1), **said)
    JobFactory(company=company, published_at=None, refreshed_at=None, **said)
    JobFactory(**said)
    assert set(like_it(company, MAKER)) == {live, waiting}
    assert like_it(company, MAKER, without=live) == [waiting]
    assert like_it(company, MAKER, at=hence(days=60)) == [waiting]
