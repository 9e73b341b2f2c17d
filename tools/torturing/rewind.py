"""Take a casebook back to the schema before its newest step, as an older program left it; the journal stays.

DESK_PASSPHRASE=… python tools/torturing/rewind.py FOLDER
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from offline_cache.connection import StoreKind, connect, transaction
from offline_cache.store import STEPS
from tools.scan_folder import root_key

MADE = re.compile(r"CREATE (TABLE|INDEX) (\w+)")


def main() -> None:
    """Drop the tables and indexes that the newest step made, and forget that it was taken."""
    folder = Path(sys.argv[1])
    before, newest = STEPS[StoreKind.CASEBOOK][-2:]
    (step,) = (Path(__file__).resolve().parents[2] / "offline_cache/migrations/casebook").glob(f"{newest}*.py")
    connection = connect(
        folder / StoreKind.CASEBOOK.file_name, root_key(folder).for_store(StoreKind.CASEBOOK), kind=StoreKind.CASEBOOK
    )
    with transaction(connection):
        for kind, name in MADE.findall(step.read_text(encoding="utf-8")):
            connection.execute(f"DROP {kind} IF EXISTS {name}")
        connection.execute("UPDATE alembic_version SET version_num = ?", (before,))
    connection.close()


if __name__ == "__main__":
    os.environ.setdefault("DESK_PASSPHRASE", "")
    main()
