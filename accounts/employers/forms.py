"""What employers fill in."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts import credit_code
from accounts.models import Company, CompanyAddress, CompanyPhoto, Verification
from axrc.taxonomy import lists
from axrc.web.uploads import PictureField

PHONE = re.compile(r"(\+?86)?(1[3-9]\d{9}|0\d{9,11}|\d{7,8}|400\d{7})")
MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
PICTURES = {"accept": "image/jpeg,image/png,image/webp"}
LICENCE_SIDE = 2400  # small print has to stay readable


def grouped_regions():
    """The towns of each county under its name, the county itself first."""
    regions = lists.current().regions
    choices = [("", "请选择")]
    for top in regions.tops:
        children = regions.children_of(top)
        choices += [(top.name, [(one.pk, one.name) for one in [top, *children]])] if children else [(top.pk, top.name)]
    return choices


class CreditCodeField(forms.CharField):
    """A well-formed code, however it was typed."""

    def __init__(self, **kwargs):
        attributes = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        super().__init__(
            label="统一社会信用代码",
            help_text="18 位，照营业执照填写",
            widget=forms.TextInput(attrs=attributes),
            error_messages={"required": "请填写统一社会信用代码"},
            **kwargs,
        )

    def to_python(self, value):
        return credit_code.normalised(super().to_python(value)[:60])

    def validate(self, value):
        super().validate(value)
        credit_code.validate(value)


class ProfileForm(forms.ModelForm):
    """The company in words. Name and code are left out once only a reviewer may change them."""

    credit_code = CreditCodeField()
    website = forms.URLField(
        label="网站",
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "url", "inputmode": "url"}),
    )
    logo = PictureField(
        label="标志",
        required=False,
        max_side=400,
        help_text="企业的标志或门头，JPG、PNG 或 WebP",
        widget=forms.FileInput(PICTURES),
    )
    drops_logo = forms.BooleanField(label="删除现在的标志", required=False)
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Company
        fields = [
            "name", "credit_code", "industry", "nature", "size", "region", "address", "about", "benefits",
            "website", "contact_name", "contact_phone", "contact_email", "logo",
        ]  # fmt: skip
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "organization"}),
            "about": forms.Textarea(attrs={"rows": 8}),
            "benefits": forms.CheckboxSelectMultiple(attrs={"class": "choices"}),
            "address": forms.TextInput(attrs={"autocomplete": "street-address"}),
            "contact_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "contact_phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
            "contact_email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        help_texts = {
            "name": "营业执照上的全称",
            "address": "求职者来面试能找到的地方，例如：安溪县城厢镇某某路1号",
            "about": "做什么、有多少人、工作环境怎么样。求职者先看这一段。",
            "benefits": "只勾选已经落实的",
            "contact_phone": "手机或带区号的固定电话",
        }

    def __init__(self, *args, is_locked=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = grouped_regions()
        for name in ("industry", "nature", "size"):
            self.fields[name].empty_label = "请选择"
            self.fields[name].choices = [("", "请选择"), *[choice for choice in self.fields[name].choices if choice[0]]]
        if is_locked:
            del self.fields["name"], self.fields["credit_code"]
        if not self.instance.logo:
            del self.fields["drops_logo"]

    def clean_name(self):
        return clean_name(self.cleaned_data["name"])

    def clean_contact_phone(self):
        return clean_phone(self.cleaned_data["contact_phone"])

    @property
    def values(self):
        """What profiles.register and profiles.edit take."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in {"version", "drops_logo", "logo"}}
        if picture := self.cleaned_data.get("logo"):
            values["logo"] = picture
        elif self.cleaned_data.get("drops_logo"):
            values["logo"] = False
        return values

    def _post_clean(self):
        """The row is written by the deed, from the latest version; here nothing is put into it but what is checked."""
        instance, self.instance = self.instance, type(self.instance)(pk=self.instance.pk)
        super()._post_clean()
        self.instance = instance


class PhotoForm(forms.ModelForm):
    picture = PictureField(
        label="照片",
        required=False,
        help_text="JPG、PNG 或 WebP，最大 10 MB；拍摄地点等信息会去掉",
        widget=forms.FileInput(PICTURES),
    )

    class Meta:
        model = CompanyPhoto
        fields = ["picture", "alternative_text", "order"]
        help_texts = {"alternative_text": "一句话说出照片上有什么，例如：二楼的包装车间"}
        widgets = {"order": forms.NumberInput(attrs={"inputmode": "numeric", "max": 99})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["picture"]
        else:
            del self.fields["order"]
            self.fields["picture"].required = True


class AddressForm(forms.ModelForm):
    class Meta:
        model = CompanyAddress
        fields = ["label", "region", "address"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = grouped_regions()


class VerificationForm(forms.Form):
    """What a reviewer needs to see. Pictures of a submission that came to nothing may serve again."""

    name = forms.CharField(label="企业名称", max_length=80, help_text="照营业执照填写全称")
    credit_code = CreditCodeField()
    role = forms.ChoiceField(
        label="您的身份",
        choices=Verification.Role.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择您的身份"},
    )
    licence = PictureField(
        label="营业执照照片",
        max_side=LICENCE_SIDE,
        help_text="四角拍全、字看得清。只有审核人员能看到，每次查看都有记录。",
        widget=forms.FileInput(PICTURES),
        error_messages={"required": "请选择营业执照的照片"},
    )
    letter = PictureField(
        label="授权书照片",
        max_side=LICENCE_SIDE,
        required=False,
        help_text="盖章的授权书。法定代表人、经营者本人办理不用交。",
        widget=forms.FileInput(PICTURES),
    )

    def __init__(self, *args, before=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.before = before
        if before:
            self.fields["licence"].required = False
            for name in Verification.FILES:
                if getattr(before, name):
                    self.fields[name].help_text += "不选则沿用上次交的。"

    def clean_name(self):
        return clean_name(self.cleaned_data["name"])

    def clean(self):
        cleaned = super().clean()
        has_letter = cleaned.get("letter") or (self.before and self.before.letter)
        needs_letter = cleaned.get("role") in {Verification.Role.HR, Verification.Role.STAFF}
        if needs_letter and not has_letter and "letter" not in self.errors:
            self.add_error("letter", "不是法定代表人或经营者本人的，需要交盖章的授权书")
        return cleaned


class InvitationForm(forms.Form):
    contact = forms.CharField(
        label="同事的邮箱或手机号",
        max_length=254,
        help_text="对方会收到一个链接，7 天内有效，只能用一次",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "inputmode": "email"}),
        error_messages={"required": "请填写邮箱或手机号"},
    )

    def clean_contact(self):
        """An e-mail address, or a number as E.164."""
        text = re.sub(r"\s", "", unicodedata.normalize("NFKC", self.cleaned_data["contact"]))
        if number := MOBILE.fullmatch(text.replace("-", "")):
            return f"+86{number[1]}"
        try:
            validate_email(text)
        except ValidationError:
            raise ValidationError("请填写邮箱，或中国大陆的 11 位手机号") from None
        return text.lower()


def clean_name(text):
    """Brackets and blanks as licences print them: full-width brackets, no blanks at the ends."""
    text = text.strip().replace("(", "（").replace(")", "）")
    if len(text) < 2:
        raise ValidationError("请填写营业执照上的全称")
    return text


def clean_phone(text):
    text = unicodedata.normalize("NFKC", text).strip()
    if not PHONE.fullmatch(re.sub(r"[\s\-()]", "", text)):
        raise ValidationError("请填写手机号或带区号的固定电话")
    return text
