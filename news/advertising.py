"""Words that claim to be the best: 广告法 9 forbids "国家级", "最高级", "最佳" and the like in advertisements."""

import re

# A word, and what follows it where it claims nothing.
CLAIMS = {
    "最": (
        *("近", "新", "后", "终", "初", "多", "少", "长", "短", "早", "迟", "晚"),
        *("低工资", "低标准", "低缴费", "低生活保障", "低年龄", "低学历", "低消费", "低可", "低不", "低限"),
        *("高人民", "高法院", "高检", "高限", "高可", "高不", "高额度", "大限度", "大程度", "小化"),
    ),
    "第一": (
        *("批", "条", "款", "项", "次", "季", "期", "章", "节", "轮", "步", "天", "日", "周", "个", "届", "年", "月", "课"),
        *("学期", "阶段", "时间", "责任", "书记", "线", "产业", "部", "种", "类", "张", "页", "手", "场", "组", "志愿"),
        *("中学", "小学", "医院", "实验", "百", "千", "十", "〇", "零"),
    ),
    "国家级": ("非物质", "非遗", "文物", "经济技术开发区", "高新", "新区", "自然保护区", "森林公园", "湿地公园"),
    "唯一": ("标识", "识别", "编码", "代码", "编号", "对应"),
    "顶级": ("域名",),
    **dict.fromkeys(["世界级", "顶尖", "独一无二", "绝无仅有", "史无前例", "遥遥领先", "极品", "王牌", "百分之百"], ()),
}
# What is shown after the word, so that the editor finds it again.
FOLLOWING = r"\w{0,3}"


def pattern(word, harmless):
    return f"{word}(?!{'|'.join(harmless)})" if harmless else word


CLAIM = re.compile(f"(?:{'|'.join(pattern(word, harmless) for word, harmless in CLAIMS.items())}){FOLLOWING}")


def forbidden_words(text):
    """Each claim once, with the letters that follow it."""
    return list(dict.fromkeys(CLAIM.findall(text)))
