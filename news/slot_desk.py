"""Where editors fill the front page of the news centre."""

from django import forms
from django.contrib import admin
from django.utils import timezone

from news.front_page import FrontSlot
from news.moments import LastMomentField


class FrontSlotForm(forms.ModelForm):
    until = LastMomentField(
        label="截止时间", help_text="例如 2026-03-05，显示到当天 23:59:59；不填则一直显示。过后自动换成最新的文章。"
    )

    class Meta:
        model = FrontSlot
        fields = ["place", "article", "order", "until"]


@admin.register(FrontSlot)
class FrontSlotAdmin(admin.ModelAdmin):
    form = FrontSlotForm
    list_display = ["article", "place", "order", "until", "is_shown"]
    list_editable = ["order"]
    list_filter = ["place"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]

    @admin.display(description="正在显示", boolean=True)
    def is_shown(self, slot):
        is_over = slot.until is not None and slot.until <= timezone.now()
        return slot.article.is_public() and not is_over
