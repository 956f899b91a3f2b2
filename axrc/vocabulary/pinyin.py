"""How Chinese is read: syllables without tones, from a small table that is opened when it is first needed."""

from functools import cache
from pathlib import Path

from axrc.search.words import fold

TABLE = Path(__file__).parent / "data" / "pinyin.txt"
LONGEST_PHRASE = 3


def syllables(text):
    """A reading for each character of the folded text; what is not Chinese stands for itself: 会计CNC -> kuai ji c n c."""
    readings, phrases = tables()
    text, found, place = fold(text).replace(" ", ""), [], 0
    while place < len(text):
        for size in range(LONGEST_PHRASE, 1, -1):
            if phrase := phrases.get(text[place : place + size]):
                found += phrase
                place += size
                break
        else:
            character = text[place]
            found.append(readings.get(character) or (character if character.isascii() and character.isalnum() else ""))
            place += 1
    return [syllable for syllable in found if syllable]


def pinyin(text):
    """会计 -> kuaiji"""
    return "".join(syllables(text))


def initials(text):
    """会计 -> kj"""
    return "".join(syllable[0] for syllable in syllables(text))


@cache
def tables():
    """(the usual reading of each character, the readings of words)"""
    lines = [line for line in TABLE.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    characters, words, pairs = "\n".join(lines).split("\n\n")
    readings = {}
    for line in characters.split("\n"):
        syllable, of = line.split(" ")
        readings.update(dict.fromkeys(of, syllable))
    phrases = {}
    usual = pairs.replace("\n", "")
    for place in range(0, len(usual), 2):
        pair = usual[place : place + 2]
        phrases[pair] = [readings[character] for character in pair]
    for line in words.split("\n"):
        word, *read = line.split(" ")
        phrases[word] = read
    return readings, phrases
