"""Make the renditions of pictures that have none: those from before the library. --all makes all of them anew."""

from django.core.management.base import BaseCommand

from news import library
from news.pictures import Picture


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="also those that have renditions")

    def handle(self, **options):
        pictures = Picture.objects.order_by("pk")
        for picture in (pictures if options["all"] else pictures.filter(renditions=[])).iterator():
            library.render_anew(picture)
            self.stdout.write(picture.file.name)
