"""Who is told how far long work is, and asked whether it is to stop, where nobody cares."""

from __future__ import annotations


def nobody_watches(*how_far: object) -> None:
    """Be told of the progress, and do nothing."""
    del how_far


def nobody_stops() -> bool:
    """Never stop it."""
    return False
