"""Writing entries, and what their actions are called."""

from django.apps import apps
from django.contrib.auth import get_user_model

LONGEST_NAME = 200
NAMES = {}


def record(actor, action, target, **details):
    """Write down a deed, in the transaction of the deed itself. `actor` is None where nobody but the clock did it.

    What is written stays for years, also after an account was erased: so no contact data in `details`.
    """
    made = entry(actor, action, target, details)
    made.save()
    return made


def record_all(actor, deeds):
    """The same for very many: [(action, target, details)], in the order in which they were done."""
    entries = [entry(actor, *deed) for deed in deeds]
    return apps.get_model("audit", "Entry").objects.bulk_create(entries, batch_size=500)


def entry(actor, action, target, details):
    is_somebody = actor is not None and actor.is_authenticated
    return apps.get_model("audit", "Entry")(
        actor_id=actor.pk if is_somebody else None,
        actor_name=name(actor) if is_somebody else "",
        action=action,
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        target_name=name(target),
        details=details,
    )


def name(thing):
    """What a thing was called at the time, or who decided in the site's name.

    Other people's names, addresses and numbers would outlive their accounts: they are known by their number here, and
    things that are called after a person say in `audit_name` how they are called without.
    """
    if not isinstance(thing, get_user_model()):
        called = getattr(thing, "audit_name", None) or str(thing)
    elif thing.is_staff and thing.name:
        called = thing.name
    else:
        called = f"用户 {thing.pk}"
    return called[:LONGEST_NAME]


def name_actions(names):
    """Tell how actions are called in the admin: {"company.verified": "通过企业认证"}; for AppConfig.ready."""
    NAMES.update(names)


def label(action):
    return NAMES.get(action, action)
