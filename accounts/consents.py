"""Agreeing to the terms and the privacy policy, and to their new versions."""

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from accounts.models import Consent, PolicyVersion

# Where a session keeps the versions that its owner has agreed to.
SESSION_KEY = "agreed_versions"


def current_versions(at=None):
    """The version in force of each kind: {"terms": "1", "privacy": "2026-11"}."""
    versions = None if at else cache.get(PolicyVersion.CACHE_KEY)
    if versions is None:
        versions = dict.fromkeys(PolicyVersion.Kind.values, PolicyVersion.FIRST)
        in_force = PolicyVersion.objects.filter(in_force_from__lte=at or timezone.now())
        versions |= dict(in_force.order_by("in_force_from", "id").values_list("kind", "version"))
        if not at:
            cache.set(PolicyVersion.CACHE_KEY, versions, PolicyVersion.CACHED_FOR)
    return versions


@transaction.atomic
def agree(user, at=None):
    """Record that a person agrees to whatever is in force."""
    for kind, version in current_versions().items():
        Consent.objects.get_or_create(
            user=user, kind=kind, version=version, withdrawn_at=None, defaults={"at": at or timezone.now()}
        )


def withdraw(user, at=None):
    """Take back what stands. The account asks again at its next login, and can be deleted instead."""
    return user.consents.standing().update(withdrawn_at=at or timezone.now())


def outstanding(user):
    """The kinds whose version in force a person has not agreed to."""
    agreed = set(user.consents.standing().values_list("kind", "version"))
    return [PolicyVersion.Kind(kind) for kind, version in current_versions().items() if (kind, version) not in agreed]


def remember(session, user):
    """Note in the session what has been agreed to, so that later requests need not look."""
    missing = outstanding(user)
    session[SESSION_KEY] = {kind: version for kind, version in current_versions().items() if kind not in missing}


def is_asked(session):
    """Whether the owner of a session must be asked; nobody is who did not come through the login."""
    return SESSION_KEY in session and session[SESSION_KEY] != current_versions()
