"""What the addresses name: things that belong to none of the actors."""

import re
import uuid
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from accounts import photos, teams
from accounts.models import (
    BlockedCompany,
    Certificate,
    CompanyAddress,
    Disclosure,
    Export,
    Invitation,
    PolicyVersion,
    Project,
    RefusalReason,
    Schooling,
    User,
)
from accounts.resumes import editing
from axrc import audit
from axrc.mail.models import Letter
from axrc.taxonomy.models import Benefit
from axrc.vocabulary.models import SynonymGroup
from axrc.web import documents, uploads
from axrc.web.private_files import MadeByUs
from jobs.life import content
from jobs.models import JobDraft, JobImport, ScreeningRule, SearchedWord, SendBackReason, Submission
from news import library, preview
from news.models import Article, Attachment, FrontSlot
from tests.accounts.papers import hand_in
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory, RegionFactory, ResumeFactory
from tests.news import make
from tests.pages import making
from tests.web.files import PDF, photo, upload

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def export_of(user):
    export = Export(user=user, made_at=timezone.now())
    export.file.save("export.zip", MadeByUs(b"PK"))
    return export


class Objects:
    """One thing of each kind; `address(route)` names them in a route."""

    def __init__(self):
        self.of_people()
        self.of_companies()
        self.of_news()
        self.of_the_desk()

    def address(self, route):
        if route in self.addresses:
            return self.addresses[route]
        owner = max((name for name in self.ids if route.startswith(name)), key=len, default="")
        values = self.values | {name: self.ids.get(owner, "") for name in ("pk", "object_id", "id")}
        return "/" + PARAMETER.sub(lambda found: str(values[found[1]]), route)

    def of_people(self):
        self.resume = resume = ResumeFactory(user__role=User.Role.SEEKER)
        editing.save_photo(resume.user, uploads.reencoded(upload("me.jpg", photo())))
        editing.save_attachment(resume.user, documents.checked(upload("简历.pdf", PDF)))
        schooling = Schooling.objects.create(resume=resume, school="安溪职校", level="college", begins=date(2012, 9, 1))
        company = CompanyFactory(name="收过简历的茶厂")
        session = UserSession.objects.create(user=resume.user, ip="127.0.0.1", session_key="x" * 32, user_agent="x")
        key = Authenticator.objects.create(user=resume.user, type=Authenticator.Type.WEBAUTHN, data={"name": "手机"})
        self.ids = {
            "talent/": resume.pk,
            "my/resume/intentions/": resume.intentions.get().pk,
            "my/resume/work/": resume.works.get().pk,
            "my/resume/education/": schooling.pk,
            "my/resume/projects/": Project.objects.create(resume=resume, name="春茶", begins=date(2020, 3, 1)).pk,
            "my/resume/certificates/": Certificate.objects.create(resume=resume, name="评茶员").pk,
            "my/resume/visibility/": Disclosure.objects.create(resume=resume, company=company).company_id,
            "my/blocked/": BlockedCompany.objects.create(resume=resume, company=CompanyFactory()).pk,
            "my/privacy/export/": export_of(resume.user).pk,
            "accounts/sessions/": session.pk,
            "accounts/2fa/webauthn/keys/": key.pk,
            "admin/accounts/user/": resume.user.pk,
            "admin/accounts/resume/": resume.pk,
        }

    def of_companies(self):
        recruiter = RecruiterFactory(company=CompanyFactory(name="别人的茶厂"))
        company = recruiter.company
        job = JobFactory(company=company)
        place = CompanyAddress.objects.create(company=company, label="二厂", region=RegionFactory(), address="工业路 1 号")
        invitation = Invitation.objects.create(company=company, contact="x@example.com")
        self.verification = hand_in(RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None)))
        searched = SearchedWord.objects.create(word="制茶", hidden_at=timezone.now())
        self.ids |= {
            "companies/": company.pk,
            "jobs/": job.pk,
            "my/company/photos/": photos.add(company, make.picture(), alternative_text="车间").pk,
            "my/company/addresses/": place.pk,
            "my/team/invitations/": invitation.pk,
            "my/team/": recruiter.pk,
            "my/jobs/": job.pk,
            "my/jobs/drafts/": JobDraft.objects.create(company=company).pk,
            "my/jobs/import/": JobImport.objects.create(company=company, name="职位.xlsx", rows=[]).pk,
            "admin/accounts/company/": company.pk,
            "admin/accounts/verification/": self.verification.pk,
            "admin/jobs/job/": job.pk,
            "admin/jobs/submission/": Submission.objects.create(job=job, kind="edit", values=content.content(job)).pk,
            "admin/jobs/sendbackreason/": SendBackReason.objects.first().pk,
            "admin/jobs/searchedword/": searched.pk,
            "admin/jobs/screeningrule/": ScreeningRule.objects.create(name="试", topic="other", words="样板句").pk,
        }
        self.values = {
            "region": job.region.slug,
            "category": job.category.slug,
            "which": "licence",
            "deed": "freeze",
            "page": "about",
            "slug": "about",
            "number": 0,
        }
        self.addresses = {"my/team/join/<str:token>/": f"/my/team/join/{teams.token(invitation)}/"}

    def of_news(self):
        article = make.article(body="<p>第一版。</p>")
        article.body = "<p>第二版。</p>"
        article.save(by=None)
        draft = make.article(title="还没写完", status=Article.Status.DRAFT, published_at=None)
        picture = library.store(make.picture(), alternative_text="一张照片")
        month = timezone.localtime(article.published_at)
        self.ids |= {
            "news/": article.pk,
            "news/attachments/": Attachment.objects.create(article=article, file=upload("表.pdf", PDF)).pk,
            "admin/news/article/": article.pk,
            "admin/news/section/": make.section().pk,
            "admin/news/picture/": picture.pk,
            "admin/news/frontslot/": FrontSlot.objects.create(article=article, place=FrontSlot.Place.LEAD).pk,
        }
        self.values |= {"revision": article.revisions.order_by("pk").first().pk, "token": uuid.uuid4()}
        self.draft = draft
        self.addresses |= {
            "news/<int:pk>/preview/": f"/news/{draft.pk}/preview/",
            "news/preview/<str:token>/": preview.link(draft),
            "news/<slug:slug>/": "/news/policy/",
            "news/<slug:slug>/feed.xml": "/news/policy/feed.xml",
            r"news/^archive/(?P<year>[0-9]{4})/\Z": f"/news/archive/{month:%Y}/",
            r"news/^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/\Z": f"/news/archive/{month:%Y/%m}/",
        }

    def of_the_desk(self):
        """What only the admin has, and addresses that are no patterns."""
        user = self.resume.user
        kind = ContentType.objects.get_for_model(user)
        making.profile()
        task = apps.get_model("django_tasks_database.DBTaskResult")
        self.ids |= {
            "admin/pages/siteprofile/": 1,
            "admin/pages/page/": making.page("about").pk,
            "admin/pages/friendlink/": making.link().pk,
            "admin/pages/feedback/": making.feedback().pk,
            "admin/accounts/refusalreason/": RefusalReason.objects.first().pk,
            "admin/accounts/policyversion/": PolicyVersion.objects.create(
                kind="terms", version="0", in_force_from=make.hence(days=30)
            ).pk,
            "admin/auth/group/": Group.objects.first().pk,
            "admin/taxonomy/industry/": CompanyFactory().industry_id,
            "admin/taxonomy/benefit/": Benefit.objects.get_or_create(slug="meals", defaults={"name": "包吃"})[0].pk,
            "admin/taxonomy/category/": self.resume.intentions.get().category_id,
            "admin/taxonomy/region/": RegionFactory().pk,
            "admin/vocabulary/synonymgroup/": SynonymGroup.objects.create(words="甲词 乙词").pk,
            "admin/audit/entry/": audit.record(user, "company.edited", self.verification.company).pk,
            "admin/mail/letter/": Letter.objects.create(
                kind="email", to="x@example.com", template="x", useful_until=make.hence(days=1)
            ).pk,
            "admin/django_tasks_database/dbtaskresult/": task.objects.create(
                task_path="axrc.x", args_kwargs={"args": [], "kwargs": {}}, backend_name="default", exception_class_path=""
            ).pk,
        }
        self.addresses |= {
            "admin/^(?P<app_label>": "/admin/news/",
            "accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "/accounts/password/reset/key/1-set-password/",
            "admin/r/<path:content_type_id>/<path:object_id>/": f"/admin/r/{kind.pk}/{user.pk}/",
            r"admin/(?P<url>.*)$": "/admin/no/such/page/",
            "sitemap-<slug:section>-<int:number>.xml": "/sitemap-jobs-0.xml",
            "sitemap-<section>.xml": "/sitemap-pages.xml",
        }
