"""What freshness and the point's notes need from the world, together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.ports.catalogue_ties import CatalogueNews, CatalogueTies
from desk.ports.link_prober import LinkChecks
from desk.ports.point_notes import DeskUse, PointNotes

if TYPE_CHECKING:
    from desk.ports.packs import FormShelf


@dataclass(frozen=True, slots=True)
class FreshPorts:
    """Small ports; the shelf of official forms comes when the first form is asked for."""

    notes: PointNotes
    use: DeskUse
    ties: CatalogueTies
    news: CatalogueNews
    links: LinkChecks
    forms: Callable[[], FormShelf]
