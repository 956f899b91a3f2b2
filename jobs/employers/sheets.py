"""/my/jobs/import/ and the files around it: many jobs in, and all of them out."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.access import recruiter_required
from jobs.employers.sheet_form import SheetForm
from jobs.life import Refused
from jobs.models import JobImport
from jobs.sheets import importing
from jobs.sheets.bad_rows import bad_rows
from jobs.sheets.books import CONTENT_TYPE
from jobs.sheets.columns import BY_FIELD
from jobs.sheets.exporting import export as exported
from jobs.sheets.limits import IMPORTS_A_DAY, KEPT_DAYS, MEGABYTE, MOST_BYTES, MOST_ROWS
from jobs.sheets.template import template as template_book
from jobs.sheets.wording import shortened

MOST_SHOWN = 200
MOST_LISTED = 10


@require_GET
@recruiter_required
def template(request):
    return as_file(template_book(), "职位导入模板.xlsx")


@require_GET
@recruiter_required
def export(request):
    company = request.recruiter.company
    return as_file(exported(company, by=request.user), f"职位-{timezone.localdate():%Y%m%d}.xlsx")


@recruiter_required
def imports(request):
    """Takes the sheet; what is in it the next page says."""
    company = request.recruiter.company
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            sheet = importing.take_in(company, form.cleaned_data["file"], by=request.user)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("my:jobs-import-checked", sheet.pk)
    context = {
        "form": form,
        "company": company,
        "is_verified": company.is_verified(timezone.now()),
        "sheets": sheets_of(company).defer("rows")[:MOST_LISTED],
        "limits": {"rows": MOST_ROWS, "megabytes": MOST_BYTES // MEGABYTE, "imports": IMPORTS_A_DAY, "days": KEPT_DAYS},
        "crumbs": [("职位管理", reverse("my:jobs")), ("批量导入", "")],
    }
    return render(request, "jobs/my/jobs_import.html", context)


@recruiter_required
def checked(request, pk):
    """GET shows what was found; POST makes jobs of the good rows."""
    company = request.recruiter.company
    sheet = get_object_or_404(sheets_of(company), pk=pk)
    if request.method == "POST":
        try:
            importing.confirm(sheet, by=request.user, with_doubles="with_doubles" in request.POST)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "导入完成。")
        return redirect("my:jobs-import-checked", sheet.pk)
    faults = [fault(row, *error) for row in sheet.bad for error in row["errors"]]
    context = {
        "sheet": sheet,
        "is_verified": company.is_verified(timezone.now()),
        "good": len(sheet.good),
        "bad": len(sheet.bad),
        "doubles": sheet.doubles[:MOST_SHOWN],
        "double_count": len(sheet.doubles),
        "faults": faults[:MOST_SHOWN],
        "fault_count": len(faults),
        "crumbs": [("职位管理", reverse("my:jobs")), ("批量导入", reverse("my:jobs-import")), (sheet.name, "")],
    }
    return render(request, "jobs/my/jobs_import_checked.html", context)


@require_GET
@recruiter_required
def bad(request, pk):
    sheet = get_object_or_404(sheets_of(request.recruiter.company), pk=pk)
    return as_file(bad_rows(sheet), f"要改的职位-{sheet.pk}.xlsx")


def sheets_of(company):
    return JobImport.objects.filter(company=company)


def fault(row, field, text):
    """A line of the table: where it is, what stands there, what is wrong with it."""
    return {
        "row": row["row"],
        "title": row["cells"].get("title", ""),
        "column": BY_FIELD[field].label if field in BY_FIELD else "整行",
        "cell": shortened(row["cells"].get(field, "")),
        "text": text,
    }


def as_file(content, name):
    """For the one who asked, and for no cache between."""
    response = FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=CONTENT_TYPE)
    response["Cache-Control"] = "private, no-store"
    return response
