"""What a request of the board costs the server, beside a bare Django "hello" under the same gunicorn in the same run.

    python -m bench.requests --size 10000                                        SQLite
    DATABASE_URL=postgres://... python -m bench.requests --size 1000000          PostgreSQL, in axrc_bench_1000000

A search is a word with three facets, counts beside all options included: rare, middling and frequent words, wide and
narrow facets. "uncached" has no page cache, "cached" has it (in the memory of the one process). CPU is that of the server
process, user and system, from the kernel; for PostgreSQL the CPU of its process for the connection stands beside it.
The database of a size is kept between runs.
"""

import argparse
import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from urllib.parse import quote

from bench.database import point_at_database

HELLO = """
import django
from django.conf import settings
from django.http import HttpResponse
from django.urls import path
settings.configure(SECRET_KEY="bench", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[])
django.setup()
urlpatterns = [path("", lambda request: HttpResponse("hello"))]
from django.core.wsgi import get_wsgi_application
application = get_wsgi_application()
"""

WORDS = ["茶", "会计", "优先", "沟通", "车间", "逐个", "司机", "铁观音制茶", "电商 客服", "竹编灯彩"]
FACETS = [
    "region=anxi&education=college&experience=1-3",
    "region=fengcheng&salary=5000-7999&education=senior",
    "category=production&region=anxi&benefit=meals",
    "region=longmen&region=guanqiao&nature=full-time&posted=30",
    "salary=5000-7999&salary=8000-11999&benefit=housing&size=50-199",
    "industry=tea&education=any&salary=5000-7999",
]
ROUNDS = 8


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=10_000)
    options = parser.parse_args()
    point_at_database(str(options.size))

    import django

    django.setup()

    from bench.boards import prepare

    prepare(options.size)

    from django.db import connection

    connection.close()
    searches = [f"/jobs/?q={quote(word)}&{facets}" for word in WORDS for facets in FACETS]
    random.Random(1).shuffle(searches)
    os.environ |= {"DEBUG": "0", "SECRET_KEY": "bench" * 10, "ALLOWED_HOSTS": "127.0.0.1"}
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"], check=True)
    with (
        server("hello", {}) as hello,
        server("axrc.wsgi", {"PAGE_CACHE": "0"}) as bare,
        server("axrc.wsgi", {"PAGE_CACHE": "1"}) as caching,
    ):
        first = Measured(*bare, searches[:1])
        first.round()
        wanted = {
            "hello": Measured(*hello, ["/"] * len(searches)),
            "uncached": Measured(*bare, searches),
            "board": Measured(*bare, ["/jobs/"] * len(searches)),
            "cached": Measured(*caching, searches),
        }
        for measured in wanted.values():
            measured.warm()
        for _ in range(ROUNDS):
            for measured in wanted.values():
                measured.round()
        answers = {name: measured.figures() for name, measured in {"first": first, **wanted}.items()}
    base = answers["hello"][0]
    print(f"\n{connection.vendor}, {options.size} jobs\n")
    print("| request | CPU, ms | x hello | CPU of the database, ms | median wall, ms |")
    print("| --- | --- | --- | --- | --- |")
    for name, (cpu, database, wall) in answers.items():
        print(f"| {name} | {cpu:.2f} | {cpu / base:.2f} | {database:.2f} | {wall:.2f} |")


@contextmanager
def server(app, environment):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = os.environ["VAR_DIR"]
    os.makedirs(folder, exist_ok=True)
    if app == "hello":
        with open(os.path.join(folder, "hello.py"), "w") as file:
            file.write(HELLO)
    command = [sys.executable, "-m", "gunicorn", f"{app}:application" if app == "hello" else app]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--no-control-socket", "--log-level", "error"]
    command += ["--pythonpath", folder] if app == "hello" else []
    process = subprocess.Popen(command, env=os.environ | environment)
    try:
        url = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(url + "/" if app == "hello" else url + "/robots.txt", timeout=5).read()
                break
            except OSError:
                time.sleep(0.2)
        (worker,) = children(process.pid)
        yield url, worker
    finally:
        process.terminate()
        process.wait(timeout=20)


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]


class Measured:
    """What requests to one server cost. The servers take turns, so that a machine that slows down slows all of them."""

    def __init__(self, url, pid, addresses):
        self.addresses = [url + address for address in addresses]
        self.pid = pid
        self.own = self.database = 0.0
        self.walls = []

    def warm(self):
        for address in self.addresses:
            fetch(address)

    def round(self):
        before = cpu(self.pid), database_cpu()
        for address in self.addresses:
            started = time.perf_counter()
            fetch(address)
            self.walls.append(time.perf_counter() - started)
        self.own += cpu(self.pid) - before[0]
        self.database += database_cpu() - before[1]

    def figures(self):
        """(CPU of the server, CPU of the database's process, median wall) a request, in milliseconds."""
        number = len(self.walls)
        return self.own * 1000 / number, self.database * 1000 / number, sorted(self.walls)[number // 2] * 1000


def fetch(address):
    with urllib.request.urlopen(address, timeout=120) as answer:
        return answer.read()


def cpu(pid):
    """Seconds of CPU that a process used, to the nanosecond where the kernel tells."""
    with open(f"/proc/{pid}/schedstat") as file:
        return int(file.read().split()[0]) / 1e9


def database_cpu():
    """Seconds of CPU of PostgreSQL's processes for the bench's database."""
    if "DATABASE_URL" not in os.environ:
        return 0.0
    name = os.environ["DATABASE_URL"].rsplit("/", 1)[-1]
    total = 0.0
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline") as file:
                if f" {name} " in file.read().replace("\0", " "):
                    total += cpu(pid)
        except OSError:
            continue
    return total


if __name__ == "__main__":
    main()
