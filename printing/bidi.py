"""Right-to-left writing: joined letters, and the order in which a line's letters stand on paper.

Lines are broken in reading order; then each line is put in order on its own by Unicode's algorithm,
with the direction of the paragraph as its base.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from arabic_reshaper import ArabicReshaper
from bidi import algorithm as bidi

LEFT_TO_RIGHT_EMBEDDING = "\u202a"
END_OF_EMBEDDING = "\u202c"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_LEVELS = {"L": 0, "R": 1}


def has_right_to_left(text: str) -> bool:
    """Whether any letter is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def joined(word: str) -> str:
    """An Arabic word in the letter forms that join; any other word as it is."""
    if not _ARABIC.search(word):
        return word
    shaped: str = _reshaper().reshape(word)
    return shaped


@lru_cache(maxsize=1)
def _reshaper() -> ArabicReshaper:
    return ArabicReshaper({"delete_harakat": True, "support_ligatures": True})


def levels(text: str, right_to_left: bool) -> list[int]:
    """The embedding level of each character of a line, in reading order.

    A character that the algorithm takes out (an embedding mark) has the level of the one before it.
    """
    base = _LEVELS["R" if right_to_left else "L"]
    storage = bidi.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "R" if right_to_left else "L"
    storage["chars"] = [
        {"ch": char, "level": base, "type": kind, "orig": kind, "index": index}
        for index, char in enumerate(text)
        for kind in (unicodedata.bidirectional(char) or "L",)
    ]
    bidi.explicit_embed_and_overrides(storage, False)
    bidi.resolve_weak_types(storage, False)
    bidi.resolve_neutral_types(storage, False)
    bidi.resolve_implicit_levels(storage, False)
    resolved: list[int | None] = [None] * len(text)
    for record in storage["chars"]:
        resolved[record["index"]] = record["level"]
    return _filled(resolved, base)


def _filled(resolved: Sequence[int | None], base: int) -> list[int]:
    result: list[int] = []
    for level in resolved:
        result.append(level if level is not None else (result[-1] if result else base))
    return result


def visual_order(line_levels: Sequence[int]) -> list[int]:
    """Positions in reading order, listed from left to right as they stand on paper (rule L2)."""
    order = list(range(len(line_levels)))
    if not order:
        return order
    lowest_odd = min((level for level in line_levels if level % 2), default=0)
    for level in range(max(line_levels), lowest_odd - 1, -1):
        if level == 0:
            break
        start = 0
        while start < len(order):
            if line_levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and line_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order


def as_seen(char: str, level: int) -> str:
    """The character as it is drawn: brackets turn round where writing runs to the left."""
    if level % 2 and unicodedata.mirrored(char):
        turned: str = bidi.MIRRORED.get(char, char)
        return turned
    return char
