"""Running what is due: one after the other, and what fails holds nobody up."""

import logging

from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)


def run(names):
    """Call functions by their dotted names; gives the names of those that failed.

    Each has transactions of its own, one for each letter or account, so that no lock is held for the length of a list.
    """
    failed = []
    for name in names:
        try:
            import_string(name)()
        except Exception:
            logger.exception("%s failed", name)
            failed.append(name)
    return failed
