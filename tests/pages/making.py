"""Pages, links and letters with as little said as a test needs."""

import re
from datetime import timedelta
from html import unescape

from django.utils import timezone

from pages.feedback import answer
from pages.models import Feedback, FriendLink, Page, SiteProfile
from tests.web.browser import solved

LETTER = {
    "type": "suggestion",
    "text": "希望能按乡镇筛选职位，找起来方便。",
    "name": "",
    "contact": "",
    "website": "",
    "proof": "",
}


def profile(**fields):
    made = SiteProfile(**fields)
    made.save()
    return made


def page(slug="about", **fields):
    return Page.objects.create(**{"slug": slug, "title": Page.Slug(slug).label, "body": "<p>正文。</p>", **fields})


def link(name="示例网站", **fields):
    return FriendLink.objects.create(name=name, **{"url": "https://example.org/", **fields})


def feedback(**fields):
    days = fields.pop("days_ago", 1)
    return Feedback.objects.create(
        **{"type": "suggestion", "text": LETTER["text"], "created_at": timezone.now() - timedelta(days=days), **fields}
    )


def answered(by=None, public=True, reply="您好，已经可以了。", **fields):
    return answer(feedback(**fields), reply, by=by, public=public)


def letter(**fields):
    return {**LETTER, **fields}


def proof_on(client):
    """Solve the sum that /feedback/ asks for."""
    html = client.get("/feedback/").content.decode()
    return solved(unescape(re.search(r'data-challenge="([^"]+)"', html)[1]))
