from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "网站"

    def ready(self):
        """Whatever is public is in one of these tables, with the moments at which it comes and goes."""
        from functools import partial

        from accounts.models import CompanyEntry
        from axrc.search.models import next_change
        from axrc.web import page_cache
        from jobs.models import BoardEntry
        from news.models import ArticleEntry

        page_cache.clock = partial(next_change, [BoardEntry, CompanyEntry, ArticleEntry])
