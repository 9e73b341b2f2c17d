"""Set-up and checks. ``python3 -m tools`` runs before the virtual environment exists, on the standard library alone."""

import sys

OLDEST_PYTHON = (3, 11)


def refuse_old_python(version: "tuple[int, int]") -> None:
    """End in words, before anything is imported that an older Python does not have."""
    if version < OLDEST_PYTHON:
        sys.exit("Python {}.{} or newer is needed; this is {}.{}.".format(*OLDEST_PYTHON, *version))


refuse_old_python((sys.version_info[0], sys.version_info[1]))
