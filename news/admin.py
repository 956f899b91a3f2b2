"""The editors' desk."""

from csp.decorators import csp_replace
from django.contrib import admin, messages
from django.db.models import F
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html

from news import corrections, publishing, slot_desk  # noqa: F401 (the desk of the front page registers itself)
from news.admin_readership import ReadershipMixin
from news.attachment_desk import AttachmentInline
from news.desk import ChecksDesk, PreviewDesk, RepostsDesk, RepostSourceFilter, RevisionsDesk
from news.exchange import ExchangeAdmin
from news.foreign_pictures_admin import ForeignPicturesAdmin
from news.forms import ArticleForm
from news.models import NOTICES, Article, Section
from news.picture_admin import PictureAdmin
from news.pictures import Picture
from news.widgets import POLICY

CORRECTION = ("更正", {"fields": ["correction_note"]})
ADDRESS_HELP = "注意：这是分类的网址。改动后旧网址会自动转到新网址，但搜索引擎要过一段时间才跟上，非必要请勿修改。"


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    list_display = ["name", "slug", "order", "description"]
    list_editable = ["order"]
    search_fields = ["name", "slug"]

    def get_readonly_fields(self, request, obj=None):
        """The site finds its notices by their address."""
        return ["slug"] if obj and obj.slug == NOTICES else []

    def get_form(self, request, obj=None, **kwargs):
        help_texts = {"slug": ADDRESS_HELP} if obj else {}
        return super().get_form(request, obj, help_texts=help_texts, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "slug" in form.changed_data:
            messages.warning(request, f"地址已改为 {obj.get_absolute_url()}，旧地址会自动转到这里。请更新别处写死的链接。")


admin.site.register(Picture, PictureAdmin)


@admin.register(Article)
class ArticleAdmin(
    RevisionsDesk, PreviewDesk, ChecksDesk, RepostsDesk, ReadershipMixin, ForeignPicturesAdmin, ExchangeAdmin
):
    form = ArticleForm
    inlines = [AttachmentInline]
    fieldsets = [
        (None, {"fields": ["title", "section", "summary", "body", "cover", "cover_alt", "cover_is_decorative"]}),
        ("来源", {"fields": ["source", "is_repost", "source_url"]}),
        ("发布", {"fields": ["status", "published_at", "ends_at", "pinned_until", "is_recommended"]}),
        ("报名时间（公招公告）", {"fields": ["opens_at", "closes_at"]}),
    ]
    list_display = ["title", "section", "status", "published_at", "is_recommended", "source", "author", "on_site"]
    list_filter = ["status", "section", "is_recommended", "is_repost", RepostSourceFilter]
    list_select_related = ["section", "author"]
    list_per_page = 50
    show_full_result_count = False
    date_hierarchy = "published_at"
    search_fields = ["title"]
    search_help_text = "按标题搜索"
    actions = ["publish", "withdraw", *ExchangeAdmin.actions]

    class Media:
        css = {"all": ["admin_news/list.css"]}

    @method_decorator(csp_replace(POLICY))
    def changeform_view(self, request, *args, **kwargs):
        return super().changeform_view(request, *args, **kwargs)

    def get_ordering(self, request):
        """Drafts without a date first: they are what still has to be done."""
        return [F("published_at").desc(nulls_first=True), "-pk"]

    def get_fieldsets(self, request, obj=None):
        """Readers can be told of a correction of what they may have read."""
        is_known = obj is not None and corrections.has_been_public(obj, timezone.now())
        fieldsets = super().get_fieldsets(request, obj)
        return [*fieldsets, CORRECTION] if is_known else fieldsets

    def save_model(self, request, obj, form, change):
        obj.author = obj.author or request.user
        form.store_cover(by=request.user)
        self.take_home(request, obj)
        obj.save(by=request.user)
        self.report_foreign_pictures(request, obj)
        self.show_findings(request, obj)

    def view_on_site(self, article):
        """Only what visitors can see has a way there."""
        return article.get_absolute_url() if article.is_public() else None

    @admin.display(description="网站")
    def on_site(self, article):
        if article.is_public():
            return format_html('<a href="{}">在网站上查看</a>', article.get_absolute_url())
        else:
            return "-"

    @admin.action(description="发布所选的文章", permissions=["change"])
    def publish(self, request, articles):
        self.do(request, articles, publishing.publish, "已发布")

    @admin.action(description="撤回所选的文章", permissions=["change"])
    def withdraw(self, request, articles):
        self.do(request, articles, publishing.withdraw, "已撤回")

    def do(self, request, articles, deed, done):
        for article in articles:
            deed(article, by=request.user)
        self.message_user(request, f"{done} {len(articles)} 篇文章。", messages.SUCCESS)
