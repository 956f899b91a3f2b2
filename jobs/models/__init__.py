from jobs.models.entry import BoardEntry
from jobs.models.job import Job
from jobs.models.screening import ScreeningRule
from jobs.models.searched import SearchCount, SearchedWord

__all__ = ["BoardEntry", "Job", "ScreeningRule", "SearchCount", "SearchedWord"]
