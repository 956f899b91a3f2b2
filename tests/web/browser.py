"""What a visitor's browser would do."""

import base64
import hashlib
import json


def solved(challenge):
    """The answer to a challenge (JSON), found as the script finds it."""
    asked = json.loads(challenge)
    number = next(n for n in range(asked["maxNumber"] + 1) if digest(asked["salt"], n) == asked["challenge"])
    answer = {key: asked[key] for key in ("algorithm", "challenge", "salt", "signature")} | {"number": number}
    return base64.b64encode(json.dumps(answer).encode()).decode()


def digest(salt, number):
    return hashlib.sha256(f"{salt}{number}".encode()).hexdigest()
