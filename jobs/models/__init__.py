from jobs.models.entry import BoardEntry
from jobs.models.job import Job
from jobs.models.screening import ScreeningRule
from jobs.models.searched import SearchCount, SearchedWord
from jobs.models.sheet import JobImport
from jobs.models.submission import JobDraft, JobNotice, Refresh, SendBackReason, Submission

__all__ = [
    "BoardEntry",
    "Job",
    "JobDraft",
    "JobImport",
    "JobNotice",
    "Refresh",
    "ScreeningRule",
    "SearchCount",
    "SearchedWord",
    "SendBackReason",
    "Submission",
]
