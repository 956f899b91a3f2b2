"""Templates of a test's own."""

import copy

import pytest

LETTER = {
    "shop/welcome.subject.txt": "欢迎 {{ name }}",
    "shop/welcome.txt": '{% extends "mail/letter.txt" %}{% block content %}{{ name }}，您好！{{ site_url }}/jobs/{% endblock content %}',
    "shop/welcome.html": '{% extends "mail/letter.html" %}{% block heading %}您好{% endblock heading %}'
    "{% block content %}<p>{{ name }}</p>{% endblock content %}",
    "shop/welcome.sms.txt": "{{ name }}，欢迎。",
    "shop/plain.subject.txt": "通知",
    "shop/plain.txt": "内容：{{ name }}",
    "shop/code.txt": "验证码 {{ code }}，{{ minutes }} 分钟内有效，请勿告诉他人。",
}


@pytest.fixture(autouse=True)
def templates(settings, tmp_path):
    for name, text in LETTER.items():
        file = tmp_path / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    changed = copy.deepcopy(settings.TEMPLATES)
    changed[0]["DIRS"] += [tmp_path / "templates"]
    settings.TEMPLATES = changed


@pytest.fixture
def through(django_capture_on_commit_callbacks):
    """`with through():` the transaction of a deed, which succeeds."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
