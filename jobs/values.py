"""The value lists of a vacancy (DOMAIN.md 2): short stable keys, Chinese labels, and what each of them means."""

from django.db.models import TextChoices

from axrc.taxonomy.values import Education, Experience, Nature, PayBand

__all__ = ["PAY_LEVELS", "Education", "Experience", "Nature", "PayBand", "PayUnit", "pay_level"]

# Average days of paid work in a month and hours in a day, by which day and hour rates are set beside monthly pay
# (劳社部发〔2008〕3号: 21.75 days).
DAYS_A_MONTH = 21.75
HOURS_A_DAY = 8


class PayUnit(TextChoices):
    MONTH = "month", "月"
    DAY = "day", "天"
    HOUR = "hour", "小时"

    @property
    def units_a_month(self):
        return {"month": 1, "day": DAYS_A_MONTH, "hour": DAYS_A_MONTH * HOURS_A_DAY}[self.value]


# Levels of monthly pay by which "highest pay first" goes; pay within a level goes by recency.
PAY_LEVELS = [0, *range(1500, 8000, 500), 8000, 9000, 10000, 12000, 15000, 20000, 30000]


def pay_level(yuan):
    """The highest level that a monthly pay reaches."""
    return max(level for level in PAY_LEVELS if level <= yuan)
