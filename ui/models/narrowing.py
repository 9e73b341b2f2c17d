"""What results can be narrowed by, in words, ready to be shown as a menu and as chips."""

from __future__ import annotations

from typing import NamedTuple

from desk.model.search import Facet


class NarrowValue(NamedTuple):
    """One value. ``hits``: how many results have it."""

    facet: Facet
    label: str
    hits: int


class NarrowGroup(NamedTuple):
    """All values of one kind, most frequent first."""

    title: str
    values: tuple[NarrowValue, ...]


class Narrowing(NamedTuple):
    """What is offered, what is chosen, and how the query was understood if not as it was typed."""

    groups: tuple[NarrowGroup, ...] = ()
    chosen: tuple[NarrowValue, ...] = ()
    corrected: str = ""
    of_people: bool = False
    """Somebody is looked for, and that is not narrowed."""
    refused: bool = False
    """In this role nobody is."""
