"""Bytes as a code that can be read over the telephone: groups of four symbols, each with a check symbol.

A slip is found in the group where it was made, so that only that group has to be said again.
"""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O or U."""

SYMBOLS = 4
"""Of a group, without its check symbol."""
_BITS_OF_A_GROUP = 5 * SYMBOLS
_READ_AS = str.maketrans("OIL", "011", " -\t\r\n\u00a0")


class SlipOfTheTongue(ValueError):
    """The group, counted from 1, that cannot be right, and how many there are."""

    def __init__(self, group: int, groups: int) -> None:
        super().__init__(f"group {group} of {groups}")
        self.group = group
        self.groups = groups


def groups_of(size: int) -> int:
    """Return how many groups so many bytes make."""
    return -(-8 * size // _BITS_OF_A_GROUP)


def spelled(secret: bytes) -> str:
    """Return bytes in groups of four symbols and a check symbol."""
    groups = groups_of(len(secret))
    number = int.from_bytes(secret, "big")
    symbols = [(number >> 5 * place) & 31 for place in reversed(range(groups * SYMBOLS))]
    grouped = [symbols[start : start + SYMBOLS] for start in range(0, len(symbols), SYMBOLS)]
    return " ".join(
        "".join(ALPHABET[symbol] for symbol in [*group, _check(place, group)]) for place, group in enumerate(grouped)
    )


def bare(typed: str) -> str:
    """Return the symbols that were meant, however they were written: without spacing, and no letter for a digit."""
    return typed.upper().translate(_READ_AS)


def unspelled(typed: str, size: int) -> bytes:
    """Return so many bytes from their spelled form, in any case and spacing; raises ``SlipOfTheTongue``."""
    groups = groups_of(size)
    text = bare(typed)
    whole = SYMBOLS + 1
    symbols: list[int] = []
    for place in range(groups):
        group = [ALPHABET.find(letter) for letter in text[place * whole : (place + 1) * whole]]
        if len(group) != whole or -1 in group or _check(place, group[:SYMBOLS]) != group[SYMBOLS]:
            raise SlipOfTheTongue(place + 1, groups)
        symbols += group[:SYMBOLS]
    number = 0
    for symbol in symbols:
        number = number << 5 | symbol
    if len(text) != groups * whole or number >> 8 * size:
        raise SlipOfTheTongue(groups, groups)
    return number.to_bytes(size, "big")


def _check(place: int, group: list[int]) -> int:
    """A check symbol that finds every single wrong symbol, every swap of two, and groups in the wrong order.

    It is a sum over the field of 32 elements, each place with a weight of its own.
    """
    total = 0
    weight = 1
    for symbol in [*group, place]:
        weight = _times(weight, 2)
        total ^= _times(weight, symbol)
    return total


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        right >>= 1
        left <<= 1
        if left & 32:
            left ^= 0b100101
    return product
