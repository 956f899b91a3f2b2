"""A sum that a browser does while a form is filled in: nothing to a person, dear to who sends forms by the thousand.

The protocol is altcha's; the browser's half is static/web/proof_of_work.js, one kilobyte instead of altcha's widget of 23.
"""

import base64
import json
from datetime import timedelta

import altcha
from django import forms
from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

# Half of these are tried on average: about two seconds on an old phone.
MOST_TRIES = 50_000
LIFETIME = timedelta(hours=2)
# A real answer has some 350 characters.
LONGEST_ANSWER = 600


class ProofInput(forms.HiddenInput):
    """Brings a fresh challenge whenever its form is shown, and never an answer that was used before."""

    class Media:
        js = [forms.widgets.Script("web/proof_of_work.js", defer=True)]

    def get_context(self, name, value, attrs):
        return super().get_context(name, None, {**(attrs or {}), "data-challenge": challenge()})


def challenge():
    """A fresh challenge as JSON. Nothing is stored: it carries its own signature and end."""
    options = altcha.ChallengeOptions(max_number=MOST_TRIES, expires=timezone.now() + LIFETIME, hmac_key=signing_key())
    return json.dumps(altcha.create_challenge(options).to_dict())


def accept(answer):
    """Whether an answer is right, in time and used for the first time. Asking uses it up."""
    solved = solved_challenge(answer)
    return bool(solved) and cache.add(f"proof:{solved}", 1, LIFETIME.total_seconds())


def solved_challenge(answer):
    """The challenge that an answer solves, or "" for a wrong, late or forged one."""
    if not answer or len(answer) > LONGEST_ANSWER:
        return ""
    try:
        payload = json.loads(base64.b64decode(answer))
        is_right, _error = altcha.verify_solution(payload, signing_key())
        return payload["challenge"] if is_right else ""
    except (ValueError, TypeError, AttributeError, KeyError):  # whatever a stranger may put there
        return ""


def signing_key():
    return salted_hmac("axrc.web.proof_of_work", "challenge", algorithm="sha256").hexdigest()
