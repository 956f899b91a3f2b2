"""The deeds of importing: a sheet is taken in and looked at, then its good rows become jobs, once."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import Company
from axrc import audit
from axrc.web.documents import shown_name
from axrc.web.rate_limit import allowed
from jobs.life import Refused, many
from jobs.models import Job, JobImport
from jobs.sheets import reading
from jobs.sheets.checking import Row, check, parsed
from jobs.sheets.limits import CHECKS_A_DAY, IMPORTS_A_DAY, KEPT_DAYS

DAY = 24 * 60 * 60


class AlreadyImported(Refused):
    """A second click, or another window: the rows are jobs already."""

    def __init__(self):
        super().__init__("这份表格已经导入过了，没有再导入一次。")


def take_in(company, file, *, by, at=None):
    """Read and check a sheet; nothing becomes a job. Raises Refused, refusals.Unreadable."""
    at = at or timezone.now()
    if not allowed("job-import", company.pk, CHECKS_A_DAY, DAY):
        raise Refused(f"今天已经检查了 {CHECKS_A_DAY} 份表格，请明天再来。")
    rows, unknown = parsed(reading.rows(file.name, file))
    check(company, rows, at)
    return JobImport.objects.create(
        company=company,
        by=by,
        name=shown_name(file.name),
        created_at=at,
        rows=[row.as_json for row in rows],
        unknown=unknown,
    )


@transaction.atomic
def confirm(sheet, *, by, with_doubles=False, at=None):
    """Make jobs of the good rows and hand them in; of an unverified company they stay drafts.

    All or nothing. Raises AlreadyImported, Refused.
    """
    at = at or timezone.now()
    # The company's row is locked before anything else of it, as everywhere: two sheets come one after the other.
    company = Company.objects.select_for_update().get(pk=sheet.company_id)
    sheet = JobImport.objects.select_for_update().get(pk=sheet.pk)
    if sheet.is_done:
        raise AlreadyImported
    if imports_left(company, at) < 1:
        raise Refused(f"今天已经导入了 {IMPORTS_A_DAY} 次，请明天再来。这份表格会保留 {KEPT_DAYS} 天。")
    # Looked at again: lists, jobs and the calendar have moved on since.
    rows = [Row(row["row"], row["cells"]) for row in sheet.rows]
    check(company, rows, at)
    wanted = [row for row in rows if not row.errors and (with_doubles or not row.double)]
    if not wanted:
        raise Refused("没有可以导入的行。请改好以后再上传。")
    drafts = [(row.values, row.ends_on) for row in wanted]
    jobs, submissions = many.create_and_submit(company, drafts, by=by, source=Job.Source.IMPORT, at=at)
    public = sum(submission.kind == submission.Kind.AFTER for submission in submissions)
    sheet.rows = [row.as_json for row in rows]
    sheet.state, sheet.imported_at = JobImport.State.DONE, at
    sheet.outcome = {
        "made": len(jobs),
        "public": public,
        "waiting": len(submissions) - public,
        "doubles": 0 if with_doubles else sum(bool(row.double) for row in rows),
    }
    sheet.save()
    audit.record(by, "company.jobs_imported", company, sheet=sheet.pk, **sheet.outcome)
    return sheet


def imports_left(company, at):
    """How many there are today, of the local calendar."""
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    return max(0, IMPORTS_A_DAY - JobImport.objects.filter(company=company, imported_at__gte=midnight).count())


def forget_leaver(leaver):
    """What somebody sent, and what was sent for the company that nobody manages any more, holds names and numbers."""
    JobImport.objects.filter(Q(by=leaver.user) | Q(company=leaver.company)).delete()


def forget_old():
    """Sheets are working copies: the jobs that came of them stay."""
    JobImport.objects.filter(created_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).delete()
