"""What the keeper of a region's own errands promises, in memory and on disk alike."""

from __future__ import annotations

import pytest

from desk.errors import DiskFailing, FolderMissing
from offline_cache.own_errands import FILE, OwnErrandsFile
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import opened, tools
from tests.own_fakes import FakeOwnShelf


@pytest.fixture(params=["in memory", "on disk"])
def shelf(request, tmp_path):
    if request.param == "in memory":
        return FakeOwnShelf()
    opened(tmp_path / "folder", tools(FakeKeyring())).close()
    return OwnErrandsFile(tmp_path / "folder")


def test_what_is_kept_is_read_until_it_is_removed(shelf):
    assert shelf.read() is None
    shelf.write(b"one")
    shelf.write(b"two")
    assert shelf.read() == b"two"
    assert shelf.remove()
    assert shelf.read() is None
    assert not shelf.remove()


@pytest.mark.parametrize("real", [False, True])
def test_where_there_is_no_desk_nothing_is_kept(real, tmp_path):
    nowhere = OwnErrandsFile(tmp_path / "nowhere") if real else FakeOwnShelf(is_desk=False)
    with pytest.raises(FolderMissing):
        nowhere.write(b"one")
    assert nowhere.read() is None
    assert not nowhere.remove()
    assert list(tmp_path.iterdir()) == []


def test_the_folder_opens_with_it_as_before(tmp_path):
    known = tools(FakeKeyring())
    opened(tmp_path / "folder", known).close()
    OwnErrandsFile(tmp_path / "folder").write(b"one")
    opened(tmp_path / "folder", known).close()
    assert OwnErrandsFile(tmp_path / "folder").read() == b"one"


def test_a_file_that_cannot_be_read_is_a_known_error(tmp_path):
    opened(tmp_path / "folder", tools(FakeKeyring())).close()
    (tmp_path / "folder" / FILE).mkdir()
    with pytest.raises(DiskFailing):
        OwnErrandsFile(tmp_path / "folder").read()
