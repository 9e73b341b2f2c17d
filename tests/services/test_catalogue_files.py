"""Files, folders and archives as one source of catalogue objects."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from desk.errors import ArchiveBroken, FileMissing, FileUnreadable, NothingToTakeIn, NotJson
from services import catalogue_files
from services.catalogue_files import CatalogueFiles


def service(identity: str) -> str:
    return json.dumps({"id": identity, "serviceNames": [{"language": "fi", "value": identity, "type": "Name"}]})


def ids(*paths: Path) -> list[str]:
    return [item.id for document in CatalogueFiles(paths).documents() for item in document.objects]


def test_folders_are_read_with_all_in_them_in_order(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.json").write_text(service("2"))
    (tmp_path / "a.JSON").write_text(service("1"))
    (tmp_path / "notes.txt").write_text("not ours")
    assert ids(tmp_path) == ["1", "2"]


def test_archives_by_themselves_and_in_folders(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("z.json", service("2"))
        archive.writestr("deep/a.json", service("1"))
        archive.writestr("read.me", "not ours")
    assert ids(tmp_path) == ids(tmp_path / "x.zip") == ["1", "2"]


def test_a_file_is_named_in_its_problems(tmp_path):
    (tmp_path / "x.json").write_text(json.dumps([{"id": "a", "serviceNames": 3}]))
    (document,) = CatalogueFiles([tmp_path]).documents()
    assert document.problems[0].file == str(tmp_path / "x.json")


def test_progress_is_told_in_bytes(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.json").write_text(service(name))
    told = [(document.done, document.whole) for document in CatalogueFiles([tmp_path]).documents()]
    size = len(service("a"))
    assert told == [(0, 2 * size), (size, 2 * size)]


def test_any_named_file_is_tried_as_json(tmp_path):
    (tmp_path / "export").write_text(service("1"))
    assert ids(tmp_path / "export") == ["1"]
    (tmp_path / "export").write_text("no")
    with pytest.raises(NotJson):
        ids(tmp_path / "export")


def test_what_is_not_there(tmp_path):
    with pytest.raises(FileMissing):
        ids(tmp_path / "gone.json")
    with pytest.raises(NothingToTakeIn):
        ids(tmp_path)


def test_all_paths_are_looked_at_before_the_first_is_read(tmp_path):
    (tmp_path / "a.json").write_text(service("1"))
    with pytest.raises(FileMissing):
        next(CatalogueFiles([tmp_path / "a.json", tmp_path / "gone.json"]).documents())


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_cut_off_archive(tmp_path, keep):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", service("1") * 50)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    with pytest.raises(ArchiveBroken):
        ids(path)


def test_a_damaged_member(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.json", service("123456789"))
    path.write_bytes(path.read_bytes().replace(b"123456789", b"123456780", 1))
    with pytest.raises(ArchiveBroken):
        ids(path)


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue_files, "FREE_RATIO_UP_TO", 1000)
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", " " * 1_000_000 + service("1"))
    with pytest.raises(ArchiveBroken) as told:
        ids(path)
    assert told.value.details["kind"] == "too_large"


def test_too_many_members(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue_files, "MOST_MEMBERS", 2)
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.json", service("1"))
    with pytest.raises(ArchiveBroken):
        ids(path)


def test_a_folder_named_like_a_file_cannot_be_read(tmp_path):
    (tmp_path / "x.json").mkdir()
    with pytest.raises(NothingToTakeIn):
        ids(tmp_path)
    (tmp_path / "link.json").symlink_to(tmp_path / "nowhere")
    with pytest.raises((FileMissing, FileUnreadable)):
        ids(tmp_path / "link.json")
