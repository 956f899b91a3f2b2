"""What is pointed out in a text: to the employer with advice, to the reviewer at its place."""

from django import template

from axrc.text.hits import marked
from jobs.models import ScreeningRule
from jobs.screening import screen

register = template.Library()


@register.inclusion_tag("jobs/_screened.html")
def screened(text):
    """For whoever writes: each wording, why it is better left out, and what to write instead."""
    return {"flags": shown(screen(text)), "is_screened": bool((text or "").strip())}


@register.inclusion_tag("jobs/_screened_text.html")
def screened_text(text, flags=None):
    """For whoever reviews: the text with the places marked, and the rules below. Flags may be given where they are known."""
    flags = screen(text) if flags is None else flags
    return {"marked": marked(text or "", stretches(flags)), "flags": shown(flags)}


def stretches(flags):
    """The places of the flags as marks that stand apart."""
    found = []
    for flag in sorted(flags, key=lambda flag: flag.start):
        if found and flag.start <= found[-1][1]:
            found[-1][1] = max(flag.end, found[-1][1])
        else:
            found.append([flag.start, flag.end])
    return found


def shown(flags):
    """(flag, name of its topic), what is said twice only once."""
    once = {(flag.rule, flag.found): flag for flag in reversed(flags)}
    return [(flag, ScreeningRule.Topic(flag.topic).label) for flag in reversed(once.values())]
