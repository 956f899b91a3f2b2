"""Import the articles of an old site from a table (.xlsx, .csv), or from a folder or ZIP of saved pages.

Says what would happen, row by row; with --write it happens.
"""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from news.importing import Mapping, Outcome, Refused, examine, write
from news.importing.sources import read_path
from news.models import Section


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path)
        parser.add_argument("--mapping", type=Path, help="TOML file with [columns], [selectors] and [sections]")
        parser.add_argument("--section", help="slug of the section for what names none")
        parser.add_argument("--write", action="store_true", help="write; without it nothing is changed")

    def handle(self, *, path, mapping, section, **options):
        if not path.exists():
            raise CommandError(f"没有这个文件或文件夹：{path}")
        deed = write if options["write"] else examine
        try:
            mapping = Mapping.load(mapping) if mapping else Mapping()
            report = deed(read_path(path, mapping), section=chosen(section), names=mapping.sections)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        for line in report.lines:
            if line.outcome != Outcome.SKIPPED or line.reason != "没有变化" or options["verbosity"] > 1:
                self.stdout.write("  ".join(filter(None, [line.outcome.label, line.place, line.title, line.reason])))
        self.stdout.write(f"{'已写入' if report.is_written else '试运行，没有写入'}：{report.summary}")


def chosen(slug):
    if not slug:
        return None
    try:
        return Section.objects.get(slug=slug)
    except Section.DoesNotExist as error:
        raise CommandError(f"没有地址为 {slug} 的分类。") from error
