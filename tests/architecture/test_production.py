"""What is different where DEBUG is off."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("production")


@pytest.fixture(scope="session")
def production(folder):
    """Run manage.py as a server would, with an environment of its own."""
    environment = os.environ | {"DEBUG": "0", "SECRET_KEY": "of this test", "VAR_DIR": str(folder)}
    environment.pop("DATABASE_URL", None)

    def manage(*arguments, **changes):
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=environment | changes,
            capture_output=True,
            text=True,
            check=False,
        )

    return manage


@pytest.fixture(scope="session")
def gathered(production):
    done = production("collectstatic", "--noinput", "-v", "0")
    assert done.returncode == 0, done.stderr


@pytest.mark.xdist_group("production")
def test_static_files_are_gathered_under_names_that_change_with_their_content(gathered, folder):
    names = [path.name for path in (folder / "static").iterdir()]
    assert any(name.startswith("site.") and name.endswith(".css.gz") for name in names)
    assert (folder / "static/ckeditor/ckeditor/ckeditor.js").exists()
    assert not (folder / "static/ckeditor/ckeditor/plugins/flash").exists()


def test_a_server_does_not_start_with_a_known_secret(production):
    done = production("check", SECRET_KEY="")
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


@pytest.mark.xdist_group("production")
def test_the_demo_and_the_styleguide_stay_away(production, gathered):
    production("migrate", "-v", "0")
    assert "DEBUG" in production("load_demo").stderr
    code = "from django.test import Client; print(Client().get('/styleguide/').status_code, Client().get('/accounts/login/').status_code)"
    assert production("shell", "-v", "0", "-c", code, ALLOWED_HOSTS="testserver").stdout.split()[0] == "404"
