"""Pictures of other sites in a text: an editor brings them into the library or drops them; no reader gets them there."""

import time
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction

from axrc.text.pictures import outside_images, with_images
from axrc.web import fetching
from news import library, publishing

# Of one go, in seconds: a server gives up a request after thirty.
PATIENCE = 20
TOO_LATE = "这次来不及了，请再提交一次。"


class Decision(models.TextChoices):
    BRING = "bring", "存到本站"
    DROP = "drop", "从正文删除"
    LATER = "", "以后再说（读者看不到）"


@dataclass
class Outcome:
    brought: int = 0
    dropped: int = 0
    # {address: why it could not be brought in}
    failed: dict = field(default_factory=dict)


def foreign_pictures(html):
    """{address: alternative text} of the pictures that lie on other sites."""
    return {image["src"]: image.get("alt", "") for image in outside_images(html)}


def localised(html, own):
    """The text with the site's own pictures under their short addresses; `own` is the address of the site, with a slash."""
    media = own.rstrip("/") + settings.MEDIA_URL
    if any(address.startswith(media) for address in foreign_pictures(html)):
        return with_images(html, lambda image: image | {"src": at_home(image.get("src", ""), media)})
    else:
        return html


def at_home(address, media):
    return settings.MEDIA_URL + address.removeprefix(media) if address.startswith(media) else address


def settle(article, decisions, *, by, fetch=fetching.fetch):
    """Do as was decided, {address: Decision}. What cannot be brought in stays undecided.

    Fetching takes its time, so it is over before the article is locked.
    """
    foreign = foreign_pictures(article.body)
    wanted = [address for address in foreign if decisions.get(address) == Decision.BRING]
    outcome = Outcome()
    brought = bring_in(wanted, outcome, by, fetch)
    dropped = {address for address in foreign if decisions.get(address) == Decision.DROP}
    if brought or dropped:
        replace(article, brought, dropped, by)
    outcome.brought, outcome.dropped = len(brought), len(dropped)
    return outcome


def bring_in(addresses, outcome, by, fetch):
    brought, deadline = {}, time.monotonic() + PATIENCE
    for address in addresses:
        left = deadline - time.monotonic()
        try:
            if left <= 0:
                raise ValidationError(TOO_LATE)
            brought[address] = library.store(fetch(address, patience=min(left, fetching.PATIENCE)), by=by)
        except ValidationError as error:
            outcome.failed[address] = error.messages[0]
    return brought


@transaction.atomic
def replace(article, brought, dropped, by):
    """In the article as it stands by now: somebody may have written on while the pictures came."""

    def change(image):
        address = image.get("src", "")
        if address in dropped:
            return None
        elif address in brought:
            return image | {"src": brought[address].url}
        else:
            return image

    article = publishing.locked(article)
    article.body = with_images(article.body, change)
    article.save()
    publishing.record(by, article, "处理别的网站上的图片")
