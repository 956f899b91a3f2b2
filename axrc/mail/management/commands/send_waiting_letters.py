from django.core.management.base import BaseCommand

from axrc.mail.delivery import send_waiting
from axrc.mail.tasks import deliver


class Command(BaseCommand):
    help = "Queue the letters again that could not be sent. For a timer, every few minutes."

    def handle(self, **options):
        count = send_waiting(deliver.enqueue)
        self.stdout.write(f"{count} letters are tried again.")
