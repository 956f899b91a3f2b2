"""The editors' desk."""

from csp.decorators import csp_replace
from django.contrib import admin, messages
from django.db.models import F
from django.utils.decorators import method_decorator
from django.utils.html import format_html

from news import publishing
from news.exchange import ExchangeAdmin
from news.forms import ArticleForm
from news.models import Article, Section
from news.widgets import POLICY


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    list_display = ["name", "slug", "order", "description"]
    list_editable = ["order"]
    search_fields = ["name", "slug"]

    def get_readonly_fields(self, request, obj=None):
        """A section keeps its address: others link to it."""
        return ["slug"] if obj else []


@admin.register(Article)
class ArticleAdmin(ExchangeAdmin):
    form = ArticleForm
    fieldsets = [
        (None, {"fields": ["title", "section", "summary", "body", "cover"]}),
        ("来源", {"fields": ["source", "is_repost", "source_url"]}),
        ("发布", {"fields": ["status", "published_at", "is_recommended"]}),
    ]
    list_display = ["title", "section", "status", "published_at", "is_recommended", "source", "author", "on_site"]
    list_filter = ["status", "section", "is_recommended", "is_repost"]
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

    def save_model(self, request, obj, form, change):
        obj.author = obj.author or request.user
        super().save_model(request, obj, form, change)
        if form.foreign_pictures:
            messages.warning(request, foreign_pictures_warning(form.foreign_pictures))

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


def foreign_pictures_warning(number):
    return f"正文里有 {number} 张图片在别的网站上，读者看不到。请把图片存到电脑，再用编辑器的“图像”上传。"
