"""What every shelf of forms promises, the one in memory and the encrypted one alike."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.model.pack import StoredForm
from offline_cache.catalogue.form_files import SqlFormShelf
from tests.form_fakes import FakeFormShelf
from tests.offline_cache.catalogue.made import NOW, empty_catalogue

URL, OTHER = "https://forms.example/b.pdf", "https://forms.example/a.pdf"


@pytest.fixture(params=["in memory", "encrypted"])
def shelf(request, tmp_path):
    if request.param == "in memory":
        yield FakeFormShelf()
        return
    connection = empty_catalogue(tmp_path / "catalogue.db")
    yield SqlFormShelf(connection)
    connection.close()


def test_an_empty_shelf_has_nothing(shelf):
    assert (shelf.stored(), shelf.body(URL), shelf.starter_forms()) == ((), None, ())


def test_a_form_is_kept_by_its_address(shelf):
    shelf.put(URL, "Hakemus", b"%PDF one", NOW)
    shelf.put(OTHER, "Liite", b"%PDF two", NOW)
    assert (shelf.body(URL), shelf.body(OTHER)) == (b"%PDF one", b"%PDF two")
    assert set(shelf.stored()) == {StoredForm(URL, "Hakemus", NOW, 8), StoredForm(OTHER, "Liite", NOW, 8)}


def test_a_later_form_takes_the_place_of_an_older(shelf):
    later = NOW + timedelta(days=40)
    shelf.put(URL, "Hakemus", b"%PDF one", NOW)
    shelf.put(URL, "Uusi hakemus", b"%PDF another", later)
    assert shelf.stored() == (StoredForm(URL, "Uusi hakemus", later, 12),)
    assert shelf.body(URL) == b"%PDF another"
