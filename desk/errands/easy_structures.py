"""Structures that easy language does without, as patterns: clauses without a doer or a verb of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desk.errands.sentences import Sentence


class Structure(NamedTuple):
    """One structure: the code it is reported under, what it is, what to write instead."""

    code: str
    kind: str
    instead: str
    pattern: re.Pattern[str]
    hint: re.Pattern[str]
    """Where this is nowhere, the pattern need not be tried: it costs much more."""


class Met(NamedTuple):
    """A structure in a sentence: where in it, and the words."""

    structure: Structure
    at: int
    words: str


def _structure(code: str, kind: str, instead: str, hint: str, *patterns: str) -> Structure:
    return Structure(code, kind, instead, re.compile("|".join(patterns), re.IGNORECASE), re.compile(hint))


_STRUCTURES = {
    "fi": (
        _structure(
            *("W721", "a passive", "say who does it: sinä, Kela, virasto"),
            r"[aä]än\b|aan\b|iin\b|t[uy]\b|\b[Ee]i",
            r"\b(?!asioit)\w{2,}(?:[aeouyäö]taan|[eouyäö]tään|[aeouyä]itään|[aeou]itaan)\b",
            r"\b\w*(?:hdään|iedään|aadaan|uodaan|yödään|äydään|tullaan|ollaan|kuullaan|mennään|pannaan|purraan)\b",
            r"\b\w+[hklmnrstv](?:itaan|itään)\b",
            r"\b(?:ei|eikä)\s(?:makseta|tarvita|oteta|lasketa|haeta|anneta|korvata|lähetetä|avata)\b",
            r"\b(?!net)\w{2,}[aeiouyäö]ttiin\b|\b\w*htiin\b|\b\w+(?:taisiin|täisiin)\b",
            r"\b(?:on|ole|ovat|oli)\s(?:\w+\s)?\w{2,}(?:tt[uy]|ht[uy]|st[uy])\b",
        ),
        _structure(
            *("W722", "a clause without a verb of its own", "write kun, jos, että or niin"),
            r"ess[aä]|[uy]aan\b|[uy]ään\b|tua|tyä|m[aä]ll[aä]|m[aä]tt[aä]",
            r"\b\w+(?:ttaessa|ttäessä|iessa|iessä|aessa|äessä)(?:an|än|ni|si)?\b",
            r"\b\w{3,}(?:tuaan|tyään|tuasi|tyäsi|tuani)\b",
            r"\b(?!sama|maailma|\w*asema)\w{3,}(?:amalla|emalla|imalla|umalla|ämällä|emällä|imällä|ymällä)\b",
            r"\b\w{3,}(?:[aeiou]matta|[äeiyö]mättä)\b",
        ),
        _structure(
            *("W723", "a noun made of a verb", "use the verb: kun haet, jos muutat"),
            "mi(?:nen|s)",
            r"\b(?!ihmi|viimei|lämmi|varmi|päätoimi|trafic)\w{3,}mi(?:nen|sen|sta|stä|seen|sesta|sestä|sella|sellä|seksi|set)(?:si)?\b",
        ),
    ),
}
_JOINING = {
    "fi": re.compile(
        r"\b(?:että|jos|kun|koska|jotta|kunnes|vaikka|jo(?:ka|nka|ta|sta|ssa|hon|lla|lle|lta|tka|ita|iden|ihin)"
        r"|(?<!\A)(?:mitä|milloin|miten|mi[hn]kä|mikä|kuka|ketkä|mihin|missä|mistä))\b",
        re.IGNORECASE,
    ),
}
_SEVERAL = _structure("W724", "several things in one sentence", "one thing in a sentence", r"(?!)", r"(?!)")
_MOST_COMMAS = 1
_MOST_JOINED = 1


def structures_in(sentence: Sentence, language: str) -> Iterator[Met]:
    """What a sentence has that easy language does without."""
    for structure in _STRUCTURES.get(language, ()):
        if structure.hint.search(sentence.text) is None:
            continue
        for found in structure.pattern.finditer(sentence.text):
            yield Met(structure, found.start(), found[0])
    joining = _JOINING.get(language)
    joined = len(joining.findall(sentence.text)) if joining else 0
    if sentence.text.count(",") > _MOST_COMMAS or joined > _MOST_JOINED:
        yield Met(_SEVERAL, 0, sentence.text)
