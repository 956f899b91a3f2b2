"""What postings should not say, as rows that staff edit."""

from django.core.exceptions import ValidationError
from django.db import models, transaction

from axrc.search import memory
from jobs import patterns


class ScreeningRule(models.Model):
    """Wordings, the law they offend, and what to write instead (DOMAIN.md L4). A rule points out; it never blocks."""

    class Topic(models.TextChoices):
        SEX = "sex", "性别"
        ETHNICITY = "ethnicity", "民族"
        RELIGION = "religion", "宗教"
        ORIGIN = "origin", "户籍、地域"
        FAMILY = "family", "婚育"
        HEALTH = "health", "传染病、健康"
        DISABILITY = "disability", "残疾"
        AGE = "age", "年龄"
        LOOKS = "looks", "相貌、身材"
        FATE = "fate", "属相、星座、血型"
        SCHOOL = "school", "毕业院校"
        FEE = "fee", "押金、收费"
        PAPERS = "papers", "扣押证件"
        LOAN = "loan", "招转培、培训贷"
        BAIT = "bait", "高薪、保录诱饵"
        SCAM = "scam", "刷单诈骗"
        OTHER = "other", "其他"

    class Severity(models.TextChoices):
        NOTE = "note", "提示"
        REVIEW = "review", "需审核"

    MOST_LINES = 40

    name = models.CharField("名称", max_length=40)
    topic = models.CharField("类别", max_length=12, choices=Topic)
    severity = models.CharField(
        "程度", max_length=8, choices=Severity, default=Severity.REVIEW, help_text="“需审核”会提醒审核员细看；都不会自动退回"
    )
    words = models.TextField(
        "写法",
        max_length=4000,
        help_text="一行一种，直接写词语就行，空格、符号、全角半角、繁简不用管。"
        "还可以用：(女士|女性)优先 表示其中一个，[男女] 表示其中一个字，限制? 表示“制”可有可无，"
        "\\d{2} 表示两位数字，.{0,6} 表示隔开最多 6 个字，^男$ 表示单独成一句。",
    )
    harmless = models.TextField(
        "例外",
        max_length=4000,
        blank=True,
        help_text="写在这些话里时不算，一行一种，如：女装、男女。“不限”“无需”“严禁”一类的否定不用写，系统会看。",
    )
    law = models.CharField("依据", max_length=120, help_text="如：《就业促进法》第二十七条")
    advice = models.CharField("给企业的说明", max_length=200, help_text="为什么不合适，该怎么办；语气客气些")
    better = models.CharField("建议写法", max_length=80, blank=True)
    is_enabled = models.BooleanField("启用", default=True)
    # Where the rule came with the site: its name in jobs/screening/data/.
    slug = models.SlugField(max_length=40, unique=True, null=True, editable=False)  # noqa: DJ001, only names are unique
    changed_at = models.DateTimeField("修改时间", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "审查规则"
        ordering = ["topic", "name", "id"]

    def __str__(self):
        return self.name

    def clean(self):
        errors = {}
        for name in ("words", "harmless"):
            try:
                setattr(self, name, "\n".join(checked(getattr(self, name))))
            except ValidationError as error:
                errors[name] = error
        if errors:
            raise ValidationError(errors)

    @transaction.atomic
    def save(self, **kwargs):
        """Holds from the next reading on, in every process."""
        super().save(**kwargs)
        memory.log_change(self._meta.db_table)

    @transaction.atomic
    def delete(self, **kwargs):
        done = super().delete(**kwargs)
        memory.log_change(self._meta.db_table)
        return done

    @property
    def lines(self):
        return tuple(self.words.splitlines())

    @property
    def harmless_lines(self):
        return tuple(self.harmless.splitlines())


def checked(text):
    """The lines of a field without blank ones. Raises ValidationError that names each line that is no pattern."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    complaints = []
    if len(lines) > ScreeningRule.MOST_LINES:
        complaints.append(f"太多了，最多 {ScreeningRule.MOST_LINES} 行，可以拆成几条规则")
    for line in lines:
        try:
            patterns.parse(line)
        except patterns.Invalid as error:
            complaints.append(f"“{line if len(line) <= 40 else line[:40] + '…'}”：{error}")
    if complaints:
        raise ValidationError(complaints)
    return lines
