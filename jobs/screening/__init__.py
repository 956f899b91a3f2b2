"""What a posting says that it should not (DOMAIN.md L4), read anew each time: a new rule holds for the live board."""

from jobs.screening.matching import Flag
from jobs.screening.reading import FIELDS, screen, screen_job

__all__ = ["FIELDS", "Flag", "screen", "screen_job"]
