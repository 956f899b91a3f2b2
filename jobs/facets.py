"""What the board can be narrowed by."""

from datetime import timedelta
from functools import lru_cache

from django.utils import timezone

from accounts.models import Company
from axrc.search.facets import Facet, ListFacet, Option, TreeFacet, fixed
from axrc.taxonomy import lists
from jobs.models.entry import day_token
from jobs.values import Education, Experience, Nature, PayBand


class PostedFacet(Facet):
    """Refreshed today or on one of so many days before."""

    def tokens(self, option, at):
        return days_up_to(timezone.localdate(at), int(option.value))

    def all_tokens(self, at):
        return [self.tokens(option, at) for option in self.options()]


@lru_cache(16)
def days_up_to(today, days):
    return tuple(day_token(today - timedelta(days=ago)) for ago in range(days + 1))


FACETS = [
    TreeFacet("category", "职位类别", lambda: lists.current().categories, is_prominent=True),
    TreeFacet("region", "工作地区", lambda: lists.current().regions),
    Facet("salary", "月薪(元)", fixed("salary", PayBand.choices), is_prominent=True),
    Facet("education", "学历", fixed("education", Education.choices), is_prominent=True),
    Facet("experience", "经验", fixed("experience", Experience.choices), is_prominent=True),
    Facet("nature", "工作性质", fixed("nature", Nature.choices), is_prominent=True),
    # Who asks for meals and a bed wants both.
    ListFacet("benefit", "福利", lambda: lists.current().benefits, adds=True, is_prominent=True),
    ListFacet("industry", "行业", lambda: lists.current().industries),
    Facet("size", "企业规模", fixed("size", Company.Size.choices)),
    Facet("company_nature", "企业性质", fixed("company_nature", Company.Nature.choices)),
    PostedFacet("posted", "更新时间", [Option(str(days), f"{days}天内", ()) for days in (3, 7, 15, 30)], is_multiple=False),
    # Nothing of a company is public before it was verified (DOMAIN.md L1), so this says more than it narrows.
    Facet("verified", "认证", [Option("1", "已认证企业", ("verified:1",))]),
]
