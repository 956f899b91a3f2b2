"""Where measurements keep what they measure, away from the site's own data."""

import os
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit


def point_at_database(name, fresh=False):
    """Give a measurement a database of its own: axrc_bench_<name> beside DATABASE_URL, or a file in var/bench/<name>/."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "axrc.settings"
    os.environ["DEBUG"] = "1"
    os.environ["VAR_DIR"] = str(Path("var/bench").resolve() / name)
    if url := os.environ.get("DATABASE_URL"):
        import psycopg2

        parts = urlsplit(url)
        name = f"axrc_bench_{name}"
        connection = psycopg2.connect(url)
        connection.autocommit = True
        with connection.cursor() as cursor:
            if fresh:
                cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not cursor.fetchone():
                cursor.execute(f"CREATE DATABASE {name}")
        connection.close()
        os.environ["DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{name}"))
    elif fresh:
        for file in Path(os.environ["VAR_DIR"]).glob("db.sqlite3*"):
            file.unlink()
