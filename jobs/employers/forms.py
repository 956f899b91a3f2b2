"""The posting as an employer writes it: what the law asks of every posting (DOMAIN.md L3), and what helps it to be found."""

import unicodedata
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.employers.forms import clean_phone, grouped_regions
from axrc.taxonomy import lists
from jobs.employers.fields import DayField, LineField, NumberField, ParagraphsField
from jobs.life import State, content, deeds, state_of
from jobs.values import Education, Experience, Nature, PayUnit

USUAL_DAYS = 30
# Yuan that a unit of work may earn: what lies outside was meant for another unit, or is bait.
BOUNDS = {PayUnit.MONTH: (1000, 200_000), PayUnit.DAY: (50, 5000), PayUnit.HOUR: (8, 1000)}
MOST_MONTHS = 16
# A range wider than this says nothing about the pay, unless somebody explains it.
WIDEST_RANGE = 2
NAMES = {"category": "category_id", "region": "region_id"}
DRAFTABLE = {State.DRAFT, State.WAITING}


def choice(label, choices, wanted, **kwargs):
    messages = {"required": wanted, "invalid_choice": f"没有这个选项，{wanted}"}
    return forms.TypedChoiceField(label=label, choices=choices, error_messages=messages, **kwargs)


def grouped_categories():
    """The second level under the names of the first."""
    categories = lists.current().categories
    groups = [(top.name, [(one.pk, one.name) for one in categories.children_of(top)]) for top in categories.tops]
    return [("", "请选择"), *((name, children) for name, children in groups if children)]


class JobForm(forms.Form):
    """`values` and `ends_on` are what deeds.create and deeds.edit take.

    `job` is the one that is changed; of what is or was public the end is moved by deeds.renew, so it is not asked here.
    """

    title = LineField(
        label="职位名称",
        most=60,
        least=2,
        help_text="求职者会搜的叫法，例如：铁观音制茶师、缝纫工、会计",
        error_messages={"required": "请填写职位名称", "min_length": "请写完整的职位名称，至少 2 个字"},
    )
    category = choice("职位类别", (), "请选择最接近的职位类别", coerce=int)
    nature = choice("工作性质", Nature.choices, "请选择工作性质", initial=Nature.FULL_TIME, widget=forms.RadioSelect)
    headcount = NumberField(label="招聘人数", least=1, most=9999, initial=1, error_messages={"required": "请填写要招几个人"})
    region = choice("工作地区", (), "请选择工作地点在哪个乡镇", coerce=int)
    address = LineField(
        label="工作地点",
        most=120,
        least=4,
        help_text="求职者找得到的地方，例如：城厢镇某某路1号",
        error_messages={"required": "请填写工作地点", "min_length": "请写到街道、村或门牌，求职者才找得到"},
        widget=forms.TextInput({"autocomplete": "street-address"}),
    )

    pay_unit = choice(
        "计薪方式",
        [(value, f"按{label}") for value, label in PayUnit.choices],
        "请选择计薪方式",
        initial=PayUnit.MONTH,
        widget=forms.RadioSelect,
    )
    salary_min = NumberField(
        label="最低（元）",
        least=BOUNDS[PayUnit.HOUR][0],
        most=BOUNDS[PayUnit.MONTH][1],
        error_messages={"required": "请填写最低多少元，“面议”不能代替薪资"},
    )
    salary_max = NumberField(
        label="最高（元）",
        least=BOUNDS[PayUnit.HOUR][0],
        most=BOUNDS[PayUnit.MONTH][1],
        error_messages={"required": "请填写最高多少元，固定薪资就和最低填一样"},
    )
    salary_months = choice(
        "一年发几个月",
        [(number, f"{number} 个月") for number in range(12, MOST_MONTHS + 1)],
        "请选择一年发几个月",
        coerce=int,
        empty_value=12,
        initial=12,
        required=False,
        help_text="按月计薪才有，年底双薪选 13",
    )
    pay_reason = LineField(
        label="薪资差距的说明",
        most=120,
        required=False,
        help_text="最高超过最低的两倍时要写，例如：底薪 3000 加计件，熟手 8000 左右。审核员会看",
    )
    is_negotiable = forms.BooleanField(label="可以面议（显示在薪资后面，不能代替薪资）", required=False)
    benefits = forms.TypedMultipleChoiceField(
        label="福利",
        coerce=int,
        required=False,
        help_text="只勾选已经落实的",
        widget=forms.CheckboxSelectMultiple({"class": "choices"}),
        error_messages={"invalid_choice": "没有这一项福利，请重新勾选", "invalid_list": "请重新勾选福利"},
    )

    education = choice("学历要求", Education.choices, "请选择学历要求", initial=Education.ANY)
    experience = choice("经验要求", Experience.choices, "请选择经验要求", initial=Experience.ANY)
    description = ParagraphsField(
        label="岗位职责",
        most=5000,
        least=6,
        help_text="每天做什么、怎么排班、跟谁一起做。一件事一行",
        error_messages={"required": "请写清楚要做什么"},
    )
    requirements = ParagraphsField(
        label="任职要求",
        most=5000,
        least=4,
        rows=6,
        help_text="只写工作真正需要的。没有特别要求，就写“没有特别要求，来了可以学”",
        error_messages={"required": "请写任职要求；没有特别要求也写一句"},
    )

    contact_name = LineField(label="联系人", most=20, required=False)
    contact_phone = LineField(
        label="联系电话",
        most=30,
        required=False,
        widget=forms.TextInput({"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )
    is_phone_hidden = forms.BooleanField(label="不公开电话，求职者看不到号码", required=False)

    use_required_attribute = False

    def __init__(self, data=None, *, company, job=None, initial=None, at=None):
        at = at or timezone.now()
        self.first_day = timezone.localdate(at) + timedelta(days=1)
        self.last_day = deeds.latest_end(at)
        given = presets(company, at) | (values_of(job, self.first_day) if job else {}) | (initial or {})
        super().__init__(data, initial=as_typed(given))
        self.fields["category"].choices = grouped_categories()
        self.fields["region"].choices = grouped_regions()
        self.fields["benefits"].choices = [(one.pk, one.name) for one in lists.current().benefits]
        self.fields["contact_name"].help_text = f"不填就显示企业的联系人：{company.contact_name}"
        self.fields["contact_phone"].help_text = f"手机或带区号的固定电话。不填就显示企业的电话：{company.contact_phone}"
        if not job or state_of(job, at) in DRAFTABLE:
            self.fields["ends_on"] = self.end_field()

    def end_field(self):
        field = DayField(
            label="截止日期",
            help_text=f"最远 {deeds.MOST_DAYS} 天，到 {self.last_day:%Y-%m-%d}；到期前可以延",
            error_messages={"required": "请选择招到哪一天为止"},
        )
        field.widget.attrs |= {"min": self.first_day.isoformat(), "max": self.last_day.isoformat()}
        return field

    @property
    def values(self):
        """Of a valid form."""
        typed = {NAMES.get(name, name): value for name, value in self.cleaned_data.items()}
        return {name: typed[name] for name in content.FIELDS} | {content.BENEFITS: sorted(set(typed[content.BENEFITS]))}

    @property
    def ends_on(self):
        """The day until which it shall be public, or None where that is not asked."""
        return self.cleaned_data.get("ends_on")

    def clean_title(self):
        title = self.cleaned_data["title"]
        if not any(letter.isalnum() for letter in title):
            raise ValidationError("请用文字写职位名称")
        return title

    def clean_contact_phone(self):
        typed = unicodedata.normalize("NFKC", self.cleaned_data["contact_phone"])
        return clean_phone(typed) if typed else ""

    def clean_ends_on(self):
        day = self.cleaned_data["ends_on"]
        if day < self.first_day:
            raise ValidationError(f"这一天已经过了，请选 {self.first_day:%Y-%m-%d} 或以后")
        if day > self.last_day:
            raise ValidationError(f"最远 {deeds.MOST_DAYS} 天，请选 {self.last_day:%Y-%m-%d} 或以前；到期前可以延")
        return day

    def clean(self):
        cleaned = super().clean()
        if unit := cleaned.get("pay_unit"):
            self.check_bounds(PayUnit(unit))
            if unit != PayUnit.MONTH and cleaned.get("salary_months", 12) != 12:
                self.add_error("salary_months", "按月计薪才有年薪月数，请改成 12 个月，或改成按月计薪")
        least, most = cleaned.get("salary_min"), cleaned.get("salary_max")
        if least and most and least > most:
            self.add_error("salary_max", "最高比最低还少，请检查两个数")
        elif least and most and most > WIDEST_RANGE * least and not cleaned.get("pay_reason", True):
            self.add_error("pay_reason", "最高超过最低的两倍，请说明怎么算，或把范围写窄一些")
        return cleaned

    def check_bounds(self, unit):
        low, high = BOUNDS[unit]
        for name in ("salary_min", "salary_max"):
            if name in self.cleaned_data and not low <= self.cleaned_data[name] <= high:
                self.add_error(name, f"按{unit.label}计薪在 {low} 到 {high} 元之间，请检查金额和计薪方式")


def presets(company, at):
    """What a new posting begins with."""
    return {
        "region_id": company.region_id,
        "address": company.address,
        content.BENEFITS: list(company.benefits.values_list("pk", flat=True)),
        "ends_on": timezone.localdate(at) + timedelta(days=USUAL_DAYS),
    }


def values_of(job, first_day):
    """What a job says, by the names of content.py, and its end while that may still be chosen."""
    day = timezone.localdate(job.ends_at) if job.ends_at else None
    return content.content(job) | ({"ends_on": day} if day and day >= first_day else {})


def as_typed(values):
    """{name of the form: value}"""
    by_content = {kept: typed for typed, kept in NAMES.items()}
    return {by_content.get(name, name): value for name, value in values.items()}
