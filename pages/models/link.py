"""Links to friendly sites."""

from django.db import models

from pages.models.chrome import ChromeModel, ChromeQuerySet, is_web_address


class FriendLinkQuerySet(ChromeQuerySet):
    def visible(self):
        return self.filter(is_visible=True)


class FriendLink(ChromeModel):
    name = models.CharField("名称", max_length=40)
    url = models.URLField("网址", validators=[is_web_address])
    order = models.SmallIntegerField("顺序", default=0, help_text="数字小的在前")
    is_visible = models.BooleanField("显示", default=True)

    objects = FriendLinkQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "友情链接"
        ordering = ["order", "id"]

    def __str__(self):
        return self.name
