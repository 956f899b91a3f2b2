"""Whoever works in the admin proves more than a password."""

from allauth.mfa.models import Authenticator
from django.conf import settings

KINDS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def is_required_of(user):
    return settings.STAFF_SECOND_FACTOR and user.is_staff


def is_staff(user):
    """Whether somebody may use the rights of staff, in the admin and outside of it."""
    return user.is_active and user.is_staff and not is_missing(user)


def is_missing(user):
    """Staff who have set up neither an authenticator app nor a passkey."""
    return is_required_of(user) and not Authenticator.objects.filter(user=user, type__in=KINDS).exists()
