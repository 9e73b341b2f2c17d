"""The invented library card, compiled once."""

from pathlib import Path
from typing import Any

import pytest

from desk.errands.compiling import compile_bundle
from desk.errands.path import path_of

FIXTURE = Path(__file__).parents[2] / "fixtures" / "errands"


path_for: Any = path_of
"""``path_of`` as the tests call it: ids and answers are written as plain words."""


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def bundle_of(files: dict[str, bytes]) -> Any:
    """The bundle of files that are known to be whole."""
    compiled = compile_bundle(files)
    assert compiled.bundle is not None, compiled.diagnostics
    return compiled.bundle


@pytest.fixture(scope="session")
def card_files():
    return files_in(FIXTURE)


@pytest.fixture(scope="session")
def card(card_files):
    return bundle_of(card_files)


@pytest.fixture
def changed(card_files):
    """The files with one text replaced in one of them."""

    def change(path, old, new):
        text = card_files[path].decode()
        assert old in text
        return {**card_files, path: text.replace(old, new, 1).encode()}

    return change
