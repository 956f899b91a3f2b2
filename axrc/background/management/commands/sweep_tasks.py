from django.core.management.base import BaseCommand

from axrc.background.sweeping import sweep


class Command(BaseCommand):
    help = "Put tasks back into the queue whose worker died. For a timer, every few minutes."

    def handle(self, **options):
        put_back, given_up = sweep()
        self.stdout.write(f"{put_back} tasks were put back, {given_up} given up.")
