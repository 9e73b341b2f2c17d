"""Where and for whom is searched, in the marks of the index."""

from __future__ import annotations

from dataclasses import dataclass

from desk.model.search import Facet, FacetKind, Within
from offline_cache.catalogue.marks import EVERYWHERE, MarkBook

NO_SUCH_MARK = "丂"
"""A mark has two characters: nothing has this one, so what is asked for and exists nowhere is not found."""


@dataclass(frozen=True, slots=True)
class Scope:
    """``here``: marks of which one says that it is given in the area. ``chosen``: of each group, one must be there."""

    here: tuple[str, ...] = ()
    area: str | None = None
    """The mark of the area itself, without what is given everywhere."""
    language: str | None = None
    chosen: tuple[tuple[str, ...], ...] = ()
    channel_kinds: frozenset[str] = frozenset()
    """Chosen kinds of channels: of services, their channels tell."""


def scope_of(within: Within, marks: MarkBook) -> Scope:
    """The marks of what was asked."""
    here: tuple[str, ...] = ()
    area = None
    everywhere = marks.mark(EVERYWHERE)
    if within.area:
        area = marks.mark(Facet(FacetKind.AREA, within.area))
        here = tuple(mark for mark in (area, everywhere) if mark)
    language = within.citizen_language
    groups: dict[FacetKind, list[str]] = {}
    for facet in sorted(within.chosen):
        if facet.kind is not FacetKind.CHANNEL_KIND:
            groups.setdefault(facet.kind, []).append(marks.mark(facet) or NO_SUCH_MARK)
    if FacetKind.AREA in groups and everywhere:
        groups[FacetKind.AREA].append(everywhere)
    return Scope(
        here=here,
        area=area,
        language=marks.mark(Facet(FacetKind.LANGUAGE, language)) if language else None,
        chosen=tuple(tuple(group) for group in groups.values()),
        channel_kinds=frozenset(facet.value for facet in within.chosen if facet.kind is FacetKind.CHANNEL_KIND),
    )


def in_strong(match: str, groups: tuple[tuple[str, ...], ...]) -> str:
    """A question to the index of names, narrowed."""
    return _narrowed(match, [f"marks : {_either(group)}" for group in groups])


def in_text(match: str, groups: tuple[tuple[str, ...], ...]) -> str:
    """A question to the index of texts, narrowed."""
    return _narrowed(match, [_either(group) for group in groups])


def _narrowed(match: str, marks: list[str]) -> str:
    return " AND ".join((f"({match})", *marks)) if marks else match


def _either(group: tuple[str, ...]) -> str:
    return "(" + " OR ".join(f'"{mark}"' for mark in group) + ")"
