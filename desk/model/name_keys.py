"""Names as they are compared: without case, accents and å/ä/ö, and as they sound to a Finnish or Swedish ear.

One spelling may stand for another: *Virtanen*, *Wirtanen*; *Sjöberg*, *Shöberg*; *Christian*, *Kristian*.
"""

from __future__ import annotations

import re
import unicodedata

_WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "æ": "a", "œ": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "t", "ł": "l", "ŋ": "n", "ŧ": "t", "ı": "i"}
)
"""Letters that are not a letter with an accent."""
_WORD = re.compile(r"[^\W\d_]+")
_SOUNDS = (
    (re.compile(r"sch|sh|sj|stj|skj|tj|kj|ch(?=[eiy])"), "s"),
    (re.compile(r"ck|ch|qu|q|g|c(?![eiy])"), "k"),
    (re.compile(r"c|z|ts"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w|ph|f|hv"), "v"),
    (re.compile(r"th|dt|d"), "t"),
    (re.compile(r"b"), "p"),
    (re.compile(r"j|y"), "i"),
)
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<!^)[aeiou]")


def folded(text: str) -> str:
    """Return a text without what people leave out when they type a name."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE_LETTERS))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, each once; double names are two words."""
    return tuple(dict.fromkeys(_WORD.findall(folded(name))))


def sound(word: str) -> str:
    """Return what words that sound alike have in common: the first letter and the consonants."""
    said = word
    for spelt, heard in _SOUNDS:
        said = spelt.sub(heard, said)
    return _VOWELS.sub("", _TWICE.sub(r"\1", said))
