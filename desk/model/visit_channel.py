"""How the citizen and the desk meet; a visit may go from one channel to another."""

from __future__ import annotations

from enum import StrEnum


class VisitChannel(StrEnum):
    """How they meet now."""

    DESK = "desk"
    PHONE = "phone"
    REMOTE = "remote"
    OUTREACH = "outreach"
    LETTER = "letter"
    MESSAGE = "message"
    """A secure message."""
