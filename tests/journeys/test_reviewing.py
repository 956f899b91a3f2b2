"""A reviewer at a desk: the queue, what is pointed out, sent back, improved, accepted, found."""

from playwright.sync_api import expect

from tests.journeys.sessions import sign_in

# A new company hands in its first job; then it writes better and hands in again.
HAND_IN = """
from datetime import timedelta
from django.utils import timezone
from accounts.models import Company, Recruiter, User
from axrc.taxonomy.models import Category, Region
from jobs.life import deeds
company = Company.objects.verified().order_by("pk").last()
user, _ = User.objects.get_or_create(email="tengbian@example.com", defaults={"name": "郑师傅", "role": "employer"})
Recruiter.objects.get_or_create(user=user, defaults={"company": company})
values = {
    "title": "藤椅编织学徒", "category_id": Category.objects.filter(parent__isnull=False).first().pk,
    "nature": "full_time", "headcount": 2, "region_id": Region.objects.get(slug="shangqing").pk, "address": "尚卿乡竹园路3号",
    "pay_unit": "month", "salary_min": 4000, "salary_max": 6000, "salary_months": 12, "pay_reason": "",
    "is_negotiable": False, "education": "any", "experience": "any", "description": "跟师傅学编藤椅。",
    "requirements": "限女性，手巧，坐得住。", "contact_name": "", "contact_phone": "", "is_phone_hidden": False, "benefits": [],
}
job = deeds.create(company, values, by=user, ends_on=timezone.localdate() + timedelta(days=30))
company.jobs.filter(pk=job.pk).update(submitted_at=None)
from jobs.life.submitting import hand_in
job.submitted_at = timezone.now()
job.save()
hand_in(job, "first", values, {}, by=user, answer="", at=timezone.now() - timedelta(days=400))
"""
IMPROVE = """
from django.utils import timezone
from jobs.life import content, deeds
from jobs.life.submitting import hand_in
from jobs.models import Job
job = Job.objects.get(title="藤椅编织学徒")
by = job.created_by
better = content.content(job) | {"requirements": "手巧，坐得住。"}
deeds.edit(job, better, by=by, seen=deeds.version(job))
job.refresh_from_db()
job.submitted_at = timezone.now()
job.save()
hand_in(job, "first", better, deeds.sent_back_values(job), by=by, answer="已删去性别要求", at=timezone.now())
"""
REMOVE = """
from django.utils import timezone
from jobs.models import Job
for job in Job.objects.filter(title="藤椅编织学徒"):
    job.removed_at = timezone.now()
    job.save()
"""
