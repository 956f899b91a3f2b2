"""Fill an empty database with the demo: companies, jobs, articles, pages, people. The same each time, but for the date."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts.models import Company, User
from axrc.taxonomy import loading
from jobs import terms
from pages.demo import articles, companies, jobs, newsroom, people, postings, queue, resumes, searches, site


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--jobs", type=int, default=600, help="how many live jobs to make (default 600)")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where there are companies or users already")

    def handle(self, *, jobs: int, if_empty, **options):
        if not settings.DEBUG:
            raise CommandError("The demo has accounts with a known password: it is loaded only with DEBUG on.")
        if Company.objects.exists() or User.objects.exists():
            if if_empty:
                return
            raise CommandError("The database is not empty. The demo is loaded into an empty one only.")
        started = time.monotonic()
        with transaction.atomic():
            load(jobs, timezone.now())
        self.stdout.write(f"演示数据已载入:{jobs} 个职位,用时 {time.monotonic() - started:.1f} 秒")


def load(number_of_jobs, now):
    loading.load()
    accounts = people.load()
    verified = companies.load(now)
    people.give_companies(accounts, verified[0], companies.make_unverified())
    queue.load(verified, now)
    resumes.load(accounts["seeker@example.com"], verified[0], now)
    jobs.load(verified, number_of_jobs, now)
    postings.load(accounts["employer@example.com"], accounts["reviewer@example.com"], verified, now)
    searches.load(now)
    terms.rebuild()
    articles.load(accounts["editor@example.com"], now)
    newsroom.load(now)
    site.load(accounts["reviewer@example.com"], now)
