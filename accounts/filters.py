"""What somebody looks for in the directory of companies."""

from accounts import hiring
from accounts.models import Company, CompanyEntry
from axrc.search.facets import Facet, ListFacet, Option, TreeFacet, fixed
from axrc.taxonomy import lists
from axrc.vocabulary.filters import WordFilter
from axrc.web.routes import address_of


class HiringFacet(Facet):
    """Has a live job at the very moment: jobs end without anything being written, so no token of the company can say it."""

    def __init__(self):
        super().__init__("hiring", "招聘情况", [Option("1", "只看有在招职位", ())], is_prominent=True)
        self.held = (None, None)

    def tokens(self, option, at):
        """Asked several times for one page, always with the very same moment. When nobody hires, nothing satisfies it."""
        moment, tokens = self.held
        if at is not moment:
            tokens = tuple(f"company:{pk}" for pk in hiring.at(at)) or ("company:none",)
            self.held = (at, tokens)
        return tokens

    def all_tokens(self, at):
        return [self.tokens(option, at) for option in self.options()]


class CompanyFilter(WordFilter):
    facets = [
        HiringFacet(),
        ListFacet("industry", "行业", lambda: lists.current().industries, is_prominent=True),
        TreeFacet("region", "所在乡镇", lambda: lists.current().regions, is_prominent=True),
        Facet("size", "企业规模", fixed("size", Company.Size.choices), is_prominent=True),
        Facet("nature", "企业性质", fixed("nature", Company.Nature.choices)),
    ]
    sorts = {"relevance": "最相关", "newest": "最新认证"}
    noun, unit = "企业", "家企业"
    entries = CompanyEntry

    @property
    def address(self):
        return address_of("accounts:companies")
