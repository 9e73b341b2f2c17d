"""The end of the journal as a short code that a person writes down elsewhere, and compares later.

Somebody with the key can write the whole chain anew, head and all, and nothing in the folder would tell. What stands
on a piece of paper in another place does.
"""

from __future__ import annotations

from desk.errors import HeadMistyped
from desk.model.spoken_code import SlipOfTheTongue, bare, spelled, unspelled
from desk.ports.keeping import CasebookKeeper, Head

_BYTES = 5


def written(head: Head) -> str:
    """Return the code: how many events there are, and two groups that stand for all of them."""
    return f"{head.sequence}-{spelled(head.code).replace(' ', '-')}"


def read(typed: str) -> tuple[int, bytes]:
    """Return the number and the hash of a code as it was written down; raises ``HeadMistyped``."""
    number, _, rest = typed.strip().partition("-")
    try:
        return int(bare(number)), unspelled(rest, _BYTES)
    except (SlipOfTheTongue, ValueError):
        raise HeadMistyped(typed=typed) from None


class FindAnchor:
    """Whether a head that was written down is still in the journal: then nothing before it was changed."""

    def __init__(self, keeper: CasebookKeeper) -> None:
        self._keeper = keeper

    def __call__(self, typed: str) -> bool:
        """Look it up; raises ``HeadMistyped``."""
        return self._keeper.holds(*read(typed))
