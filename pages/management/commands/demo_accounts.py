"""Print the demo's accounts, where it is loaded."""

from django.conf import settings
from django.core.management.base import BaseCommand

from accounts.models import User
from pages.demo.people import PASSWORD, PEOPLE


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        if User.objects.filter(email=PEOPLE[0][0]).exists():
            self.stdout.write(f"演示账号(密码都是 {PASSWORD}):")
            for email, _, _, _, label in PEOPLE:
                self.stdout.write(f"  {email:<24} {label}")
            if settings.STAFF_SECOND_FACTOR:
                self.stdout.write("工作人员进入后台前要设置两步验证；只在开发时可以关闭：在 .env 里写 STAFF_SECOND_FACTOR=0")
