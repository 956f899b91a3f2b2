"""What the admin of articles can do besides writing: look back, show unpublished work, point out slips."""

from news.desk.checks import ChecksDesk
from news.desk.previews import PreviewDesk
from news.desk.reposts import RepostsDesk, RepostSourceFilter
from news.desk.revisions import RevisionsDesk

__all__ = ["ChecksDesk", "PreviewDesk", "RepostSourceFilter", "RepostsDesk", "RevisionsDesk"]
