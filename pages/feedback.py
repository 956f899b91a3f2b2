"""What is done with feedback: it is received, and it is answered."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from axrc.web import rate_limit
from pages.models import Feedback

# (how many, in how many seconds) from one sender. A browser that did the sum is hardly a spammer's.
WITH_PROOF = (5, 60 * 60)
WITHOUT_PROOF = (1, 10 * 60)
# The same words again within this time are the same click.
SAME_CLICK = timedelta(minutes=10)


def may_send(sender, *, has_proof):
    """Count a try of a sender (axrc.web.addresses.sender_key) and say whether it is within the limit."""
    if has_proof:
        return rate_limit.allowed("feedback.proved", sender, *WITH_PROOF)
    else:
        return rate_limit.allowed("feedback", sender, *WITHOUT_PROOF)


def is_repeated(text, *, sender):
    """Whether the sender has just sent these very words, by a double click or a reload."""
    return Feedback.objects.filter(sender=sender, created_at__gt=timezone.now() - SAME_CLICK, text=text).exists()


def receive(*, type, text, name="", contact="", sender=""):
    return Feedback.objects.create(type=type, text=text, name=name, contact=contact, sender=sender)


@transaction.atomic
def answer(feedback, text, *, by, public):
    """Answer or correct the answer. Only with `public` may others read question and answer."""
    feedback = Feedback.objects.select_for_update().get(pk=feedback.pk)
    feedback.answer = text
    feedback.is_public = public
    feedback.answered_by = by
    feedback.answered_at = feedback.answered_at or timezone.now()
    feedback.status = Feedback.Status.ANSWERED
    feedback.save(update_fields=["answer", "is_public", "answered_by", "answered_at", "status"])
    return feedback


def forget_contact(leaver):
    """What was asked and answered stays, without the name and contact of who has left."""
    leaver.among(Feedback.objects.all(), "contact").update(name="", contact="")
