"""The demo's own side: the site's profile, its pages, links to friends, and feedback with answers."""

from datetime import timedelta

from pages import feedback
from pages.demo.data_files import read
from pages.models import Feedback, FriendLink, Page, SiteProfile


def load(reviewer, now):
    content = read("site.toml")
    SiteProfile.objects.update_or_create(pk=1, defaults=content["site"] | {"is_demo": True})
    for order, row in enumerate(content["friend_link"], start=1):
        FriendLink.objects.create(order=order, **row)
    for row in read("pages.toml")["page"]:
        Page.objects.create(**row)
    for row in content["feedback"]:
        load_feedback(row, reviewer, now)


def load_feedback(row, reviewer, now):
    received = feedback.receive(type=row["type"], text=row["text"])
    feedback.answer(received, row["answer"], by=reviewer, public=True)
    Feedback.objects.filter(pk=received.pk).update(
        created_at=now - timedelta(days=row["days_ago"]), answered_at=now - timedelta(days=row["answered_days_ago"])
    )
