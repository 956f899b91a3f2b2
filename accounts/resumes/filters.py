"""What a recruiter looks for among the resumes."""

from django.urls import reverse

from accounts.models import Resume, ResumeEntry
from axrc.search.facets import Facet, TreeFacet, fixed
from axrc.taxonomy import lists
from axrc.taxonomy.values import Nature, PayBand
from axrc.vocabulary.filters import WordFilter


class TalentFilter(WordFilter):
    """`company` is the one that looks: who blocks it is neither found nor counted."""

    facets = [
        TreeFacet("category", "期望职位", lambda: lists.current().categories, is_prominent=True),
        TreeFacet("region", "期望工作地", lambda: lists.current().regions),
        Facet("salary", "期望月薪(元)", fixed("salary", PayBand.choices), is_prominent=True),
        Facet("education", "学历", fixed("education", Resume.EDUCATIONS), is_prominent=True),
        Facet("experience", "工作年限", fixed("experience", Resume.EXPERIENCES), is_prominent=True),
        Facet("status", "求职状态", fixed("status", Resume.Status.choices), is_prominent=True),
        Facet("nature", "工作性质", fixed("nature", Nature.choices)),
    ]
    sorts = {"relevance": "最相关", "newest": "最近更新"}
    noun, unit = "简历", "份简历"
    entries = ResumeEntry

    def __init__(self, parameters, at=None, company=None):
        self.company = company
        super().__init__(parameters, at)

    def again(self, parameters):
        other = super().again(parameters)
        other.company = self.company
        return other

    @property
    def address(self):
        return reverse("talent:search")

    def words_query(self):
        query = super().words_query()
        return query.excluding([f"blocks:{self.company.pk}"]) if self.company else query
