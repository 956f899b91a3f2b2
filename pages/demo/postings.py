"""Postings at every desk: what waits for the demo's reviewer, and what the demo's employer has to see to."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from accounts.models import Recruiter
from axrc.taxonomy import lists
from jobs.life import content, deeds, reviewing
from jobs.models import Job, JobDraft, Submission

WAITING = [
    # (company's place among the verified, hours ago, title, category, pay, duties, requirements)
    (
        9,
        30,
        "藤编师傅",
        "rattan-weaver",
        (6000, 9000),
        "1、按图纸编织藤铁花架、收纳篮；\n2、检查成品，修补松动的地方。",
        "1、会藤编或竹编；\n2、限男性，35岁以下；\n3、能看懂简单图纸。",
    ),
    (
        14,
        9,
        "网店客服",
        "ecommerce-service",
        (4000, 5500),
        "1、回答买家咨询，推荐合适的茶叶；\n2、处理退换货和评价。",
        "1、打字每分钟60字以上；\n2、入职先交服装押金300元，离职退还；\n3、有网店客服经验优先，不限户籍。",
    ),
    (
        21,
        2,
        "仓库管理员",
        "warehouse",
        (4500, 6000),
        "1、货物入库、盘点、出库；\n2、保持库区整洁，做好防潮防火。",
        "1、会用表格软件；\n2、能上早晚班。",
    ),
]


def load(employer, reviewer, verified, now):
    for place, hours, *posting in WAITING:
        hand_in(verified[place], posting, now - timedelta(hours=hours))
    look_after(verified[5], now)
    mark(reviewer, verified[3], now)
    at_the_employers(employer, reviewer, verified[0], now)


def hand_in(company, posting, at, by=None):
    job = deeds.create(company, values(company, *posting), by=by or recruiter(company), ends_on=day(at, 45))
    submission = deeds.submit(job, by=by or recruiter(company))
    Submission.objects.filter(pk=submission.pk).update(submitted_at=at)
    return submission


def values(company, title, category, pay, duties, requirements):
    known = lists.current()
    job = Job(
        company=company,
        title=title,
        category=known.categories.by_slug[category],
        region=company.region,
        address=company.address,
        headcount=2,
        salary_min=pay[0],
        salary_max=pay[1],
        description=duties,
        requirements=requirements,
    )
    return content.content(job)


def recruiter(company):
    """Somebody without a password: only a name in the queue."""
    found = Recruiter.objects.filter(company=company).select_related("user").first()
    if found:
        return found.user
    users = get_user_model()
    user = users.objects.create_user(f"poster{company.pk}@example.com", name="招聘专员", role=users.Role.EMPLOYER)
    Recruiter.objects.create(user=user, company=company, is_owner=True)
    return user


def look_after(company, now):
    """A company that has proved itself: one of its live jobs is yet to be looked at."""
    by = recruiter(company)
    for number, job in enumerate(Job.objects.live(now).of(company).newest_first()[:4]):
        Submission.objects.create(
            job=job,
            kind=Submission.Kind.AFTER if number == 0 else Submission.Kind.FIRST,
            status=Submission.Status.WAITING if number == 0 else Submission.Status.ACCEPTED,
            values=content.content(job),
            submitted_by=by,
            submitted_at=job.published_at,
            decided_at=None if number == 0 else job.published_at + timedelta(hours=1),
        )


def mark(reviewer, company, now):
    job = Job.objects.live(now).of(company).newest_first().first()
    if job:
        reviewing.mark(job, by=reviewer, urgent_until=None, promoted_until=now + timedelta(days=30))


def at_the_employers(employer, reviewer, company, now):
    live = list(Job.objects.live(now).of(company).newest_first()[:2])
    renamed = live[0]
    changed = content.content(renamed) | {"title": f"{renamed.title}（两班制）"}
    deeds.edit(renamed, changed, by=employer, seen=deeds.version(renamed))
    if len(live) > 1:
        deeds.renew(live[1], by=employer, ends_on=day(now, 2))
    refused = hand_in(
        company,
        ["茶艺师", "tea-artist", (4000, 6000), "1、泡茶、讲解。", "1、形象好气质佳；\n2、会泡铁观音。"],
        now - timedelta(days=1),
        by=employer,
    )
    reason = "职责写得太少，请逐条写明主要工作；“形象好气质佳”与工作无关，请删去。"
    sent_back(refused, reviewer, reason, now)
    typed = {"title": ["包装工"], "headcount": ["5"], "description": ["1、按规格称茶、装罐、贴标；"]}
    JobDraft.objects.create(company=company, by=employer, typed=typed)


def sent_back(submission, reviewer, reason, now):
    """As reviewing.send_back leaves it, without its letter: nobody waits for that."""
    submission.status, submission.reason = Submission.Status.REFUSED, reason
    submission.decided_by, submission.decided_at = reviewer, now - timedelta(hours=3)
    submission.save()
    Job.objects.filter(pk=submission.job_id).update(submitted_at=None)


def day(moment, days):
    return timezone.localdate(moment) + timedelta(days=days)
