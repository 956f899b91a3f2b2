from jobs.models.entry import BoardEntry
from jobs.models.job import Job
from jobs.models.screening import ScreeningRule
from jobs.models.searched import SearchCount, SearchedWord
from jobs.models.sheet import JobImport
from jobs.models.submission import JobDraft, JobNotice, Refresh, SendBackReason, Submission
from jobs.models.views import JobViews

__all__ = [
    "BoardEntry",
    "Job",
    "JobDraft",
    "JobImport",
    "JobNotice",
    "JobViews",
    "Refresh",
    "ScreeningRule",
    "SearchCount",
    "SearchedWord",
    "SendBackReason",
    "Submission",
]
