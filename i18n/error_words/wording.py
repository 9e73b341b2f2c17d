"""Three msgids for an error, and the sentences that several errors share."""

from __future__ import annotations

from typing import NamedTuple

from i18n.translator import N_


class ErrorWords(NamedTuple):
    """Three msgids; ``where`` may be empty."""

    what: str
    where: str
    what_to_do: str


FOLDER = N_("Data folder: {path}.")
FILE = N_("File: {path}.")
TRY_AGAIN = N_("Try again. If it happens again, tell your administrator.")
LATER = N_("Try again later. What was fetched is kept, and the next try goes on from there.")
RESTORE = N_(
    "Leave the file as it is. “desk casebook backups” shows the backups, “desk casebook restore” puts one back; "
    "or ask your administrator."
)
NOTHING_CHANGED = N_("Nothing was changed.")
COPY_AGAIN = N_("Nothing was changed. Copy the file again, or ask the publisher for a new one.")
