"""The person who logs in."""

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models

from accounts import phones


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email=email.lower())

    def with_phone(self, number):
        """Whose number it is: the one who proved it. A number that was only typed is nobody's."""
        return self.filter(phone=number, phone_verified_at__isnull=False)

    def never_confirmed(self):
        """Accounts that somebody began on the page of registration and nobody proved to be theirs."""
        begun = self.filter(is_staff=False, last_login=None, phone_verified_at=None, consents__isnull=False)
        return begun.exclude(emailaddress__verified=True).distinct()


class User(AbstractUser):
    """Known by e-mail or mobile number, one of which may be missing; nobody chooses a user name."""

    class Role(models.TextChoices):
        SEEKER = "seeker", "求职者"
        EMPLOYER = "employer", "企业"
        STAFF = "staff", "工作人员"

    username = first_name = last_name = None
    email = models.EmailField("邮箱", unique=True, null=True, blank=True)
    phone = models.CharField("手机号", max_length=20, null=True, blank=True)  # noqa: DJ001  unique, so none is NULL
    phone_verified_at = models.DateTimeField("手机号验证时间", null=True, blank=True, editable=False)
    name = models.CharField("姓名", max_length=40, blank=True)
    role = models.CharField("身份", max_length=10, choices=Role, default=Role.SEEKER)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = verbose_name_plural = "用户"
        constraints = [
            models.UniqueConstraint(
                fields=["phone"],
                condition=models.Q(phone_verified_at__isnull=False),
                name="one_account_per_verified_phone",
            )
        ]

    def __str__(self):
        return self.name or self.email or phones.readable(self.phone) or f"用户 {self.pk}"

    def save(self, **kwargs):
        """allauth writes "" where there is no address, which only one account could have."""
        self.email = self.email or None
        super().save(**kwargs)

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)
