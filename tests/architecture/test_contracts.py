"""The house stands as it was drawn."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[2]


def test_imports_go_downwards():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.django_db
def test_no_migration_is_forgotten():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_rich_text_is_marked_safe_in_one_place_only():
    marking = [
        str(path.relative_to(ROOT))
        for app in ("axrc", "accounts", "jobs", "news", "pages")
        for path in (ROOT / app).rglob("*.py")
        if "mark_safe" in (text := path.read_text(encoding="utf-8")) or "SafeString(" in text
    ]
    assert all(path.startswith("axrc/text/") for path in marking), marking
    # Help texts are written in code, some of Django's with markup.
    templates = {path: path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html")}
    assert [path.name for path, text in templates.items() if "|safe" in text.replace("field.help_text|safe", "")] == []


def test_nothing_is_fetched_from_elsewhere():
    """No content network, no web font: every script, style sheet and picture of a template is our own."""
    foreign = [
        f"{path.name}: {line.strip()}"
        for path in (ROOT / "templates").rglob("*.html")
        for line in path.read_text(encoding="utf-8").splitlines()
        if any(mark in line for mark in ('src="http', 'src="//', "@import", '<link rel="stylesheet" href="http'))
    ]
    assert not foreign
