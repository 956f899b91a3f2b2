"""What the machine lacks is skipped and said; where CI is set it is a failure, since CI installs all of it."""

import os
import shutil

import pytest


def need(*programs):
    """The path of the first of the programs that is there."""
    found = next((path for program in programs if (path := shutil.which(program))), None)
    if not found:
        lacking(f"{' or '.join(programs)} is not installed")
    return found


def chromium():
    """The path of the browser. The shell without windows draws and runs the same, and starts a page in half the time."""
    return need("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def lacking(what):
    if os.environ.get("CI"):
        pytest.fail(what)
    else:
        pytest.skip(what)
