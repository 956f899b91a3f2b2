"""The part of the editors' desk where pictures of other sites are brought in or dropped."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from axrc.text import clean
from axrc.web.fetching import fetch
from news.foreign_pictures import Decision, foreign_pictures, localised, settle


class DecisionsForm(forms.Form):
    """A choice for each address; the fields are numbered, and each brings its address along."""

    def __init__(self, addresses, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.addresses = list(addresses)
        for number, address in enumerate(self.addresses, start=1):
            self.fields[f"address_{number}"] = forms.CharField(initial=address, widget=forms.HiddenInput, required=False)
            self.fields[f"decision_{number}"] = forms.ChoiceField(
                label=f"第 {number} 张",
                choices=Decision.choices,
                widget=forms.RadioSelect,
                initial=Decision.BRING,
                required=False,
                help_text=address if len(address) <= 200 else f"{address[:200]}…",
            )

    def decisions(self):
        """By the address that stood beside the choice, for the text may have changed in the meantime."""
        numbers = range(1, len(self.addresses) + 1)
        return {self.cleaned_data[f"address_{n}"]: self.cleaned_data[f"decision_{n}"] for n in numbers}


class ForeignPicturesAdmin(admin.ModelAdmin):
    """For the admin of articles."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.foreign_pictures_view)
        return [path("<int:pk>/foreign-pictures/", view, name="news_article_foreign_pictures"), *super().get_urls()]

    def get_fieldsets(self, request, obj=None):
        """The form reports them while there are any."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj and foreign_pictures(obj.body):
            return [("别的网站上的图片", {"fields": ["foreign_pictures_report"]}), *fieldsets]
        else:
            return fieldsets

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "foreign_pictures_report"]

    def take_home(self, request, obj):
        """Pictures copied from the site's own pages are the site's own."""
        obj.body = localised(clean(obj.body), request.build_absolute_uri("/"))

    def report_foreign_pictures(self, request, obj):
        if number := len(foreign_pictures(obj.body)):
            messages.warning(request, warning(obj, number))

    @admin.display(description="读者看不到")
    def foreign_pictures_report(self, article):
        number = len(foreign_pictures(article.body))
        return format_html(
            '正文里有 {} 张图片在别的网站上。<a href="{}">逐张存到本站或删除</a>（请先保存正在写的内容）',
            number,
            decisions_address(article),
        )

    def foreign_pictures_view(self, request, pk):
        article = self.get_object(request, str(pk))
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        pictures = foreign_pictures(article.body)
        form = DecisionsForm(pictures, request.POST or None)
        if request.method == "POST" and form.is_valid():
            tell(request, settle(article, form.decisions(), by=request.user, fetch=fetch))
            article.refresh_from_db()
            return HttpResponseRedirect(after(article))
        context = {
            **self.admin_site.each_context(request),
            "title": "别的网站上的图片",
            "opts": self.opts,
            "original": article,
            "form": form,
            "pictures": pictures,
        }
        return TemplateResponse(request, "admin/news/article/foreign_pictures.html", context)


def warning(article, number):
    return format_html(
        '正文里有 {} 张图片在别的网站上，读者看不到。<a href="{}">逐张存到本站或删除</a>', number, decisions_address(article)
    )


def decisions_address(article):
    return reverse("admin:news_article_foreign_pictures", args=[article.pk])


def after(article):
    """Back to the article, or to what is still undecided."""
    if foreign_pictures(article.body):
        return decisions_address(article)
    else:
        return reverse("admin:news_article_change", args=[article.pk])


def tell(request, outcome):
    if outcome.brought:
        messages.success(request, f"{outcome.brought} 张图片已存到本站。")
    if outcome.dropped:
        messages.success(request, f"{outcome.dropped} 张图片已从正文删除。")
    for address, reason in outcome.failed.items():
        messages.error(request, f"没有取到 {address[:200]}：{reason}")
