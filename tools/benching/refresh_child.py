"""Fill a new data folder with a catalogue and say what that took: a process of its own, so that its peak is its own.

python -m tools.benching.refresh_child FOLDER CATALOGUE
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from desk.bootstrap import Installation, folder_tools
from desk.usecases.import_catalogue import ImportCatalogue
from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.store import catalogue_in
from offline_cache.store import open_folder
from services.catalogue_files import CatalogueFiles
from services.clock import HelsinkiClock
from services.passphrases import GivenPassphrase
from tools.benching.figures import PASSPHRASE


def filled(path: Path, catalogue: Path) -> dict[str, float]:
    """Import everything; returns objects, services, seconds, the peak of memory and the size on disk in megabytes."""
    folder = open_folder(path, folder_tools(path, GivenPassphrase(PASSPHRASE)), HelsinkiClock().now())
    try:
        forms = LanguageForms(Installation().dictionaries)
        store = catalogue_in(folder, lambda: forms)
        started = time.perf_counter()
        report = ImportCatalogue(store, HelsinkiClock())(CatalogueFiles((catalogue,)))
        seconds = time.perf_counter() - started
    finally:
        folder.close()
    return {
        "objects": report.taken_in.total,
        "services": report.taken_in.services,
        "seconds": seconds,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size": (path / "catalogue.db").stat().st_size / 1e6,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(filled(Path(sys.argv[1]), Path(sys.argv[2]))))
