"""A desk whose passphrase is forgotten opens again by its recovery sheet, and by nothing else."""

from __future__ import annotations

import io

import pytest

NEW = "mänty kuu saari"


@pytest.fixture
def types(monkeypatch):
    def one(line: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode())))

    return one


@pytest.fixture
def lost(call, tmp_path, monkeypatch) -> str:
    """A folder with a name in it whose passphrase nobody knows, and its recovery key."""
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DESK_PASSPHRASE", "koivu tähti järvi")
    told = call("point", "--name", "Pielisen palvelupiste").err
    monkeypatch.setenv("DESK_PASSPHRASE", NEW)
    assert call("point").code == 1
    return str(told.rpartition(": ")[2].strip())


def test_the_sheet_lets_in_again_and_a_new_passphrase_is_taken(call, types, lost) -> None:
    types(lost.lower())
    done = call("recover", "--json")
    assert (done.code, done.document["recovered"]) == (0, True)
    assert "Pielisen palvelupiste" in call("point").out


def test_a_mistyped_group_is_named_and_nothing_changes(call, types, lost) -> None:
    groups = lost.split()
    groups[2] = groups[2][::-1] if groups[2] != groups[2][::-1] else "AAAAB"
    types(" ".join(groups))
    refused = call("recover")
    assert refused.code == 1
    assert "group 3 of 13" in refused.err
    assert call("point").code == 1


def test_another_folder_s_sheet_opens_nothing(call, types, lost, tmp_path) -> None:
    others = call("--data-dir", tmp_path / "other", "point").err.rpartition(": ")[2].strip()
    types(others)
    assert call("recover").code == 1
    assert call("point").code == 1


def test_where_there_is_no_folder_none_is_made(call, types, tmp_path, lost) -> None:
    types(lost)
    assert call("--data-dir", tmp_path / "nowhere", "recover").code == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_is_named_wins_over_the_environment_wherever_it_stands(call, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path / "environment"))
    monkeypatch.setenv("DESK_PASSPHRASE", NEW)
    assert call("--data-dir", tmp_path / "before", "point", "--name", "A").code == 0
    assert call("point", "--data-dir", tmp_path / "behind", "--name", "B").code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"before", "behind"}
