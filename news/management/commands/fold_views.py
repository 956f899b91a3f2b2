"""Write the views that wait in the cache into the daily rows. Of use where all processes share one cache."""

from django.core.management.base import BaseCommand

from news import readership


class Command(BaseCommand):
    help = "把缓存里的阅读次数记入每日统计"

    def handle(self, **options):
        self.stdout.write(f"{readership.fold()}")
