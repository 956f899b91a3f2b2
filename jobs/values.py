"""The value lists of a vacancy (DOMAIN.md 2): short stable keys, Chinese labels, and what each of them means."""

from django.db.models import TextChoices

# Average days of paid work in a month and hours in a day, by which day and hour rates are set beside monthly pay
# (劳社部发〔2008〕3号: 21.75 days).
DAYS_A_MONTH = 21.75
HOURS_A_DAY = 8


class Education(TextChoices):
    """What a job asks, from nothing to most."""

    ANY = "any", "学历不限"
    JUNIOR = "junior", "初中及以下"
    SENIOR = "senior", "高中"
    VOCATIONAL = "vocational", "中专/中技"
    COLLEGE = "college", "大专"
    BACHELOR = "bachelor", "本科"
    MASTER = "master", "硕士"
    DOCTOR = "doctor", "博士"

    @property
    def who_may_apply(self):
        """The levels that satisfy this requirement: itself and all above."""
        levels = list(Education)
        return levels[levels.index(self) :]


class Experience(TextChoices):
    ANY = "any", "经验不限"
    GRADUATE = "graduate", "应届毕业生"
    UNDER_1 = "under-1", "1年以内"
    UNDER_3 = "1-3", "1-3年"
    UNDER_5 = "3-5", "3-5年"
    UNDER_10 = "5-10", "5-10年"
    FROM_10 = "over-10", "10年以上"

    @property
    def who_may_apply(self):
        """Who asks nothing takes anyone; every other wish is meant as it stands."""
        return list(Experience) if self == Experience.ANY else [self]


class Nature(TextChoices):
    FULL_TIME = "full-time", "全职"
    PART_TIME = "part-time", "兼职"
    INTERNSHIP = "internship", "实习"
    SEASONAL = "seasonal", "临时/季节工"


class PayUnit(TextChoices):
    MONTH = "month", "月"
    DAY = "day", "天"
    HOUR = "hour", "小时"

    @property
    def units_a_month(self):
        return {"month": 1, "day": DAYS_A_MONTH, "hour": DAYS_A_MONTH * HOURS_A_DAY}[self.value]


class PayBand(TextChoices):
    """Ranges of monthly pay for the filter, in yuan, both ends included."""

    UNDER_3000 = "0-2999", "3000以下"
    FROM_3000 = "3000-4999", "3000-4999"
    FROM_5000 = "5000-7999", "5000-7999"
    FROM_8000 = "8000-11999", "8000-11999"
    FROM_12000 = "12000-19999", "12000-19999"
    FROM_20000 = "20000-", "20000以上"

    @property
    def ends(self):
        low, high = self.value.split("-")
        return int(low), int(high or 10**9)

    @classmethod
    def overlapping(cls, low, high):
        """The bands that share at least one yuan with a range."""
        return [band for band in cls if band.ends[0] <= high and low <= band.ends[1]]


# Levels of monthly pay by which "highest pay first" goes; pay within a level goes by recency.
PAY_LEVELS = [0, *range(1500, 8000, 500), 8000, 9000, 10000, 12000, 15000, 20000, 30000]


def pay_level(yuan):
    """The highest level that a monthly pay reaches."""
    return max(level for level in PAY_LEVELS if level <= yuan)
