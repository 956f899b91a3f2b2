"""What staff may write to say which wordings they mean: plain words, or a small language that cannot run away.

    35岁以下          these letters, however they are written (３５ 岁 以 下)
    (女士|女性)优先    one or the other
    [男女]  \\d        one of these letters; a digit
    限制?  \\d{1,3}    there or not; so many times
    .{0,6}            anything within the same clause that does not deny, as little as possible
    ^男$              a clause begins, a clause ends

There is no repeating without an end, and all ways in which a pattern could be tried at one place are counted beforehand,
so the time for a text grows with its length alone.
"""

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from math import prod

from axrc.search.words import SIMPLIFIED

# Stands in a folded text wherever a clause ends (jobs/screening/folding.py).
END_OF_CLAUSE = "。"
# What stands between two words may be anything but these: they say the contrary (体检不含乙肝).
DENIALS = "不无未没免勿"
MOST_TIMES = 20
MOST_WAYS = 1000
MOST_WORDS = 100
LONGEST = 300
SPECIAL = frozenset("()[]{}|?.^$\\*+")
# So many single letters, one of which a text must have, are still worth looking for.
MOST_NEEDED = 40


class Invalid(ValueError):
    """What is wrong with a pattern, in words for whoever wrote it."""


def letters(text):
    """The letters of a text, one form for each: full-width and half-width, upper and lower case, traditional."""
    return unicodedata.normalize("NFKC", text).lower().translate(SIMPLIFIED)


@dataclass(frozen=True)
class Part:
    """A piece of a pattern: its expression, in how many ways it may match at one place, and what a text must have for it.

    `words` are all that it can be, where it is made of plain words; of those no two begin alike, as a rule, so one matches.
    `needed` are words of which a text has at least one where the part matches; None where nothing can be said of it.
    `letter` is the letter that it is, if it is one.
    """

    expression: str
    ways: int = 1
    needed: tuple | None = None
    letter: str = ""
    words: tuple | None = None
    has_length: bool = True
    longest: int = 1
    begins_with_digit: bool = False
    ends_with_digit: bool = False


class Parser:
    def __init__(self, source):
        if len(source) > LONGEST:
            raise Invalid(f"太长了，最多 {LONGEST} 个字")
        self.rest = list(reversed(source))

    def whole(self):
        part = self.choice()
        if self.rest:
            raise Invalid("多了一个“)”")
        if not part.has_length:
            raise Invalid("什么文字都会符合，请写出具体的词")
        if part.ways > MOST_WAYS:
            raise Invalid("可能的写法太多，请减少“?”“{}”和“|”，或拆成几行")
        return part

    def choice(self):
        parts = [self.sequence()]
        while self.next_is("|"):
            self.rest.pop()
            parts.append(self.sequence())
        return either(parts) if len(parts) > 1 else parts[0]

    def sequence(self):
        parts = []
        while self.rest and not self.next_is("|", ")"):
            parts.append(self.repeated(self.item()))
        return together(parts)

    def item(self):
        character = self.rest.pop()
        match character:
            case "(":
                part = self.choice()
                self.take(")", "少了一个“)”")
                return part
            case "[":
                return self.one_of()
            case ".":
                return Part(f"[^{END_OF_CLAUSE}{DENIALS}]")
            case "^":
                return Part(f"(?<![^{END_OF_CLAUSE}])", has_length=False, longest=0)
            case "$":
                return Part(f"(?![^{END_OF_CLAUSE}])", has_length=False, longest=0)
            case "\\":
                self.take("d", "“\\”后面只能是 d，表示一个数字")
                return DIGIT
            case _ if character in SPECIAL:
                raise Invalid(f"这里不能写“{character}”")
        return together([letter_part(letter) for letter in letters(character) if is_kept(letter)])

    def one_of(self):
        found = ""
        while self.rest and not self.next_is("]"):
            character = self.rest.pop()
            if character in SPECIAL or character == "-":
                raise Invalid(f"“[]”里不能写“{character}”，请一个一个写出要的字")
            found += letters(character)
        self.take("]", "少了一个“]”")
        found = "".join(dict.fromkeys(letter for letter in found if is_kept(letter)))
        if not found:
            raise Invalid("“[]”里没有字")
        return either([letter_part(letter) for letter in found], f"[{found}]")

    def repeated(self, part):
        if self.next_is("?"):
            self.rest.pop()
            least, most = 0, 1
        elif self.next_is("{"):
            self.rest.pop()
            least, most = self.numbers()
        else:
            return part
        if not part.has_length:
            raise Invalid("“^”“$”不能重复")
        if part.ways > 1 and most > 1:
            raise Invalid("括号里有几种写法时不能再重复几次")
        # What may be anything is taken as short as it can be, a word as long as it is there.
        few = "?" if part.expression.startswith("[^") else ""
        return Part(
            f"(?:{part.expression}){{{least},{most}}}{few}",
            ways=1 + (most - least) * part.ways,
            needed=part.needed if least else None,
            has_length=least > 0,
            longest=most * part.longest,
            begins_with_digit=part.begins_with_digit,
            ends_with_digit=part.ends_with_digit,
        )

    def numbers(self):
        written = ""
        while self.rest and not self.next_is("}"):
            written += self.rest.pop()
        self.take("}", "少了一个“}”")
        least, _, most = written.partition(",")
        most = most or least
        if not (least.isascii() and least.isdigit() and most.isascii() and most.isdigit()):
            raise Invalid("“{}”里要写次数，如 {0,6}")
        if not int(least) <= int(most) <= MOST_TIMES or int(most) == 0:
            raise Invalid(f"“{{}}”里的次数要从小到大，最多 {MOST_TIMES}")
        return int(least), int(most)

    def next_is(self, *characters):
        return bool(self.rest) and self.rest[-1] in characters

    def take(self, character, complaint):
        if not self.next_is(character):
            raise Invalid(complaint)
        self.rest.pop()


DIGIT = Part("[0-9]", begins_with_digit=True, ends_with_digit=True)


def is_kept(letter):
    """Whether a folded text has it: blanks and signs within a wording are not compared."""
    return letter.isalnum() or letter in "、-%"


def letter_part(letter):
    is_digit = letter.isascii() and letter.isdigit()
    return Part(
        "\\-" if letter == "-" else letter,
        needed=(letter,),
        letter=letter,
        words=(letter,),
        begins_with_digit=is_digit,
        ends_with_digit=is_digit,
    )


def together(parts):
    """One part after the other."""
    words = ("",)
    for part in parts:
        is_plain = words and part.words and len(words) * len(part.words) <= MOST_WORDS
        words = tuple(first + last for first in words for last in part.words) if is_plain else None
    return Part(
        "".join(part.expression for part in parts),
        ways=prod(part.ways for part in parts),
        words=words if parts else None,
        needed=best_needed(parts),
        letter=parts[0].letter if len(parts) == 1 else "",
        has_length=any(part.has_length for part in parts),
        longest=sum(part.longest for part in parts),
        begins_with_digit=bool(parts) and parts[0].begins_with_digit,
        ends_with_digit=bool(parts) and parts[-1].ends_with_digit,
    )


def either(parts, expression=""):
    is_known = all(part.needed for part in parts)
    words = (
        tuple(dict.fromkeys(word for part in parts for word in part.words)) if all(part.words for part in parts) else None
    )
    return Part(
        expression or f"(?:{'|'.join(part.expression for part in parts)})",
        ways=longest_chain(words) if words else sum(part.ways for part in parts),
        words=words,
        needed=tuple(dict.fromkeys(word for part in parts for word in part.needed)) if is_known else None,
        has_length=all(part.has_length for part in parts),
        longest=max(part.longest for part in parts),
        begins_with_digit=any(part.begins_with_digit for part in parts),
        ends_with_digit=any(part.ends_with_digit for part in parts),
    )


def longest_chain(words):
    """How many of the words may stand at one place: each of them begins the next."""
    return max(sum(word.startswith(other) for other in words) for word in words)


def best_needed(parts):
    """What tells the most: long words rather than letters, few rather than many."""
    choices = []
    for is_letter, run in groupby(parts, key=lambda part: bool(part.letter)):
        if is_letter:
            choices.append(("".join(part.letter for part in run),))
        else:
            choices += [part.needed for part in run if part.needed and len(part.needed) <= MOST_NEEDED]
    return max(choices, key=lambda words: (min(map(len, words)) > 1, -len(words), min(map(len, words))), default=None)


@dataclass(frozen=True)
class Pattern:
    """The expression for a folded text, and words one of which each match holds (None: nothing can be said of them)."""

    expression: str
    needed: tuple | None
    longest: int


def parse(source):
    """Raises Invalid. A number at its edge is a whole number: 985 is not in 9850."""
    part = Parser(source.strip()).whole()
    before = "(?<![0-9])" if part.begins_with_digit else ""
    after = "(?![0-9])" if part.ends_with_digit else ""
    return Pattern(f"{before}(?:{part.expression}){after}", part.needed, part.longest)
