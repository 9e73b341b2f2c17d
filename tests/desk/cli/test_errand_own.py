"""A region's folder on the command line: shown first, taken whole or not at all, used from the next opening."""

from __future__ import annotations

import json
import os

import msgspec
import pytest

from desk.errands.own_errands import read_kept, written
from tests.desk.cli.test_worked_example import FILES

SERVICE = """[{"id": "tiski-s-ball-club", "type": "Service",
 "serviceNames": [{"language": "fi", "value": "Pallokerho", "type": "Name"}],
 "serviceDescriptions": [{"language": "fi", "value": "Kerho lapsille.", "type": "Summary"}]}]"""
WORDS = """
title: Harrastusseteli
summary: [
"""


@pytest.fixture
def region(tmp_path):
    """The errand of the authors' guide, as a region lays it over the program's."""
    for path, text in FILES.items():
        file = tmp_path / "region" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    services = tmp_path / "region/starter_catalogue/hobby/services.json"
    services.parent.mkdir(parents=True)
    services.write_text(SERVICE, encoding="utf-8")
    return tmp_path / "region"


def outgrow(path):
    """As if the program were another one by now, with which what was taken does not go together."""
    kept = read_kept(path.read_bytes())
    files = {**kept.files, "errands/hobby_voucher/errand.yaml": b"errand: ["}
    path.write_bytes(written(msgspec.structs.replace(kept, shipped="another", files=files)))


def test_it_is_taken_found_shown_and_removed(call, folder, region):
    assert call("errands", "own", "show", "--json").document == {"folder": None, "own": []}
    taken = call("errands", "own", "take", region, "--json").document
    assert (taken["fits"], taken["errors"], taken["failed"]) == (True, 0, [])
    assert {"kind": "errand", "id": "hobby_voucher", "replaces": False} in taken["own"]
    shown = call("errands", "own", "show")
    assert "errand hobby_voucher" in shown.out
    assert str(region) in shown.out
    hits = call("catalogue", "search", "harrastusseteli", "--json").document["hits"]
    assert "hobby_voucher" in [hit["id"] for hit in hits]
    assert "Pallokerho" in call("catalogue", "show", "tiski-s-ball-club").out, "its services are found too"
    outgrow(folder / "own.errands")
    status = call("catalogue", "status")
    assert (status.code, "do not fit" in status.err) == (0, True), "the desk works, with the program's own errands"
    assert "E302" in call("errands", "own", "show").out
    assert call("errands", "own", "remove", "--json").document == {"removed": True}
    hits = call("catalogue", "search", "harrastusseteli", "--json").document["hits"]
    assert "hobby_voucher" not in [hit["id"] for hit in hits]


def test_a_folder_with_an_error_says_where_and_nothing_is_taken(call, folder, region):
    (region / "errands/hobby_voucher/texts/fi.yaml").write_text(WORDS, encoding="utf-8")
    refused = call("errands", "own", "take", region)
    assert refused.code == 1
    assert "\nerrands/hobby_voucher/texts/fi.yaml:" in refused.out
    assert "Nothing was taken" in refused.out
    assert not (folder / "own.errands").exists()


def test_where_staff_is_written_down_who_keeps_the_content_signs_in(call, folder, region, monkeypatch):
    monkeypatch.setenv("DESK_NEW_PIN", "4711")
    call("staff", "add", "Maija Malli", "--role", "supervisor")
    monkeypatch.setenv("DESK_PIN", "4711")
    monkeypatch.setenv("DESK_NEW_PIN", "90210")
    call("staff", "add", "Timo Testi", "--role", "digital_support", "--as", "Maija Malli")
    assert "--as" in call("errands", "own", "take", region).one_line
    monkeypatch.setenv("DESK_PIN", "90210")
    assert call("errands", "own", "take", region, "--as", "Timo Testi").code == 1
    assert not (folder / "own.errands").exists()
    assert call("errands", "own", "take", region, "--preview").code == 0, "a look changes nothing"
    monkeypatch.setenv("DESK_PIN", "4711")
    assert call("errands", "own", "take", region, "--as", "Maija Malli").code == 0
    assert (folder / "own.errands").exists()
    assert "--as" in call("errands", "own", "remove").one_line
    assert (folder / "own.errands").exists()


def test_a_folder_that_is_none_is_told_in_one_line(call, folder, tmp_path):
    assert "Traceback" not in call("errands", "own", "take", tmp_path / "nowhere").one_line
    (tmp_path / "empty").mkdir()
    assert "nothing of an errand" in call("errands", "own", "take", tmp_path / "empty").one_line


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_what_is_no_file_is_never_waited_for(call, folder, tmp_path):
    odd = tmp_path / "odd"
    (odd / "errands" / "x.yaml").mkdir(parents=True)
    os.mkfifo(odd / "agencies.yaml")
    assert "nothing of an errand" in call("errands", "own", "take", odd).one_line
    (odd / "texts.yaml").symlink_to(odd / "nowhere")
    assert str(odd / "texts.yaml") in call("errands", "own", "take", odd).one_line


def test_where_there_is_no_desk_none_is_made(call, region, tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path / "data"))
    assert json.loads(call("errands", "own", "show", "--json").out)["own"] == []
    assert call("errands", "own", "remove").code == 0
    assert not (tmp_path / "data").exists()
