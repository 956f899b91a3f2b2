"""Every component in every state, with invented data. For developers only."""

from datetime import UTC, datetime
from types import SimpleNamespace

from django import forms
from django.conf import settings
from django.http import Http404
from django.shortcuts import render

NOW = datetime(2026, 3, 5, 1, 30, tzinfo=UTC)


def styleguide(request):
    if not settings.DEBUG:
        raise Http404
    return render(request, "styleguide.html", sample_context())


def error_page(request, code):
    """The page that an error shows, which a developer otherwise meets only where DEBUG is off."""
    return render(request, f"{code}.html")


def sample_context():
    return {
        "crumbs": [("开发", "/styleguide/"), ("组件", "")],
        "jobs": [
            sample_job(is_urgent=True),
            sample_job(title="铁观音精制车间拼配师", is_promoted=True, pay_label="8000-11999元/月"),
            sample_job(title="春茶采茶工", pay_label="180-260元/天", nature="临时/季节工", benefit_names=[]),
            sample_job(title="藤铁工艺外贸跟单员", has_ended=True),
        ],
        "did_you_mean": [
            {"label": "会计", "count": "15 个职位", "url": "#words"},
            {"label": "会计助理", "count": "2 个职位", "url": "#words"},
        ],
        "company": sample_company(live_jobs=12),
        "filled_form": SampleForm(),
        "wrong_form": SampleForm({"name": "", "phone": "138"}),
        "pager": SimpleNamespace(
            number=6,
            previous_url="#pager",
            next_url="#pager",
            pages=[
                ("1", "#pager", False),
                ("", "", False),
                ("5", "#pager", False),
                ("6", "#pager", True),
                ("7", "#pager", False),
                ("", "", False),
                ("50", "#pager", False),
            ],
        ),
        "chips": [{"label": label, "url": "#chips"} for label in ("茶艺师", "龙门镇", "5000-7999", "包吃")],
        "segments": [
            {"label": "最新", "url": "#segments", "is_current": True},
            {"label": "薪资最高", "url": "#segments", "is_current": False},
        ],
        "facts": [("企业性质", "民营"), ("企业规模", "50-199人"), ("详细地址", "城厢镇德苑工业园 8 号")],
        "stats": [("在招职位", "128"), ("认证企业", "36"), ("资讯", "90")],
        "links": [{"label": "去掉“包住”（12 个职位）", "url": "#empty"}, {"label": "全部职位", "url": "/jobs/"}],
        "facets": [
            facet(
                "category",
                "职位类别",
                {"茶业·茶艺": ["茶业·茶艺", "评茶员", "制茶师"], "生产·普工·技工": ["普工", "缝纫工"]},
                ["制茶师"],
                is_deep=True,
            ),
            facet("salary", "月薪（元）", {"": ["3000以下", "3000-4999", "5000-7999"]}, ["5000-7999"]),
            facet("posted", "更新时间", {"": ["3天内", "7天内"]}, [], is_multiple=False),
        ],
        "articles": [
            SimpleNamespace(title=title, get_absolute_url="#articles", published_at=NOW)
            for title in (
                "安溪县2026年春季用工对接会在城厢镇举行，三十余家企业提供近千个岗位",
                "灵活就业人员社会保险补贴申领指南",
                "关于清明节期间客服值班的公告",
            )
        ],
    }


def sample_company(**changes):
    values = {
        "pk": 1,
        "name": "安溪县青云岭茶业有限公司",
        "get_absolute_url": "/companies/1/",
        "logo": None,
        "industry": SimpleNamespace(name="茶业/茶叶加工"),
        "region": SimpleNamespace(name="城厢镇", full_name="安溪县城厢镇"),
        "address": "德苑工业园 8 号",
        "get_nature_display": "民营",
        "get_size_display": "50-199人",
        "about": "从茶园到门店的铁观音企业，自有茶园一千二百亩。\n\n常年招收制茶、评茶和门店人员，淡季安排技术培训。",
        "website": "https://example.com/",
        "benefit_names": ["五险一金", "包吃", "包住", "技术培训"],
        "verified_at": NOW,
        "verified_until": datetime(2026, 9, 5, tzinfo=UTC),
        "live_jobs": 0,
    }
    return SimpleNamespace(**values | changes)


def sample_job(*, nature="全职", **changes):
    values = {
        "pk": 1024,
        "title": "茶艺师",
        "get_absolute_url": "/jobs/1024/",
        "is_urgent": False,
        "is_promoted": False,
        "has_ended": False,
        "pay_label": "5000-8000元/月",
        "salary_note": "13薪·可面议",
        "place": "城厢镇",
        "region": SimpleNamespace(name="城厢镇", full_name="安溪县城厢镇"),
        "address": "德苑工业园 8 号（公交德苑站旁）",
        "category": SimpleNamespace(name="茶艺师"),
        "get_experience_display": "1-3年",
        "get_education_display": "中专/中技",
        "get_nature_display": nature,
        "headcount": 3,
        "company": sample_company(),
        "benefit_names": ["五险一金", "包吃", "包住", "年终奖", "技术培训", "节日福利"],
        "fresh_at": NOW,
        "ends_at": datetime(2026, 5, 31, 15, 59, tzinfo=UTC),
        "description": "1. 为到店客人冲泡铁观音，讲解产区与工艺；\n2. 布置茶席，保管茶具和样茶；\n3. 每周参加一次评茶训练。",
        "requirements": "1. 有茶艺师证或一年以上门店经验；\n2. 普通话流利，会闽南话更好；\n3. 能适应轮休。",
        "shown_contact": "林女士",
        "shown_phone": "0595-0000 1234",
    }
    return SimpleNamespace(**values | changes)


def facet(name, label, groups, chosen, *, is_multiple=True, is_deep=False):
    """As axrc.search.filters.CountedFacet shows itself."""
    return SimpleNamespace(
        name=name,
        label=label,
        is_multiple=is_multiple,
        is_deep=is_deep,
        chosen=chosen,
        any_url="#facets",
        empty=["采茶工", "茶园管理"] if is_deep else [],
        groups={
            group: [
                SimpleNamespace(value=option, label=option, count_label=str(7 * len(option)), is_chosen=option in chosen)
                for option in options
            ]
            for group, options in groups.items()
        },
    )


class SampleForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=20)
    phone = forms.RegexField(
        r"^1\d{10}$",
        label="手机号",
        help_text="11 位数字，只用于联系您",
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"}),
    )
    town = forms.ChoiceField(label="乡镇", choices=[("", "请选择"), ("1", "凤城镇"), ("2", "城厢镇")], required=False)
    kind = forms.ChoiceField(
        label="反馈类型", choices=[("1", "建议"), ("2", "意见"), ("3", "投诉")], widget=forms.RadioSelect
    )
    body = forms.CharField(label="内容", widget=forms.Textarea({"rows": 4}), help_text="不要填写身份证号")
    agrees = forms.BooleanField(label="我已阅读并同意隐私政策")

    def __init__(self, *args, **kwargs):
        prefix = "wrong" if args else "filled"
        super().__init__(*args, auto_id=f"{prefix}-%s", **kwargs)
