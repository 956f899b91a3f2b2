"""Write the views and searches that wait in the cache into the daily rows, and forget what was counted long ago.

Processes that share a cache (REDIS_URL) need it once an hour; where each has its own, it only forgets.
"""

from django.core.management.base import BaseCommand

from jobs import search_log, viewership
from news import readership


class Command(BaseCommand):
    help = "把缓存里的阅读、浏览和搜索次数记入每日统计,并删除过期的搜索统计"

    def handle(self, **options):
        read, viewed, searched = readership.views.fold(), viewership.views.fold(), search_log.searches.fold()
        forgotten = search_log.forget()
        self.stdout.write(f"阅读 {read} 次,看职位 {viewed} 次,搜索 {searched} 次;删除过期统计 {forgotten} 行")
