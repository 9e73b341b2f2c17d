"""Outreach packs."""

from __future__ import annotations

from desk.errors.known import DeskError


class PackError(DeskError):
    """An outreach pack cannot be made or taken in; what is on the desk stays as it is."""

    id = "pack"


class PackDamaged(PackError):
    id = "pack.damaged"


class PackNewer(PackError):
    id = "pack.newer"


class PackKeyUnknown(PackError):
    id = "pack.key_unknown"


class PackOlder(PackError):
    id = "pack.older"


class PackUnreadable(PackError):
    id = "pack.unreadable"


class NothingToPack(PackError):
    id = "pack.nothing_to_pack"


class PublisherKeyRefused(PackError):
    id = "pack.publisher_key_refused"


class FormRefused(PackError):
    id = "pack.form_refused"
