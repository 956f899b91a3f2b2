"""The rules that come with the site."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


def seeds(name="rules"):
    """The fields of each rule in a file of this folder."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["rule"]
    return [row | {"words": "\n".join(row["words"]), "harmless": "\n".join(row.get("harmless", []))} for row in rows]


def add(rules, name="rules"):
    """Add those that are not there yet to a manager. What staff changed or switched off stays as it is."""
    known = set(rules.filter(slug__isnull=False).values_list("slug", flat=True))
    rules.bulk_create(rules.model(**row) for row in seeds(name) if row["slug"] not in known)
