"""The demo's resumes: a complete one, and public ones for recruiters to find."""

from datetime import date, timedelta
from random import Random

from django.core.files.base import ContentFile

from accounts.models import (
    Certificate,
    Intention,
    Project,
    Resume,
    ResumeEntry,
    ResumeView,
    Schooling,
    User,
    Work,
)
from accounts.resumes import disclosing
from axrc.taxonomy import lists
from axrc.taxonomy.values import Nature
from axrc.web.uploads import reencoded
from pages.demo import pictures
from pages.demo.data_files import read

# Numbers that no operator has given out, one after the other.
FIRST_NUMBER = 19900000000


def load(seeker, company, now):
    """The resume of the demo's seeker, which the company has and has looked at, and the public ones."""
    resume = make_complete(seeker, now)
    disclosing.grant(resume, company)
    for days, what in [(6, "page"), (2, "page"), (2, "pdf")]:
        view = ResumeView.objects.create(resume=resume, company=company, recruiter=company.recruiters.get().user, what=what)
        ResumeView.objects.filter(pk=view.pk).update(viewed_at=now - timedelta(days=days, hours=what == "page"))
    random = Random("resumes")
    made = [make(row, number, now, random) for number, row in enumerate(read("resumes.toml")["resume"], 1)]
    made.sort(key=lambda resume: resume.updated_at)
    ResumeEntry.objects.put_all(made)


def make(row, number, now, random):
    known = lists.current()
    seen_at = now - timedelta(days=random.randrange(60), minutes=random.randrange(1440))
    user = User.objects.create_user(
        f"seeker{number:02d}@example.com", name=row["name"], role=User.Role.SEEKER, last_login=seen_at
    )
    resume = Resume.objects.create(
        user=user,
        name=row["name"],
        salutation=row["salutation"],
        birth_date=row["birth"],
        phone=str(FIRST_NUMBER + number),
        region=known.regions.by_slug[row["town"]],
        education=row["education"],
        experience=row["experience"],
        status=row["status"],
        skills=row["skills"],
        about=row["about"],
        visibility=Resume.Visibility.PUBLIC,
        shows_contact=number % 3 == 0,
    )
    Intention.objects.create(
        resume=resume,
        category=known.categories.by_slug[row["category"]],
        region=known.regions.by_slug[row["town"] if number % 2 else "anxi"],
        pay_min=row["pay_min"],
        pay_max=row["pay_max"],
    )
    left_school = row["birth"].year + (18 if row["education"] in ("junior", "senior", "vocational") else 22)
    Schooling.objects.create(
        resume=resume,
        school=row["school"],
        level=row["education"],
        major=row["major"],
        begins=date(left_school - 3, 9, 1),
        ends=date(left_school, 6, 1),
    )
    if work := row.get("work"):
        Work.objects.create(resume=resume, **work | {name: month(work[name]) for name in ("begins", "ends")})
    Resume.objects.filter(pk=resume.pk).update(updated_at=seen_at, created_at=seen_at)
    return Resume.objects.get(pk=resume.pk)


def make_complete(user, now):
    known = lists.current()
    resume = Resume(
        user=user,
        name="王小安",
        salutation="ms",
        birth_date=date(1995, 8, 16),
        phone=str(FIRST_NUMBER),
        region=known.regions.by_slug["fengcheng"],
        education="bachelor",
        experience="5-10",
        status="open",
        skills="茶叶审评、拼配、茶艺表演、Excel、直播、普通话二级甲等",
        about="茶学毕业，在茶厂做过审评和品控，也带过门店。喝得出产地和工艺，也愿意和人打交道。\n希望在县城找品控或者茶文化方面的工作。",
    )
    # The demo has no photos of people, so a drawn picture stands for one.
    photo = reencoded(ContentFile(pictures.cover("tea", "resume"), name="photo.jpg"), max_side=600)
    resume.photo.save(photo.name, photo, save=False)
    resume.save()
    Intention.objects.create(
        resume=resume,
        category=known.categories.by_slug["tea-quality"],
        region=known.regions.by_slug["anxi"],
        pay_min=6000,
        pay_max=9000,
    )
    Intention.objects.create(
        resume=resume,
        category=known.categories.by_slug["tea-taster"],
        region=known.regions.by_slug["fengcheng"],
        pay_min=6000,
        nature=Nature.PART_TIME,
    )
    Schooling.objects.create(
        resume=resume, school="闽江农林大学", level="bachelor", major="茶学", begins=date(2013, 9, 1), ends=date(2017, 6, 1)
    )
    Work.objects.create(
        resume=resume,
        company="云上乌龙茶厂",
        title="品控主管",
        begins=date(2020, 3, 1),
        description="带三个人做原料验收和成品审评，建立了留样制度，退货率从 3% 降到 0.6%。",
    )
    Work.objects.create(
        resume=resume,
        company="溪畔茶铺",
        title="店长",
        begins=date(2017, 7, 1),
        ends=date(2020, 2, 1),
        description="门店日常、会员活动和茶艺培训，带四个店员。",
    )
    Project.objects.create(
        resume=resume,
        name="春茶留样库",
        role="负责人",
        begins=date(2021, 3, 1),
        ends=date(2021, 8, 1),
        description="给六百多个批次的毛茶留样、编号、定级。",
    )
    Certificate.objects.create(resume=resume, name="评茶员（三级）", issuer="职业技能鉴定中心", issued=date(2019, 11, 1))
    Certificate.objects.create(resume=resume, name="C1 驾驶证")
    User.objects.filter(pk=user.pk).update(last_login=now)
    return resume


def month(text):
    return date.fromisoformat(f"{text}-01") if text else None
