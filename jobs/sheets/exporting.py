"""What a company has, as a sheet that can be changed and imported again."""

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery, Sum
from django.utils import timezone

from axrc import audit
from jobs.life import state_of
from jobs.models import Job, JobViews
from jobs.sheets.books import book_of
from jobs.sheets.columns import CHOICES, COLUMNS, NO, TERMS, YES, YES_OR_NO, names_of

# What a company's own jobs say beside what is imported: of these an import reads nothing.
MORE = [
    ("状态", 10),
    ("编号", 10),
    ("创建时间", 18),
    ("提交时间", 18),
    ("发布时间", 18),
    ("刷新时间", 18),
    ("刷新次数", 10),
    ("浏览次数", 10),
    ("关闭原因", 12),
    ("招聘结果", 20),
]


@transaction.atomic
def export(company, *, by, at=None):
    """The bytes of a workbook with all jobs of the company, newest first; that it was made is written down."""
    at = at or timezone.now()
    counted = {"refresh_count": Count("refreshes"), "view_count": Subquery(views())}
    jobs = list(Job.objects.of(company).for_rows().annotate(**counted).newest_first())
    labels = {field: {key: name for name, key in names_of(field).items()} for field in TERMS}
    rows = [[*texts(job, labels).values(), *more(job, at)] for job in jobs]
    audit.record(by, "company.jobs_exported", company, count=len(rows))
    return book_of(rows, more=MORE)


def views():
    """Summed up by itself: joined to the refreshes it would be multiplied by them."""
    days = JobViews.objects.filter(job=OuterRef("pk")).order_by().values("job")
    return days.annotate(total=Sum("count")).values("total")


def texts(job, labels):
    """{field: what stands in its cell}, in the order of the columns."""
    return {column.field: text(job, column.field, labels) for column in COLUMNS}


def text(job, field, labels):
    if field in TERMS:
        # A trade that is too general to be chosen now may have been so once.
        return labels[field].get(getattr(job, f"{field}_id"), getattr(job, field).name)
    elif field in CHOICES:
        return CHOICES[field](getattr(job, field)).label
    elif field in YES_OR_NO:
        return YES if getattr(job, field) else NO
    elif field == "benefits":
        return "、".join(job.benefit_names)
    elif field == "ends_on":
        return f"{timezone.localdate(job.ends_at):%Y-%m-%d}" if job.ends_at else ""
    return str(getattr(job, field)).replace("\r\n", "\n")


def more(job, at):
    moments = [job.created_at, job.submitted_at, job.published_at, job.refreshed_at]
    return [
        state_of(job, at).label,
        str(job.pk),
        *(f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else "" for moment in moments),
        str(job.refresh_count),
        str(job.view_count or 0),
        job.get_close_reason_display(),
        job.get_hired_display(),
    ]
