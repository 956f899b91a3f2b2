"""What the demo's visitors looked for: a fortnight of it, in vain where the demo has no such job."""

from datetime import timedelta
from random import Random

from django.utils import timezone

from jobs import search_log

DAYS = 14
# The word, and about how many look for it on a day.
WORDS = [
    ("会计", 9),
    ("普工", 8),
    ("茶艺师", 7),
    ("司机", 6),
    ("客服", 6),
    ("制茶师", 5),
    ("文员", 5),
    ("幼儿教师", 4),
    ("保安", 3),
    ("网约车", 3),
    ("月嫂", 2),
    ("潜水员", 1),
]


def load(now):
    random = Random("searches")
    has_jobs = search_log.finds([word for word, _ in WORDS], now)
    days = [timezone.localdate(now) - timedelta(days=days) for days in range(DAYS)]
    search_log.add_to_days(
        {(word, day, not has_jobs[word]): random.randint(1, 2 * usual) for word, usual in WORDS for day in days}
    )
