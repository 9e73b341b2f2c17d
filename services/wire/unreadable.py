"""What a decoder cannot read, as a problem that names the object, the field and the reason."""

from __future__ import annotations

import re

import msgspec

from desk.model.intake import IntakeProblem, ProblemKind

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What a decoder says of bytes that are not what they should be; the last one of brackets without end."""

PATH_IN_MESSAGE = re.compile(r" - at `\$?\.?(?P<path>[^`]*)`$")
MISSING_FIELD = re.compile(r"missing required field `(\w+)`")


def broken(file: str, identity: str | None, error: Exception) -> IntakeProblem:
    """The problem with an object, from what the decoder says of it."""
    message = str(error)
    found = PATH_IN_MESSAGE.search(message)
    path = found["path"] if found else None
    reason = message[: found.start()] if found else message
    if path is None and (missing := MISSING_FIELD.search(message)):
        path = missing[1]
    return IntakeProblem(ProblemKind.BROKEN, file, identity, path, reason)
