"""How numbers and devices read."""

import re

from django import template

from accounts import phones

register = template.Library()
register.filter("readable_phone", phones.readable)

SYSTEMS = [
    ("HarmonyOS|OpenHarmony", "鸿蒙"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "安卓"),
    ("Windows", "Windows"),
    ("Macintosh|Mac OS X", "Mac"),
    ("Linux", "Linux"),
]
BROWSERS = [
    ("MicroMessenger", "微信"),
    ("DingTalk", "钉钉"),
    ("QQBrowser|MQQBrowser", "QQ 浏览器"),
    ("UCBrowser", "UC 浏览器"),
    ("HuaweiBrowser", "华为浏览器"),
    ("MiuiBrowser", "小米浏览器"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome|CriOS", "Chrome"),
    ("Safari", "Safari"),
]


@register.filter
def device(user_agent):
    """安卓 · 微信; 未知设备 where the browser says nothing that is known here."""
    named = [first(names, user_agent) for names in (SYSTEMS, BROWSERS)]
    return " · ".join(filter(None, named)) or "未知设备"


def first(names, user_agent):
    return next((name for pattern, name in names if re.search(pattern, user_agent)), "")
