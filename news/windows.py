"""When people can apply for what a notice offers (公招公告): said by its dates, so nothing has to run."""

from django.db import models


class Window(models.TextChoices):
    WAITING = "waiting", "未开始"
    OPEN = "open", "进行中"
    OVER = "over", "已结束"


def state(opens_at, closes_at, at):
    """Where the window stands at a moment, or None where a notice has none. It is closed from `closes_at` on."""
    if not opens_at and not closes_at:
        return None
    elif closes_at and at >= closes_at:
        return Window.OVER
    elif opens_at and at < opens_at:
        return Window.WAITING
    else:
        return Window.OPEN
