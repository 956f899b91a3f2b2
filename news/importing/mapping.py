"""Which column, or which place of a page, is which part of an article."""

import tomllib
import unicodedata
from dataclasses import dataclass, field

from news.importing.drafts import Refused
from news.importing.selectors import parse

PARTS = {"title": "标题", "date": "添加日期", "source": "信息来源", "body": "正文", "section": "分类"}
# The old address of an article tells it from others better than its title does.
COLUMNS = PARTS | {"address": "网址"}
NEEDED = ["title", "date", "body"]

GUESSES = {
    "title": ["标题", "题目", "文章标题", "新闻标题", "title"],
    "date": ["添加日期", "添加时间", "发布时间", "发布日期", "日期", "时间", "date"],
    "source": ["信息来源", "来源", "文章来源", "新闻来源", "出处", "source"],
    "body": ["正文", "内容", "文章内容", "新闻内容", "body", "content"],
    "section": ["分类", "栏目", "资讯分类", "所属栏目", "文章分类", "类别", "section"],
    "address": ["网址", "原网址", "文章网址", "链接", "url", "link"],
}


@dataclass(frozen=True)
class Mapping:
    """`columns` and `selectors` by part of the article; `sections` says which section an old name means."""

    columns: dict = field(default_factory=dict)
    selectors: dict = field(default_factory=dict)
    sections: dict = field(default_factory=dict)

    def __post_init__(self):
        for selector in self.selectors.values():
            parse(selector)

    @classmethod
    def load(cls, path):
        """From a TOML file with the tables [columns], [selectors] and [sections]."""
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise Refused(f"读不懂对应关系文件 {path.name}：{error}") from error
        known = {"columns": COLUMNS, "selectors": PARTS, "sections": None}
        for name, table in tables.items():
            if name not in known or not isinstance(table, dict) or not all(isinstance(v, str) for v in table.values()):
                raise Refused(f"对应关系文件里的“{name}”不对：只能有 [columns]、[selectors] 和 [sections]，值都是文字。")
            if wrong := known[name] and set(table) - set(known[name]):
                raise Refused(f"对应关系文件 [{name}] 里没有这些项目：{'、'.join(sorted(wrong))}。")
        return cls(**tables)

    def places(self, headers):
        """{part: index of its column}: what was said, else what the header suggests."""
        names = [folded(header) for header in headers]
        places = {}
        for part, guesses in GUESSES.items():
            if part in self.columns:
                said = folded(self.columns[part])
                if said and said not in names:
                    raise Refused(f"表格里没有“{self.columns[part]}”这一列。")
                guesses = [said] if said else []
            found = next((folded(guess) for guess in guesses if folded(guess) in names), None)
            if found:
                places[part] = names.index(found)
        return places

    @staticmethod
    def places_guessed(headers):
        """The parts that the headers suggest by themselves."""
        return Mapping().places(headers)


def folded(header):
    """Headers are typed with blanks, colons and stars, wide or narrow."""
    return "".join(unicodedata.normalize("NFKC", header).split()).strip(":*").lower()
