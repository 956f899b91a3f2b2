from jobs.models.entry import BoardEntry
from jobs.models.job import Job

__all__ = ["BoardEntry", "Job"]
