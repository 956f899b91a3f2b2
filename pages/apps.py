from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "网站"

    def ready(self):
        """Whatever is public is in one of these tables, with the moments at which it comes, goes or looks different."""
        from functools import partial

        from accounts import personal
        from accounts.models import CompanyEntry
        from axrc.web import page_cache
        from axrc.web.clock import next_moment
        from jobs.models import BoardEntry, Job
        from news.models import Article, ArticleEntry, FrontSlot
        from pages import feedback

        entries = [
            (model, column) for model in (BoardEntry, CompanyEntry, ArticleEntry) for column in ("dated_at", "ends_at")
        ]
        marks = [(Job, "urgent_until"), (Job, "promoted_until"), (FrontSlot, "until")]
        windows = [(Article, column) for column in ("pinned_until", "opens_at", "closes_at")]
        page_cache.clock = partial(next_moment, [*entries, *marks, *windows])
        personal.is_erased(feedback.forget_contact)
