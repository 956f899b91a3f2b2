"""The editors' way in and out of the admin for many articles at once: import from files, export to Excel."""

from functools import partial
from itertools import islice
from pathlib import PurePath

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from news import exporting
from news.importing import Mapping, Refused, columns_of, examine, read, stash, write
from news.importing.mapping import COLUMNS, PARTS
from news.importing.sources import is_table
from news.models import Section

MOST_BYTES = 30 * 1024 * 1024
# More than a browser waits for; the command `import_articles` knows no such bound.
MOST_ROWS = 2000
SESSION_KEY = "news_imports"


class UploadForm(forms.Form):
    file = forms.FileField(
        label="文件",
        help_text=f"Excel（.xlsx）或 CSV 表格，或者装着网页（.html、.txt）的 .zip 压缩包。不超过 "
        f"{MOST_BYTES // 1024 // 1024} MB、{MOST_ROWS} 篇，更多请分几次。",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(sorted(stash.ENDINGS))}),
    )
    section = forms.ModelChoiceField(
        Section.objects.all(),
        label="默认分类",
        required=False,
        empty_label="（不指定）",
        help_text="文件里没有写分类，或者写的分类本站没有时，放入这里。",
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        ending = PurePath(file.name).suffix.lower()
        if ending == ".xls":
            raise forms.ValidationError("旧的 .xls 请先在 Excel 里另存为 .xlsx。")
        if ending not in stash.ENDINGS:
            raise forms.ValidationError("只能上传 .xlsx、.csv 表格，或者装着网页的 .zip 压缩包。")
        if file.size > MOST_BYTES:
            raise forms.ValidationError(f"文件超过 {MOST_BYTES // 1024 // 1024} MB，请分几次导入。")
        return file


class ColumnsForm(forms.Form):
    """Which column is which part; as guessed unless chosen."""

    is_columns = True

    def __init__(self, headers, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", "（自动判断）"), *((header, header) for header in dict.fromkeys(headers))]
        for part, label in COLUMNS.items():
            self.fields[part] = forms.ChoiceField(label=label, choices=choices, required=False)

    @property
    def mapping(self):
        return Mapping(columns={part: column for part, column in self.cleaned_data.items() if column})


class SelectorsForm(forms.Form):
    """Where in a page the parts are; by the landmarks of old portals unless typed."""

    is_columns = False

    def __init__(self, _headers, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for part, label in PARTS.items():
            self.fields[part] = forms.CharField(label=label, max_length=100, required=False)

    @property
    def mapping(self):
        return Mapping(selectors={part: selector for part, selector in self.cleaned_data.items() if selector})


class ExchangeAdmin(admin.ModelAdmin):
    """For the admin of articles to inherit."""

    change_list_template = "admin/news/article/change_list.html"
    actions = ["export_selected"]

    def get_urls(self):
        own = [
            path("import/", self.admin_site.admin_view(self.import_view), name="news_article_import"),
            path("import/<uuid:token>/", self.admin_site.admin_view(self.report_view), name="news_article_import_report"),
            path("export/", self.admin_site.admin_view(self.export_view), name="news_article_export"),
        ]
        return own + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        context = {"can_import": self.can_import(request), "query": request.META.get("QUERY_STRING", "")}
        return super().changelist_view(request, context | (extra_context or {}))

    def can_import(self, request):
        return self.has_add_permission(request) and self.has_change_permission(request)

    def import_view(self, request):
        """Takes the file; what is in it the next page says."""
        if not self.can_import(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            file, section = form.cleaned_data["file"], form.cleaned_data["section"]
            token = stash.keep(file)
            # Only the session that sent a file may open it again.
            request.session[SESSION_KEY] = request.session.get(SESSION_KEY, {}) | {
                token.hex: {"name": file.name, "section": section.pk if section else None}
            }
            return redirect("admin:news_article_import_report", token)
        return self.exchange_page(request, "import", "导入文章", form=form)

    def report_view(self, request, token):
        """GET tries and writes nothing; POST writes."""
        if not self.can_import(request):
            raise PermissionDenied
        upload, file = request.session.get(SESSION_KEY, {}).get(token.hex), stash.path_of(token)
        if not upload or not file:
            messages.error(request, "这个文件已经不在了，请重新上传。")
            return redirect("admin:news_article_import")
        is_write = request.method == "POST"
        context = {"file": upload["name"], "section": Section.objects.filter(pk=upload["section"]).first()}
        try:
            form = context["form"] = mapping_form(upload["name"], file, request.POST if is_write else request.GET)
            if form.is_valid():
                deed = partial(write, by=request.user) if is_write else examine
                context["report"] = deed(drafts(upload["name"], file, form.mapping), section=context["section"])
        except Refused as refusal:
            context["refusal"] = str(refusal)
        return self.exchange_page(request, "import_report", "导入结果" if is_write else "导入前检查", **context)

    @admin.action(description="导出所选的文章为 Excel", permissions=["view"])
    def export_selected(self, request, articles):
        return as_download(articles)

    def export_view(self, request):
        """All that the list shows with its filters."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            return as_download(self.get_changelist_instance(request).get_queryset(request))
        except IncorrectLookupParameters:
            return redirect("admin:news_article_changelist")

    def exchange_page(self, request, name, title, **context):
        context |= {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        return TemplateResponse(request, f"admin/news/article/{name}.html", context)


def mapping_form(name, file, said):
    """What may be said of a table are its columns, of pages the places in them."""
    with file.open("rb") as opened:
        headers = columns_of(name, opened)
    return (ColumnsForm if is_table(name) else SelectorsForm)(headers, said)


def drafts(name, file, mapping):
    with file.open("rb") as opened:
        found = list(islice(read(name, opened, mapping), MOST_ROWS + 1))
    if len(found) > MOST_ROWS:
        raise Refused(f"文件里的文章超过 {MOST_ROWS} 篇。请分成几个文件，或者请管理员用命令 import_articles 导入。")
    return found


def as_download(articles):
    name = f"文章-{timezone.localdate():%Y%m%d}.xlsx"
    return FileResponse(exporting.workbook(articles), as_attachment=True, filename=name)
