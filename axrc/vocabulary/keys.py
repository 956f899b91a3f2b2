"""The keys under which a term is looked up, and those under which something typed looks for it.

The first letter of a key says what kind it is: p begins the text, i stands inside it, z is the whole pinyin of its first
characters, y any beginning of the pinyin, s the first of its initials, w a Latin word in it, d the text less one
character, e the pinyin less one letter.
"""

from itertools import accumulate, pairwise

from axrc.search.words import RUN, fold
from axrc.vocabulary.pinyin import syllables

LONGEST_READING = 40
LONGEST_KEY = 24
# Of longer beginnings only so much is a key; the rest is compared.
LONGEST_BEGINNING = 8
LONGEST_INITIALS = 6
# Longer words are hardly misspelt into another word, and longer pinyin would need many keys.
LONGEST_MISSPELT = 8
LONGEST_MISSPELT_PINYIN = 16


def of(term, *, may_be_meant):
    """All keys of a term that has been read; with those for misspellings if it may be meant by one."""
    text = plain(term.text)
    found = {f"p{text[:size]}" for size in range(1, min(len(text), LONGEST_BEGINNING) + 1)}
    found |= {f"i{first}{second}" for first, second in pairwise(text[1:])}
    found |= {f"w{word}"[:LONGEST_KEY] for word in latin_words(term.text)}
    if not text.isascii():
        found |= {f"z{whole}" for whole in accumulate(syllables(term.text)) if len(whole) <= LONGEST_BEGINNING}
        found |= {f"y{term.pinyin[:size]}" for size in range(1, min(len(term.pinyin), LONGEST_BEGINNING) + 1)}
        found |= {f"s{term.initials[:size]}" for size in range(1, min(len(term.initials), LONGEST_INITIALS) + 1)}
    if may_be_meant:
        found |= misspellings(text, term.pinyin)
    return found


def misspellings(text, pinyin):
    """Two words of which one is at most one character off the other share one of these keys."""
    found = set()
    if 2 <= len(text) <= LONGEST_MISSPELT:
        found |= {f"d{form}" for form in shortened(text)}
    if 4 <= len(pinyin) <= LONGEST_MISSPELT_PINYIN:
        found |= {f"e{form}" for form in shortened(pinyin)}
    return found


def shortened(word):
    """The word, and the word without each of its characters."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def plain(text):
    """What of a text is compared: folded, without blanks and signs."""
    return "".join(run[0] for run in RUN.finditer(fold(text)))


def latin_words(text):
    """The words of a text that are not Chinese."""
    return [run[0] for run in RUN.finditer(fold(text)) if run[0].isascii()]


def is_latin(word):
    """Whether it may be pinyin."""
    return word.isascii() and word.isalpha()
