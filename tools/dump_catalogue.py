"""Print every real object of a data folder's catalogue: what torture compares with the source.

    DESK_PASSPHRASE=… python tools/dump_catalogue.py FOLDER WORD

One JSON object: ``objects``, kind → id → the object as the desk's model has it; ``areas`` that are kept; and ``hits``,
how much the search finds for a word. A process of its own, as a reader beside others.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent))

from desk import bootstrap
from offline_cache.catalogue.rows import object_of
from offline_cache.store import Access
from services.passphrases import GivenPassphrase

EVERYTHING = "SELECT kind, id, body FROM entry WHERE starter = 0"


def main() -> None:
    """Print it."""
    objects: dict[str, dict[str, object]] = {}
    passphrase = GivenPassphrase(os.environ["DESK_PASSPHRASE"])
    with bootstrap.open_desk(Path(sys.argv[1]), passphrase, Access.READ) as opened:
        for kind, identity, body in opened.folder.catalogue.execute(EVERYTHING):
            objects.setdefault(kind, {})[identity] = object_of(kind, body)
        areas = [str(area) for area in bootstrap.refresh_memory(opened).areas]
        hits = len(opened.desk.find_service(sys.argv[2], "fi").hits)
    sys.stdout.write(msgspec.json.encode({"objects": objects, "areas": areas, "hits": hits}).decode())


if __name__ == "__main__":
    main()
