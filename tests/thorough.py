"""How many examples a property is tried with: few in every run, many where DESK_THOROUGH says so (make torture)."""

from __future__ import annotations

import os


def examples(few: int) -> int:
    """Return how many to try now."""
    return few * max(1, int(os.environ.get("DESK_THOROUGH", "1")))
