"""Value lists that vacancies and resumes share (DOMAIN.md 2): short stable keys, Chinese labels."""

from django.db.models import TextChoices


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
