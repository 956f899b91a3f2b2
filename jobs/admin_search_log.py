"""What visitors look for, as the staff see it: how often, how often in vain, and off the hot words with it."""

from django import forms
from django.contrib import admin, messages
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode

from jobs import search_log
from jobs.models import SearchedWord
from jobs.wording import spelled


class FoundNothing(admin.SimpleListFilter):
    title = "搜索结果（近 30 天）"
    parameter_name = "found"

    def lookups(self, request, model_admin):
        return [("nothing", "没有结果"), ("always", "都有结果")]

    def queryset(self, request, queryset):
        match self.value():
            case "nothing":
                return queryset.filter(nothing__gt=0)
            case "always":
                return queryset.filter(nothing=0, month__gt=0)


class IsHidden(admin.SimpleListFilter):
    title = "首页热门词"
    parameter_name = "hidden"

    def lookups(self, request, model_admin):
        return [("yes", "已隐藏"), ("no", "未隐藏")]

    def queryset(self, request, queryset):
        return queryset.filter(hidden_at__isnull=self.value() == "no") if self.value() else queryset


class WordForm(forms.ModelForm):
    """A word to be hidden, whether or not somebody looked for it before."""

    class Meta:
        model = SearchedWord
        fields = ["word"]
        labels = {"word": "要隐藏的词"}
        help_texts = {"word": "不会再出现在首页的热门词里，照样可以搜索。以后可以在列表里恢复。"}

    def clean_word(self):
        word = spelled(self.cleaned_data["word"])
        if not word or len(word) > SearchedWord.LONGEST:
            raise forms.ValidationError(f"请填写文字，最多 {SearchedWord.LONGEST} 个")
        return word

    def validate_unique(self):
        pass


@admin.register(SearchedWord)
class SearchedWordAdmin(admin.ModelAdmin):
    """A list to read; to add a word is to hide it before it becomes hot."""

    form = WordForm
    list_display = ["searched_word", "in_week", "in_month", "in_vain", "is_shown", "hidden_since"]
    list_display_links = None
    list_filter = [FoundNothing, IsHidden]
    search_fields = ["word"]
    search_help_text = f"同一访客每天每个词只计一次。近 30 天不到 {SearchedWord.FEW} 次的不显示，因为可能是人名。"
    actions = ["hide_words", "show_words"]
    show_full_result_count = False

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": "搜索词"} | (extra_context or {}))

    def add_view(self, request, form_url="", extra_context=None):
        titles = {"title": "隐藏一个词", "show_save_and_continue": False}
        return super().add_view(request, form_url, titles | (extra_context or {}))

    def get_queryset(self, request):
        return SearchedWord.objects.for_staff(timezone.localdate()).select_related("hidden_by")

    def get_ordering(self, request):
        return ["-month", "word"]

    def has_change_permission(self, request, obj=None):
        """What was searched stays as it was: there is only the list, and what is done to it."""
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        word, _ = SearchedWord.objects.get_or_create(word=obj.word)
        obj.pk = word.pk
        search_log.hide([word.pk], by=request.user)

    @admin.action(description="隐藏：不在首页热门词里出现", permissions=["change"])
    def hide_words(self, request, queryset):
        words = list(queryset)
        search_log.hide([word.pk for word in words], by=request.user)
        self.tell(request, words, "已隐藏", "，可以用“恢复”撤销")

    @admin.action(description="恢复：可以再成为首页热门词", permissions=["change"])
    def show_words(self, request, queryset):
        words = list(queryset)
        search_log.show([word.pk for word in words])
        self.tell(request, words, "已恢复")

    def tell(self, request, words, done, hint=""):
        for word in words:
            self.log_change(request, word, done)
        messages.success(request, f"{done} {len(words)} 个词{hint}")

    @admin.display(description="搜索词", ordering="word")
    def searched_word(self, word):
        """With the way to see what visitors find."""
        return format_html('<a href="{}?{}">{}</a>', reverse("jobs:board"), urlencode({"q": word.word}), word.word)

    @admin.display(description="近 7 天", ordering="week")
    def in_week(self, word):
        return word.week

    @admin.display(description="近 30 天", ordering="month")
    def in_month(self, word):
        return word.month

    @admin.display(description="其中没有结果", ordering="nothing")
    def in_vain(self, word):
        return f"{word.nothing}（{word.nothing * 100 // word.month}%）" if word.nothing else "0"

    @admin.display(description="可作热门词", boolean=True)
    def is_shown(self, word):
        return word.hidden_at is None

    @admin.display(description="隐藏", empty_value="")
    def hidden_since(self, word):
        return f"{timezone.localdate(word.hidden_at)} {word.hidden_by or ''}" if word.hidden_at else None
