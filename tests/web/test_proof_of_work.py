"""The sum that a browser does for a form."""

import base64
import json
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from axrc.web import proof_of_work
from axrc.web.proof_of_work import ProofInput, accept, challenge
from tests.web.browser import solved


def test_a_right_answer_is_accepted():
    assert accept(solved(challenge()))


def test_an_answer_counts_once():
    answer = solved(challenge())
    assert accept(answer)
    assert not accept(answer)


def test_the_same_answer_written_differently_is_still_the_same():
    answer = solved(challenge())
    rewritten = base64.b64encode(json.dumps(json.loads(base64.b64decode(answer)), indent=1).encode()).decode()
    assert accept(answer)
    assert not accept(rewritten)


@pytest.mark.usefixtures("travelling_cache")
def test_an_answer_comes_too_late():
    answer = solved(challenge())
    with time_machine.travel(timezone.now() + proof_of_work.LIFETIME + timedelta(minutes=1)):
        assert not accept(answer)


def test_a_challenge_cannot_be_given_more_time():
    asked = json.loads(challenge())
    answer = json.loads(base64.b64decode(solved(json.dumps(asked))))
    answer["salt"] = answer["salt"].replace("expires=1", "expires=9")
    assert not accept(base64.b64encode(json.dumps(answer).encode()).decode())


def test_a_challenge_of_ones_own_making_is_refused(monkeypatch):
    monkeypatch.setattr(proof_of_work, "signing_key", lambda: "a guess")
    answer = solved(challenge())
    monkeypatch.undo()
    assert not accept(answer)


@pytest.mark.parametrize(
    "text", ["", "x", "bnVsbA==", "W10=", "e30=", "MQ==", "汉字", "A" * 5000, base64.b64encode(b"[" * 400).decode()]
)
def test_nonsense_is_refused_quietly(text):
    assert not accept(text)


@pytest.mark.parametrize("salt", [None, 1, "a?b?c", "a?expires=soon"])
def test_a_strange_salt_is_refused_quietly(salt):
    answer = {"algorithm": "SHA-256", "challenge": "", "number": 1, "salt": salt, "signature": ""}
    assert not accept(base64.b64encode(json.dumps(answer).encode()).decode())


def test_a_form_shown_again_asks_anew_and_forgets_the_used_answer():
    first = ProofInput().render("proof", "used before")
    second = ProofInput().render("proof", "used before")
    assert "used before" not in first
    assert first != second


def test_the_browsers_half_is_small():
    from django.contrib.staticfiles import finders

    with open(finders.find("web/proof_of_work.js"), "rb") as script:
        assert len(script.read()) < 4_000
