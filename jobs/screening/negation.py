"""Whether what was found is denied, forbidden or warned of where it stands, and so says nothing against the posting.

A negation belongs to its clause. It reaches over a list (不收押金、服装费), but not over 但 or 只, nor past a new demand
(无需经验需交押金). What follows denies too (押金一律不收), and a negation may itself be denied (无押金是骗人的).
"""

import re

from jobs.patterns import END_OF_CLAUSE

# Forbidden, promised not to happen, or warned of: to the end of the clause, whatever verb follows.
FORBIDDING = re.compile(
    "严禁|禁止|严厉|不得|不准|不许|不可以?|不应当?|不该|不能|不会|绝不|决不|绝无|决无|绝没有|从不|从未|从来不|永不|坚决不|承诺不|保证不|"
    "杜绝|反对|抵制|打击|查处|整治|取缔|清理|防范|预防|谨防|严防|警惕|提防|当心|小心|识别|识破|举报|投诉|远离|拒绝|告别|勿信|"
    "不要相信|不信|如遇|若遇|如果遇|遇到|遇有|如有|若有|凡是?|任何以|以任何|"
    "不存在|不涉及|不承诺|不保证|不歧视|不因|不以|不再|不搞|不参与|不从事|不提供|不办理|不含|不包含|不包括|请勿|切勿|取消|消除|破除|废除|"
    "并不|均不|都不|概不|一律不|一概不|也不|皆不|没有任何|无任何|不做任何|不作任何|不设任何"
)
# A demand that is not made: as far as no other begins.
NOT_ASKED = re.compile(
    "不限制?|不分|不论|无论|不管|不问|不看|不查|不卡|不设|不收取?|不交|不缴纳?|不扣|不押|不作|不做|不唯|不区分|不考虑|不在乎|不介意|不强制|"
    "不需要?|不须|不必|不用|无需|无须|毋需|毋须|无关|不要求|没要求|未要求|不强求|不计|免除?|没有|没|无|零|(?<![0-9])0|未曾?|非|不|勿"
)
# How far such a one reaches where nothing of a list continues it.
NEAR = 8
# Nothing is looked for so many letters away, however long the clause.
FAR = 60
NEAREST = 3
# They reach over a few letters only: 无经验可培训, 非诚勿扰.
SHORT = frozenset({"无", "零", "0", "未", "非", "不", "勿", "没", "免"})
TURNS = re.compile("但|却|而是|而只|不过|然而|只[收招要限需]|仅[收招限需]|除外|另[外收需交]|反而|可是")
DEMANDS = re.compile("(?<!不)(?<!无)(?<!毋)需|(?<!不)(?<!无)须|(?<!不)(?<!需)要(?!求)|限(?!制)|优先|另|先|应")
# Negations that demand: 不得不交, 非本地不可.
DENIED = re.compile(
    "不得不|不能不|不可不|不会不|不是不|并非不|并非无|不是无|不无|无不|无非|不仅|不但|不只|不光|不断|不同|不错|不少|不久|非常|无疑"
)
# What is asked of something else that was named just before: 学历不限.
OF_ANOTHER = re.compile(
    "(?:学历|经验|专业|户籍|户口|年龄|性别|婚否|婚育|民族|籍贯|地区|地域|国籍|院校|学校|人数|数量|工龄)[均都皆也]?"
    "(?:一律)?(?:不限|无要求|不要求|没有要求|没要求|不作要求|不做要求)"
)

LISTED = "(?:(?:、|和|及|与|或者?|以及|等)[^。、]{0,8}?){0,6}"
AFTER = re.compile(
    f"^[^{END_OF_CLAUSE}]{{0,3}}?{LISTED}(?:等|的|之类|行为|情况|现象|方面|费用|问题|任何)*"
    "(?:均|都|皆|也|一律|统统|全部|概|完全|全|我们|本公司|公司|厂里){0,2}"
    "(?:不限|不作要求|不做要求|不作限制|不做限制|不要求|无要求|没有要求|没要求|无限制|没有限制|不计较|不重要|无所谓|均可|都可|皆可|"
    f"不收|不扣|不押|不交|不用|不需|无需|不必|不存在|没有|免费|免收|全免|免(?=[{END_OF_CLAUSE}交收])|无(?=[{END_OF_CLAUSE}])|零(?=[{END_OF_CLAUSE}])|"
    "(?:全额|统一|全部)?(?:承担|报销|提供|代付|支付|垫付|出)|"
    "由?(?:公司|我司|单位|厂方|厂里|企业|本店|店里|校方|雇主|用人单位|老板)[^。]{0,4}(?:承担|报销|提供|支付|出|负责|代付)|"
    "(?<![0-9])0元|零元|为0|为零|"
    "(?:是|属于?|为|系)?(?:诈骗|骗子|骗人|骗局|违法|违规|假的|谣言|虚假)|与(?:本|我)[^。]{0,4}无关|"
    "请(?:立即|及时|马上)?(?:举报|投诉|报警|拒绝)|可(?:以)?(?:举报|投诉))"
)
# What takes a negation back: 无押金是骗人的, 没有本地户口不要.
TAKEN_BACK = re.compile(
    f"^[^{END_OF_CLAUSE}]{{0,4}}?(?:(?:是|都是|那是|纯属)(?:骗|假|不可能|不行|谎)|才怪|(?:者|的|人员)?(?:不能|不予|不得|不要|不招|不收|不录|免谈|勿))"
)


def is_denied(folded, start, end):
    """Of a stretch of the folded form."""
    form = folded.form
    begin, stop = max(0, start - FAR), min(len(form), end + FAR)
    clause = max(begin, form.rfind(END_OF_CLAUSE, begin, start) + 1)
    close = form.find(END_OF_CLAUSE, end, stop)
    rest = form[end : close + 1 if close >= 0 else stop]
    if denied_before(folded, clause, start):
        return not TAKEN_BACK.match(rest)
    else:
        return denied_after(rest)


def denied_before(folded, clause, start):
    before = folded.form[clause:start]
    blank = folded.blank_within(clause, start)
    edge = blank - clause if blank is not None else 0
    spent = [match.span() for regex in (DENIED, OF_ANOTHER) for match in regex.finditer(before)]
    for match in FORBIDDING.finditer(before):
        if is_free(match, spent) and reaches(match, before, edge) and not TURNS.search(before, match.end()):
            return True
    return any(
        is_free(match, spent) and reaches(match, before, edge) and is_near(match, before)
        for match in NOT_ASKED.finditer(before)
    )


def is_free(match, spent):
    return not any(start < match.end() and match.start() < end for start, end in spent)


def reaches(match, before, edge):
    """Over a blank only where the negation stands right before it (严禁 扣证), as it then has nothing else to deny."""
    return match.start() >= edge or (match.end() == edge and not match[0].startswith("不限"))


def is_near(match, before):
    between = before[match.end() :]
    if TURNS.search(between) or DEMANDS.search(between):
        return False
    last = between.rpartition("、")[2] if "、" in between else between
    return len(last) <= (NEAREST if match[0] in SHORT else NEAR) or between.startswith("任何")


def denied_after(rest):
    match = AFTER.match(rest)
    return bool(match) and not TURNS.search(rest[: match.end()])
