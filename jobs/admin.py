"""The admin of the board; each module registers its own."""

from jobs import admin_job, admin_review, admin_screening, admin_search_log  # noqa: F401
