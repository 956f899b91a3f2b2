"""What somebody may have meant who typed a word that is nowhere."""

from axrc.vocabulary import keys
from axrc.vocabulary.models import Term
from axrc.vocabulary.pinyin import pinyin

# Terms compared with the word, the weightiest ones.
MOST = 200


def nearest(word):
    """Words that sound the same, then those one character (in pinyin one letter) off: more, less, another, two swapped."""
    text = keys.plain(word)
    is_pinyin = keys.is_latin(text)
    if not 2 <= len(text) <= (keys.LONGEST_MISSPELT_PINYIN if is_pinyin else keys.LONGEST_MISSPELT):
        return []
    reading = text if is_pinyin else pinyin(text)
    wanted = keys.misspellings(text, reading if is_pinyin else "") | {f"e{reading}"[: keys.LONGEST_KEY]}
    terms = Term.objects.filter(keys__key__in=wanted).order_by("-weight", "text").distinct()[:MOST]
    ranked = {}
    for term in terms:
        form = keys.plain(term.text)
        if form == text:
            continue
        if term.pinyin == reading:
            ranked.setdefault(term.text, 0)
        elif is_one_off(text, form) or (is_pinyin and is_one_off(text, term.pinyin)):
            ranked.setdefault(term.text, 1)
    return sorted(ranked, key=ranked.get)


def is_one_off(one, other):
    """Whether one character more, less or other, or two neighbours swapped, makes one word the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )
