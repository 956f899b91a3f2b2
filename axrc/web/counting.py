"""Counts of small things that visitors do: they wait in the cache and are folded into rows of the database by the handful.

What waits lies under running numbers. Whoever adds the PENDING-th, or the first after SECONDS, folds all that wait: also
where each process has a cache of its own, which no command of another process could reach. So things are recorded by
requests that may write, never by a GET. What a cache forgets, a process takes with it when it ends, or arrives in the very
moment of a fold, is at most that little.
"""

from collections import Counter
from time import time

from django.core.cache import cache

PENDING = 20
SECONDS = 60
# More never wait: so many numbers a fold looks back where the cache has forgotten up to which were folded.
MOST_PENDING = 1000
KEPT = 24 * 3600  # seconds
FOLDING_TAKES = 30  # seconds, at the most


class Buffer:
    """What waits under one name. `write` gets {thing: how often} and adds it to the database, all of it or nothing."""

    def __init__(self, name, write):
        self.name = name
        self.write = write
        self.newest = f"{name}.newest"
        self.folded = f"{name}.folded"
        self.recently_folded = f"{name}.recently"
        self.folding = f"{name}.folding"

    def record(self, thing):
        """Let one more wait, and fold when it is time."""
        number = self.next_number()
        cache.set(self.waiting(number), thing, KEPT)
        if cache.add(self.recently_folded, True, SECONDS) or number - cache.get(self.folded, 0) >= PENDING:
            self.fold()

    def next_number(self):
        """One more than the last. After a loss they go on from the clock in milliseconds, ahead of all that were given."""
        try:
            return cache.incr(self.newest)
        except ValueError:
            cache.add(self.newest, int(time() * 1000), None)
            return cache.incr(self.newest)

    def waiting(self, number):
        return f"{self.name}:{number}"

    def fold(self):
        """Move what waits into the database, and return how many that were. One at a time.

        The rows are written first: should the process die in between, a few count twice, but a database that can't be
        written loses none.
        """
        if cache.add(self.folding, True, FOLDING_TAKES):
            try:
                newest = cache.get(self.newest, 0)
                things = self.things_between(max(cache.get(self.folded, 0), newest - MOST_PENDING), newest)
                if things:
                    self.write(Counter(things.values()))
                cache.delete_many(things)
                cache.set(self.folded, newest, None)
                return len(things)
            finally:
                cache.delete(self.folding)
        else:
            return 0

    def things_between(self, folded, newest):
        """{key in the cache: thing} of what waits."""
        return cache.get_many([self.waiting(number) for number in range(folded + 1, newest + 1)])
