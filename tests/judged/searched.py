"""The desk that is searched: its own errands and starter catalogue, the judged one, and a made-up nation's noise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.bootstrap import OpenedDesk, open_desk
from services.passphrases import GivenPassphrase
from tests.judged.judged_catalogue import JudgedCatalogue
from tests.national_catalogue.drawing import Sizes
from tests.national_catalogue.generate import national
from tests.national_catalogue.source import Documents

PASSPHRASE = "judged only, nothing real"


@contextmanager
def searched_desk(folder: Path, catalogue: JudgedCatalogue, noise: Sizes) -> Iterator[OpenedDesk]:
    """A new data folder with all of it, open for as long as it is needed."""
    with open_desk(folder, GivenPassphrase(PASSPHRASE)) as opened:
        opened.desk.import_catalogue(Documents("judged", catalogue.documents()))
        opened.desk.import_catalogue(Documents("noise", national(noise)))
        yield opened
