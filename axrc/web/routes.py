"""Addresses of pages that have none of their own parts in them."""

from functools import cache

from django.urls import reverse


@cache
def address_of(name):
    """Where the page of that name stands. It never moves while a process runs, so it is looked up once."""
    return reverse(name)
