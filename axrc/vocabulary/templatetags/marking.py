"""{{ job.title|highlight:words }}"""

from django import template

from axrc.vocabulary.marking import mark

register = template.Library()


@register.filter
def highlight(text, words):
    """The escaped text with the words marked in it; `words` is what was typed, or a list of words."""
    return mark(str(text), words.split() if isinstance(words, str) else words or ())
