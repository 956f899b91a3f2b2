"""The demo: an invented county's worth of companies, jobs, articles and people, the same each time."""
