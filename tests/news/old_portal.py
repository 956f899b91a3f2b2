"""Pages of an old portal as somebody's browser saved them: tables in tables, GBK, and the links that were injected."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

TOWNS = ["西坪", "虎邱", "感德", "祥华", "龙涓", "尚卿", "湖头", "蓬莱", "官桥", "龙门"]
DEEDS = ["开春采茶忙", "举办用工对接会", "培训藤铁工人", "公布技能补贴", "为返乡青年送岗位"]

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{title}-安溪旧门户</title><style>td{{font-size:9pt}}</style><script>var hits=1;</script></head>
<body bgcolor=#ffffff><table width=980 align=center><tr><td><a href="/">首页</a></td><td><a href="/job">找工作</a></td></tr></table>
<table width=980><tr><td>&nbsp;&nbsp;您的位置:安溪旧门户 &gt;&gt; 资讯中心 &gt;&gt; {title}</td></tr>
<tr><td><table width="100%"><tr><td align=center class=biaoti><b><font size=4>{title}</font></b></td></tr>
<tr><td class=nr><div id="zoom">{body}</div></td></tr>
<tr><td align=right>添加日期:{date}&nbsp;&nbsp;信息来源:{source}</td></tr></table></td></tr>
<tr><td>上一条新闻:<a href="1.htm">没有了</a>&nbsp;&nbsp;&nbsp;下一条新闻:<a href="3.htm">下一篇</a></td></tr></table>
<table><tr><td>最新推荐</td></tr><tr><td><a href="9.htm">别的文章</a></td></tr></table>
<a href="http://spam.example/">Ccheck caller</a>
<table><tr><td>安溪旧门户简介 | 收费标准 | <a href="http://spam.example/id">Caller id lookup</a></td></tr>
<tr><td>版权所有&copy; 安溪旧门户</td></tr></table></body></html>"""

TYPED = """安溪旧门户

-->>免费注册
    您的位置:安溪旧门户 >> 资讯中心 >> {title}
  • {title}
  • {body}

    添加日期:{date}  信息来源:{source}
  • 上一条新闻:没有了     下一条新闻:下一篇
   最新推荐
Ccheck caller
版权所有© 安溪旧门户
"""


def title(number):
    return f"{TOWNS[number % 10]}镇{DEEDS[number // 10 % 5]}（第{number}号）"


def page(number=1, layout=PAGE, **values):
    said = {
        "title": title(number),
        "date": f"20{12 + number % 9}-{1 + number % 12:02}-{1 + number % 28:02}",
        "source": "县人社局",
        "body": f"<p>　　本网讯 {title(number)}。</p><p>　　报名电话请看公告，共{number}人参加。</p>",
    } | values
    return layout.format(**said)


def broken():
    """Ten pages that can't become articles, each for a reason of its own: {name: bytes}."""
    pages = {
        "无标题.htm": page(901, title=""),
        "无日期.htm": page(902, date=""),
        "日期不对.htm": page(903, date="2020-13-45"),
        "无正文.htm": page(904, body="&nbsp;"),
        "标题太长.htm": page(905, title="很长的标题" * 20),
        "来源太长.htm": page(906, source="某某局" * 20),
        "正文太长.htm": page(907, body="<p>" + "字" * 210_000 + "</p>"),
        "标签太深.htm": "<div>" * 5000 + page(908),
    }
    return {name: text.encode("gbk") for name, text in pages.items()} | {
        "空文件.htm": b"",
        "乱码.htm": bytes(range(128, 256)) * 40,
    }


def archive(pages):
    """A ZIP of {name: bytes}."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
        for name, data in pages.items():
            zipped.writestr(name, data)
    return file.getvalue()


def two_hundred():
    """190 good ones and 10 broken ones, in one folder."""
    good = {f"news/{number}.htm": page(number).encode("gbk") for number in range(1, 191)}
    return archive(good | {f"news/{name}": data for name, data in broken().items()})
