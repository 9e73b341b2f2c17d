"""The door: ``desk`` alone opens the window, ``desk COMMAND`` is the command line; ``--practice`` a window to practise.

The window does not wait for what only the command line needs, so the command line is imported behind the choice.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desk import bootstrap

DATA_DIR = "--data-dir"
PRACTICE = "--practice"


def main() -> int:
    """Run the program as it was called and return its exit code."""
    bootstrap.forbid_core_dumps()
    arguments = sys.argv[1:]
    if PRACTICE in arguments:
        from desk.cli.practising import run_practice

        return run_practice(arguments)
    if is_for_the_window(arguments):
        return bootstrap.window(data_dir_of(arguments))
    from desk.cli.main import run

    return run(arguments)


def is_for_the_window(arguments: Sequence[str]) -> bool:
    """Whether nothing was asked for, except perhaps which data folder."""
    match arguments:
        case [] | ["--data-dir", _]:
            return True
        case [option]:
            return option.startswith(f"{DATA_DIR}=")
    return False


def data_dir_of(arguments: Sequence[str]) -> Path | None:
    """The data folder that was named on the line, else in DESK_DATA_DIR; none: the usual one."""
    if not arguments:
        named = os.environ.get("DESK_DATA_DIR", "")
    elif len(arguments) == 1:
        named = arguments[0].removeprefix(f"{DATA_DIR}=")
    else:
        named = arguments[1]
    return Path(named) if named else None


if __name__ == "__main__":
    sys.exit(main())
