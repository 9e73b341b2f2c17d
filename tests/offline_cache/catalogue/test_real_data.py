"""Real data of the national catalogue: imported, found, shown. Skipped where it is not at hand."""

from __future__ import annotations

import pytest

from desk.model.hours import OpenState
from desk.model.search import HitKind
from desk.model.service_sheet import TextOrigin
from desk.usecases.import_catalogue import ImportCatalogue
from desk.usecases.show_service import ShowService
from services.catalogue_files import CatalogueFiles
from tests.fakes import FakeClock
from tests.offline_cache.catalogue.made import NOW, REAL

SCHOOL = "3668d250-cd80-45c4-abcc-9b2d3a2b3e42"
CAMPUS = "961f1a02-0eb7-4b5d-9721-6b9f2d14ec6f"

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason=f"the real data is not here: {REAL}")


@pytest.fixture
def report(store):
    return ImportCatalogue(store, FakeClock(NOW))(CatalogueFiles([REAL]))


def test_all_of_it_goes_in(report, store):
    counts = report.taken_in
    assert (counts.general_descriptions, counts.services, counts.channels) == (229, 2, 1)
    assert not report.problems
    assert store.status(NOW).counts == counts


def test_once(report, store):
    again = ImportCatalogue(store, FakeClock(NOW))(CatalogueFiles([REAL]))
    assert (again.taken_in.total, again.unchanged) == (0, 232)


@pytest.mark.parametrize(
    ("query", "language", "name"),
    [
        ("lasten palveluohjausta", "fi", "Lasten palveluohjaus"),
        ("nettilukion", "fi", "Nettilukio aikuisille"),
        ("palveluasumisen", "fi", "Palveluasuminen"),
        ("business consulting", "en", "Business development consulting"),
        ("affärsverksamheten utveckling", "sv", "Rådgivning om utveckling av affärsverksamhet"),
    ],
)
def test_found(report, store, query, language, name):
    assert name in [hit.name for hit in store.search(query, language).hits[:5]]


@pytest.mark.slow
def test_every_object_has_a_sheet_and_is_found_by_its_name(report, store, connection):
    kinds = set()
    for identity, _ in connection.execute("SELECT id, kind FROM entry").fetchall():
        sheet = store.sheet(identity, NOW)
        kinds.add(sheet.kind)
        name = sheet.names.pick("fi")
        assert name.text
        hits = store.search(name.text, "fi", 20).hits
        assert sheet.names.texts in [hit.names.texts for hit in hits], name.text
        assert all(hit.why for hit in hits[:1]), name.text
    assert len(kinds) == 3


def test_a_service_is_shown_with_its_place_open_at_noon(report, store):
    shown = ShowService(store, FakeClock(NOW))(SCHOOL)
    sheet = shown.sheet
    assert sheet.names.pick("fi").text == "Nettilukio aikuisille"
    assert [part.origin for part in sheet.for_whom] == [TextOrigin.OWN]
    assert [channel.id for channel in sheet.channels] == [CAMPUS]
    assert len(sheet.missing_channels) == 2
    assert shown.opening[0].state is OpenState.OPEN
    (place,) = sheet.channels
    (address,) = place.contacts.addresses
    assert address.entrances[0].accessibility
    assert place.contacts.phones[0].number.startswith("044")
    assert [name.pick("fi").text for name in sheet.organizations] == [
        "Mikkelin kaupungin liikelaitos Otavia",
        "Mikkelin kaupunki",
    ]


def test_the_place_is_found_by_its_name(report, store):
    hit = store.search("otavan opisto", "fi").hits[0]
    assert (hit.kind, hit.id) == (HitKind.CHANNEL, CAMPUS)
