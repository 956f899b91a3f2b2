"""The filters of a list. In Python, because a board has some two hundred options and every search draws them anew."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html

register = template.Library()

NOTHING = format_html("{}", "")
OPEN = format_html(" open{}", "")
CHECKED = format_html(" checked{}", "")
END = format_html("</details>{}", "")
PILLS = format_html('<div class="pills">{}', "")
PILLS_END = format_html("</div>{}", "")


@register.simple_tag
def facet_options(facet):
    """What can be chosen, with what each option would find.

    A facet has name, label, is_multiple, is_deep, chosen, any_url, groups {label: options} and empty [label]; an option has
    value, label, count_label, is_chosen.
    """
    return joined([*options_of(facet)])


@register.simple_tag
def facet(facet, is_open=False):
    """A filter that folds."""
    head = facet_head(facet.name, facet.label, bool(is_open or facet.chosen), len(facet.chosen))
    return joined([head, *options_of(facet), END])


def joined(pieces):
    """Finished pieces of markup as one."""
    return format_html("{}" * len(pieces), *pieces)


@lru_cache(1024)
def facet_head(name, label, is_open, chosen):
    hint = format_html('<span class="is-hidden-visually">已选 {}</span>', "")
    return format_html(
        '<details class="facet" id="facet-{}"{}><summary><span class="facet-label">{}</span>{}{}</summary>',
        name,
        OPEN if is_open else NOTHING,
        label,
        format_html('<span class="facet-chosen">{}{}</span>', hint, chosen) if chosen else NOTHING,
        render_to_string("components/_chevron.html"),
    )


def options_of(facet):
    """Pieces of markup, all of them finished."""
    yield options_head(facet.label, facet.any_url if facet.chosen else "")
    for label, options in facet.groups.items():
        is_whole = facet.is_deep and label
        if is_whole:
            yield group_head(label, options[0].count_label, any(option.is_chosen for option in options))
        elif label and len(facet.groups) > 1:
            yield part_head(label)
        yield PILLS
        kind, name = "checkbox" if facet.is_multiple else "radio", facet.name
        for option in options:
            yield pill(kind, name, option.value, option.label, option.label == label, option.is_chosen, option.count_label)
        yield PILLS_END
        if is_whole:
            yield END
    if facet.empty:
        yield folded(tuple(facet.empty))
    yield PILLS_END


@lru_cache(1024)
def options_head(label, url):
    hint = format_html('<span class="is-hidden-visually">：{}</span>', label)
    if url:
        link = format_html('<a class="pill-link" href="{}">不限{}</a>', url, hint)
    else:
        link = format_html('<span class="pill-link" aria-current="true">不限{}</span>', hint)
    return format_html('<div class="facet-options" role="group" aria-label="{}">{}', label, link)


@lru_cache(4096)
def group_head(label, count, is_open):
    return format_html(
        '<details class="facet-group"{}><summary>{} <small>{}</small></summary>', OPEN if is_open else NOTHING, label, count
    )


@lru_cache(1024)
def part_head(label):
    return format_html('<p class="facet-part">{}</p>', label)


@lru_cache(20_000)
def pill(kind, name, value, label, is_whole, is_chosen, count):
    return format_html(
        '<label class="pill"><input type="{}" name="{}" value="{}" id="f-{}-{}"{}>'
        "<span>{}{} <small>{}</small></span></label>",
        *(kind, name, value, name, value),
        CHECKED if is_chosen else NOTHING,
        "全部" if is_whole else "",
        label,
        count,
    )


@lru_cache(1024)
def folded(labels):
    """Options that would find nothing: named, out of the way."""
    return format_html(
        '<details class="facet-empty"><summary>{} 项没有符合的结果</summary><p>{}</p></details>',
        len(labels),
        "、".join(labels),
    )
