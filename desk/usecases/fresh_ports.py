"""What freshness and the point's notes need from the world, together."""

from __future__ import annotations

from dataclasses import dataclass

from desk.ports.catalogue_ties import CatalogueNews, CatalogueTies
from desk.ports.link_prober import LinkChecks
from desk.ports.point_notes import DeskUse, PointNotes


@dataclass(frozen=True, slots=True)
class FreshPorts:
    """Five small ports."""

    notes: PointNotes
    use: DeskUse
    ties: CatalogueTies
    news: CatalogueNews
    links: LinkChecks
