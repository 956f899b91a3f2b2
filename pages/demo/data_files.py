"""Reads the demo's data files."""

import tomllib
from pathlib import Path

DATA = Path(__file__).parent / "data"


def read(name):
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def read_all(folder):
    """(stem, content) of every file of a folder, by name."""
    return [(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted((DATA / folder).glob("*.toml"))]
