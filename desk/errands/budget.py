"""How much all rules together may come to, so that a little that is written cannot take minutes to read.

What is said of a group is read for each of its members: a line of a rule becomes twelve, and inside a step of each
member twelve times twelve. Real content has a few thousand parts.
"""

from __future__ import annotations

from desk.errands import syntax
from desk.errands.diagnostics import ExpressionFault
from desk.errands.parser import parse

MOST_PARTS = 50_000
"""Parts that all rules may have together."""
PARTS_OF_A_COPY = 20
"""What a fact or step counts that is read once more for a member of a group."""


class Budget:
    """What is left of the parts."""

    def __init__(self, most: int = MOST_PARTS) -> None:
        self._most = most
        self._left = most

    @property
    def is_spent(self) -> bool:
        """True when nothing more is read."""
        return self._left < 0

    @property
    def wrong(self) -> str:
        """What to say then."""
        return f"all rules together have more than {self._most} parts, members of groups counted"

    def tree_of(self, text: str) -> syntax.Written:
        """Read an expression, as long as there is something left."""
        self.take(1)
        written = parse(text)
        self.take(syntax.size_of(written))
        return written

    def take(self, parts: int) -> None:
        """Spend some, or raise the fault that there are not so many."""
        self._left -= parts
        if self.is_spent:
            raise ExpressionFault("E113", 0, self.wrong, "fewer members (at_most), or shorter rules for each of them")
