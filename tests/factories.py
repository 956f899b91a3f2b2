"""Believable objects with as little said as a test needs."""

from datetime import date, timedelta

import factory
from django.utils import timezone

from accounts.models import Company, Intention, Recruiter, Resume, User, Work
from axrc.taxonomy.models import Category, Industry, Region
from jobs.models import Job
from jobs.values import Education, Experience, Nature


def ago(**span):
    return timezone.now() - timedelta(**span)


def hence(**span):
    return timezone.now() + timedelta(**span)


class TermFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True
        django_get_or_create = ["slug"]

    order = factory.Sequence(int)


class CategoryFactory(TermFactory):
    class Meta:
        model = Category

    slug = "tea-maker"
    name = "制茶师"


class RegionFactory(TermFactory):
    class Meta:
        model = Region

    slug = "xiping"
    name = "西坪"


class IndustryFactory(TermFactory):
    class Meta:
        model = Industry

    slug = "tea"
    name = "茶业/茶叶加工"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda number: f"person{number}@example.com")
    name = "王小安"


class CompanyFactory(factory.django.DjangoModelFactory):
    """A verified company."""

    class Meta:
        model = Company

    name = factory.Sequence(lambda number: f"安溪县第{number}茶厂")
    nature = Company.Nature.PRIVATE
    size = Company.Size.UNDER_50
    industry = factory.SubFactory(IndustryFactory)
    region = factory.SubFactory(RegionFactory)
    address = "安溪县西坪镇西原街1号"
    about = "做铁观音的小厂。"
    contact_name = "林女士"
    contact_phone = "0595-23000001"
    verified_at = factory.LazyFunction(lambda: ago(days=30))
    verified_until = factory.LazyFunction(lambda: hence(days=150))


class RecruiterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Recruiter

    user = factory.SubFactory(UserFactory, role=User.Role.EMPLOYER)
    company = factory.SubFactory(CompanyFactory)
    is_owner = True


class ResumeFactory(factory.django.DjangoModelFactory):
    """A resume with an intention and a job, that may be made public: ResumeFactory(visibility="public")."""

    class Meta:
        model = Resume
        skip_postgeneration_save = True

    user = factory.SubFactory(UserFactory, last_login=factory.LazyFunction(lambda: ago(days=1)))
    name = "林清溪"
    birth_date = date(1995, 8, 16)
    phone = "19900000001"
    region = factory.SubFactory(RegionFactory)
    education = "college"
    experience = "3-5"
    status = "at-once"
    skills = "做青、审评"
    about = "在茶厂做过审评和品控，喝得出产地和工艺。"

    @factory.post_generation
    def lines(self, create, extracted, **kwargs):
        region = self.region
        Intention.objects.create(resume=self, category=CategoryFactory(), region=region, pay_min=5000, pay_max=7000)
        Work.objects.create(resume=self, company="云上乌龙茶厂", title="品控主管", begins=date(2020, 3, 1))


class JobFactory(factory.django.DjangoModelFactory):
    """A live job."""

    class Meta:
        model = Job
        skip_postgeneration_save = True

    company = factory.SubFactory(CompanyFactory)
    title = "制茶师"
    category = factory.SubFactory(CategoryFactory)
    region = factory.SubFactory(RegionFactory)
    address = "安溪县西坪镇西原街1号"
    nature = Nature.FULL_TIME
    headcount = 2
    salary_min = 5000
    salary_max = 8000
    education = Education.ANY
    experience = Experience.ANY
    description = "负责做青和烘焙。"
    requirements = "能吃苦,懂茶优先。"
    published_at = factory.LazyFunction(lambda: ago(days=3))
    refreshed_at = factory.SelfAttribute("published_at")
    ends_at = factory.LazyFunction(lambda: hence(days=30))

    @factory.post_generation
    def benefits(self, create, extracted, **kwargs):
        if extracted:
            self.benefits.set(extracted)
            self.save()
