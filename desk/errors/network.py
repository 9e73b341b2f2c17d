"""What is fetched from outside."""

from __future__ import annotations

from desk.errors.known import DeskError


class NetworkError(DeskError):
    """Something outside could not be reached or read; what is on the desk stays as it is."""

    id = "network"


class SourceUnreachable(NetworkError):
    id = "network.unreachable"


class SourceBusy(NetworkError):
    id = "network.busy"


class SourceRefused(NetworkError):
    id = "network.refused"


class SourceUnreadable(NetworkError):
    id = "network.unreadable"
