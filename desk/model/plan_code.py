"""The code on a kept plan: 8 random Crockford base32 characters and a check, to be read aloud and typed."""

from __future__ import annotations

import secrets

from desk.errors import PlanCodeMistyped
from desk.model.ids import PlanCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans("OIL", "011", " -–")
_LENGTH = 8
_CHECK_MODULUS = 37
"""Crockford's check: the remainder by 37 finds every single error and every swap of neighbours."""


def draw_code() -> PlanCode:
    """Draw a code at random, such that its check is a letter or a digit too and not one of Crockford's five signs."""
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))
        check = _check(body)
        if check < len(ALPHABET):
            return PlanCode(body + ALPHABET[check])


def read_code(typed: str) -> PlanCode:
    """Read a code as typed: any case, spaces and dashes, O for 0, I and L for 1.

    Raises ``PlanCodeMistyped`` when it cannot be a code.
    """
    text = typed.upper().translate(_LOOK_ALIKES)
    known = len(text) == _LENGTH + 1 and all(sign in ALPHABET for sign in text)
    if not known or ALPHABET.index(text[-1]) != _check(text[:-1]):
        raise PlanCodeMistyped(typed=typed)
    return PlanCode(text)


def written(code: PlanCode) -> str:
    """Return the code as it is printed: in groups that can be read aloud, ``K7QM-4T2X-9``."""
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"


def _check(body: str) -> int:
    number = 0
    for sign in body:
        number = number * len(ALPHABET) + ALPHABET.index(sign)
    return number % _CHECK_MODULUS
