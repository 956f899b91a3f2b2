"""The demo, served by gunicorn from a database of its own, as a visitor meets it."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

READY_WITHIN = 120  # seconds


class DemoSite:
    """`url` has no slash at its end."""

    def __init__(self, url, environment, log):
        self.url = url
        self.environment = environment
        self.log = log

    def manage(self, *arguments):
        """Run a management command against the site's database and return what it printed."""
        return run(self.environment, *arguments)

    def shell(self, code):
        return self.manage("shell", "-v", "0", "-c", code).strip()

    def address(self, code):
        """The address of the object that an expression gives, e.g. "Job.objects.live().first()"."""
        return self.shell(f"print(({code}).get_absolute_url())")


@contextmanager
def demo_site(folder, jobs=600):
    environment = os.environ | {
        "DEBUG": "1",
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "axrc.settings",
        "STAFF_SECOND_FACTOR": "0",
    }
    if url := os.environ.get("DATABASE_URL"):
        environment["DATABASE_URL"] = own_database(url)
    run(environment, "migrate", "-v", "0")
    run(environment, "load_demo", "--jobs", str(jobs))
    with running(environment, folder / "server.log") as site:
        yield site


@contextmanager
def another_server(site, **changes):
    """The same content, served with other settings."""
    with running(site.environment | changes, site.log.with_name("another_server.log")) as other:
        yield other


@contextmanager
def running(environment, log_file):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = log_file.open("w")
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "axrc.wsgi",
            "--bind",
            f"127.0.0.1:{port}",
            "--workers",
            "2",
            "--no-control-socket",
        ],
        env=environment,
        stdout=log,
        stderr=log,
    )
    site = DemoSite(f"http://127.0.0.1:{port}", environment, log_file)
    try:
        wait_until_ready(site.url)
        yield site
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def run(environment, *arguments):
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {arguments[0]} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def own_database(url):
    """A fresh PostgreSQL database beside the one of the address."""
    import psycopg2

    parts = urlsplit(url)
    name = re.sub(r"\W", "_", f"axrc_site_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {name}")
    connection.close()
    return urlunsplit(parts._replace(path=f"/{name}"))


def wait_until_ready(url):
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"{url} did not answer within {READY_WITHIN} s")
