"""One form for each step of the resume."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import Certificate, Intention, Project, Resume, Schooling, Work
from accounts.models.resume.resume import age_on
from accounts.resumes.fields import CategoryField, MobileField, MonthField, RegionField, SkillsField
from accounts.windows import VersionedForm
from axrc.web.documents import OF_PEOPLE, DocumentField
from axrc.web.uploads import PictureField

YOUNGEST = 16
OLDEST = 90
NAME = re.compile(r"[^\W\d_]+(?:[ ·.'\-][^\W\d_]+)*")
DAY_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"]
LEAST_PAY = 500
MOST_PAY = 200_000
SHORTEST_ABOUT = 20
LONGEST_SIDE_OF_PHOTO = 600
MOST_BYTES_OF_ATTACHMENT = 10 * 1024 * 1024


class Rows(forms.Textarea):
    def __init__(self, rows=6, **attrs):
        super().__init__({"rows": rows} | attrs)


def without_blank(choices):
    return [("", "请选择"), *choices]


class BasicsForm(VersionedForm):
    NEEDED = ["name", "birth_date", "phone", "region", "education", "experience", "status"]

    birth_date = forms.DateField(
        label="出生日期",
        input_formats=DAY_FORMATS,
        help_text=f"例如 1995-08-16。须年满 {YOUNGEST} 周岁，企业只看到年龄",
        widget=forms.DateInput({"type": "date", "autocomplete": "bday"}, format="%Y-%m-%d"),
    )
    phone = MobileField(
        label="手机号",
        help_text="只给您投递过或同意公开的企业看",
        widget=forms.TextInput({"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
    )
    region = RegionField(label="现居住地")

    class Meta:
        model = Resume
        fields = ["name", "salutation", "birth_date", "phone", "region", "education", "experience", "status"]
        widgets = {
            "name": forms.TextInput({"autocomplete": "name"}),
            "salutation": forms.RadioSelect,
            "status": forms.RadioSelect,
        }
        help_texts = {"salutation": "没有收到您投递的企业只看到这个称呼，看不到姓名"}
        error_messages = {"name": {"required": "请填写姓名"}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.NEEDED:
            self.fields[name].required = True
        self.fields["education"].choices = without_blank(Resume.EDUCATIONS)
        self.fields["experience"].choices = without_blank(Resume.EXPERIENCES)
        self.fields["status"].choices = Resume.Status.choices
        self.fields["salutation"].choices = [
            ("", "只显示姓，例如 张**"),
            *((value, label) for value, label in self.fields["salutation"].choices if value),
        ]

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if not NAME.fullmatch(name) or len(name) < 2:
            raise ValidationError("请填写真实姓名，不要带数字和符号")
        return name

    def clean_birth_date(self):
        """DOMAIN.md L15."""
        day = self.cleaned_data["birth_date"]
        age = age_on(day, timezone.localdate())
        if age < YOUNGEST:
            raise ValidationError(f"须年满 {YOUNGEST} 周岁才能求职")
        if age > OLDEST:
            raise ValidationError("出生日期不对，请检查")
        return day


class SkillsForm(VersionedForm):
    skills = SkillsField(
        label="技能",
        max_length=400,
        help_text="例如：铁观音做青、茶叶审评、Excel、叉车。用逗号或换行分开",
        widget=Rows(4),
    )

    class Meta:
        model = Resume
        fields = ["skills"]


class AboutForm(VersionedForm):
    class Meta:
        model = Resume
        fields = ["about"]
        widgets = {"about": Rows(8)}
        help_texts = {"about": "会做什么、做过什么、想找什么样的工作。请不要写电话、微信号和身份证号"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["about"].required = True

    def clean_about(self):
        about = self.cleaned_data["about"].strip()
        if len(about) < SHORTEST_ABOUT:
            raise ValidationError(f"太短了，请至少写 {SHORTEST_ABOUT} 个字")
        return about


class VisibilityForm(VersionedForm):
    WORDS = {
        Resume.Visibility.PUBLIC: "公开：所有认证企业都能在“找人才”里找到您，姓名只显示称呼",
        Resume.Visibility.APPLIED: "仅投递企业可见：只有您投递过的企业能看",
        Resume.Visibility.HIDDEN: "隐藏：除您自己外，企业都看不到，投递过的也看不到",
    }

    class Meta:
        model = Resume
        fields = ["visibility", "shows_contact"]
        widgets = {"visibility": forms.RadioSelect}
        labels = {"shows_contact": "公开时，让认证企业看到我的手机号和邮箱"}
        help_texts = {"shows_contact": "不勾选时，只有您投递过的企业看得到。可以随时改"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["visibility"].choices = list(self.WORDS.items())

    def clean_visibility(self):
        visibility = self.cleaned_data["visibility"]
        is_ready = all(getattr(self.instance, f"{name}_id" if name == "region" else name) for name in BasicsForm.NEEDED)
        if visibility == Resume.Visibility.PUBLIC and not (is_ready and self.instance.intentions.exists()):
            raise ValidationError("公开之前，请先填好基本信息和至少一个求职意向")
        return visibility


class PeriodForm(VersionedForm):
    """From one month to another, or till now."""

    def clean(self):
        cleaned = super().clean()
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", "结束年月早于开始年月，请检查")
        return cleaned


class IntentionForm(VersionedForm):
    category = CategoryField(label="期望职位")
    region = RegionField(label="期望工作地")
    pay_min = forms.IntegerField(
        label="最低月薪（元）",
        required=False,
        help_text="每月多少元，例如 5000。两项都不填就是面议",
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    pay_max = forms.IntegerField(label="最高月薪（元）", required=False, widget=forms.TextInput({"inputmode": "numeric"}))

    class Meta:
        model = Intention
        fields = ["category", "region", "pay_min", "pay_max", "nature"]
        widgets = {"nature": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nature"].choices = Intention._meta.get_field("nature").choices

    def clean_pay_min(self):
        return self.believable("pay_min")

    def clean_pay_max(self):
        return self.believable("pay_max")

    def believable(self, name):
        pay = self.cleaned_data[name]
        if pay is not None and not LEAST_PAY <= pay <= MOST_PAY:
            raise ValidationError(f"请填写每月多少元，{LEAST_PAY} 到 {MOST_PAY} 之间")
        return pay

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("pay_min") and cleaned.get("pay_max") and cleaned["pay_max"] < cleaned["pay_min"]:
            self.add_error("pay_max", "最高月薪低于最低月薪，请检查")
        return cleaned


class SchoolingForm(PeriodForm):
    begins = MonthField(label="入学年月")
    ends = MonthField(label="毕业年月", required=False, help_text="还在读就空着，或填预计毕业年月")

    class Meta:
        model = Schooling
        fields = ["school", "level", "major", "begins", "ends"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = without_blank(Resume.EDUCATIONS)


class WorkForm(PeriodForm):
    begins = MonthField(label="入职年月")
    ends = MonthField(label="离职年月", required=False, help_text="现在还在这里就空着")

    class Meta:
        model = Work
        fields = ["company", "title", "begins", "ends", "description"]
        widgets = {"description": Rows(5)}
        help_texts = {"description": "做什么、管几个人、有什么成绩"}


class ProjectForm(PeriodForm):
    begins = MonthField(label="开始年月")
    ends = MonthField(label="结束年月", required=False, help_text="还在做就空着")

    class Meta:
        model = Project
        fields = ["name", "role", "begins", "ends", "description"]
        widgets = {"description": Rows(5)}


class CertificateForm(VersionedForm):
    issued = MonthField(label="取得年月", required=False)

    class Meta:
        model = Certificate
        fields = ["name", "issuer", "issued"]
        help_texts = {"name": "例如：评茶员（三级）、会计初级职称、C1 驾驶证"}


class PhotoForm(forms.Form):
    photo = PictureField(
        label="照片",
        max_side=LONGEST_SIDE_OF_PHOTO,
        help_text="JPG、PNG 或 WebP，不超过 10 MB。上传时去掉拍摄地点等信息，只给您投递过的企业看",
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp,image/gif"}),
        error_messages={"required": "请选择一张照片"},
    )


class AttachmentForm(forms.Form):
    attachment = DocumentField(
        label="附件简历",
        kinds=OF_PEOPLE,
        most_bytes=MOST_BYTES_OF_ATTACHMENT,
        help_text="PDF、DOC 或 DOCX，不超过 10 MB。只给您投递过的企业下载",
        widget=forms.FileInput({"accept": ",".join(OF_PEOPLE)}),
        error_messages={"required": "请选择一个文件"},
    )
