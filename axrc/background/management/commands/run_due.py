from django.core.management.base import BaseCommand, CommandError

from axrc.background import timetable
from axrc.schedule import SCHEDULE


class Command(BaseCommand):
    help = "Run what is due hourly or daily (axrc/schedule.py). For a timer."

    def add_arguments(self, parser):
        parser.add_argument("when", choices=SCHEDULE)

    def handle(self, *, when, **options):
        names = SCHEDULE[when]
        failed = timetable.run(names)
        if failed:
            raise CommandError(f"{len(failed)} of {len(names)} failed: {', '.join(failed)}")
        self.stdout.write(f"{len(names)} done.")
