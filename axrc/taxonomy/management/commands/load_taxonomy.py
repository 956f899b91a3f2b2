"""Fill the lists of categories, regions, industries and benefits from the data files."""

from django.core.management.base import BaseCommand

from axrc.taxonomy import loading, naming
from axrc.taxonomy.models import Benefit, Category, Industry, Region


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        loading.load()
        naming.renew()
        for model in (Category, Region, Industry, Benefit):
            self.stdout.write(f"{model._meta.verbose_name}: {model.objects.count()}")
