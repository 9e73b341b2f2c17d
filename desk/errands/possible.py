"""Sets of truth values as three bits, and the tables that combine them.

Definite truth is a chain False < NotApplicable < True: *and* is the least, *or* the greatest, *not*
turns the chain round. Not knowing is no fourth value but the set of what is still possible, so a rule
that holds whatever the answer will be is already definite. A table has 8 × 8 places: ``AND[a * 8 + b]``.
"""

from __future__ import annotations

from collections.abc import Callable

FALSE = 0b001
NOT_APPLICABLE = 0b010
TRUE = 0b100
OPEN = FALSE | TRUE
"""Applicable, and not known."""

_BITS = (0, 1, 2)


def _lifted(combine: Callable[[int, int], int]) -> tuple[int, ...]:
    return tuple(
        sum({1 << combine(a, b) for a in _BITS if left >> a & 1 for b in _BITS if right >> b & 1})
        for left in range(8)
        for right in range(8)
    )


AND = _lifted(min)
OR = _lifted(max)
NOT = tuple(sum(1 << (2 - bit) for bit in _BITS if mask >> bit & 1) for mask in range(8))


def mask_of(value: bool | None) -> int:
    """The set of one truth value; ``None`` is not applicable."""
    if value is None:
        return NOT_APPLICABLE
    return TRUE if value else FALSE


# What a value that is no truth can still be. Only one value can be known at a time.

ABSENT = 0b001
"""It may be not applicable."""
KNOWN = 0b010
"""It may be the known value."""
UNKNOWN = 0b100
"""It may be any value."""
