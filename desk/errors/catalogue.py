"""The service catalogue."""

from __future__ import annotations

from desk.errors.known import DeskError


class CatalogueError(DeskError):
    """The service catalogue, or what was asked of it."""

    id = "catalogue"


class ServiceUnknown(CatalogueError):
    id = "catalogue.service_unknown"


class ServiceWithdrawn(ServiceUnknown):
    """It was here, and the national catalogue has it no longer: ``name`` and ``day`` tell what and since when."""

    id = "catalogue.service_withdrawn"


class SearchUnreadable(CatalogueError):
    id = "catalogue.search_unreadable"


class ImportCancelled(CatalogueError):
    id = "catalogue.import_cancelled"


class RefreshFellOver(CatalogueError):
    id = "catalogue.refresh_fell_over"
