"""A package goes from one desk to another on a stick: looked at first, taken in whole, or refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from i18n.language import Language
from services.signing import Ed25519Keys
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.typing import focused, press, type_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def clerk(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    press(Qt.Key.Key_5, ALT)
    return clerk


@pytest.fixture
def pack(clerk: Clerk, desk, tmp_path: Path) -> Path:
    path = tmp_path / "kuopio.tiskipaketti"
    desk.chosen_file = path
    clerk.press_named("Make a package …")
    assert "The package is written: kuopio.tiskipaketti" in clerk.sees()
    return path


def forget_own_key(desk) -> str:
    """The desk is another one now; returns the key of the one that made the package."""
    secret = desk.casebook.setting("publisher.key")
    desk.casebook.set_setting("publisher.key", "")
    return Ed25519Keys().public(secret).spoken()


def test_a_package_is_looked_at_and_taken_in(clerk: Clerk, desk, pack: Path) -> None:
    desk.chosen_pack = pack
    clerk.press_named("Open a package …")
    assert "Signed by this desk itself." in clerk.sees()
    assert desk.packs.taken == []
    press(Qt.Key.Key_Space)
    assert "The package is in use." in clerk.sees()
    assert len(desk.packs.taken) == 1


def test_a_package_that_is_looked_at_can_be_left(clerk: Clerk, desk, pack: Path) -> None:
    desk.chosen_pack = pack
    clerk.press_named("Open a package …")
    clerk.press_named("Leave it")
    assert "Signed by" not in clerk.sees()
    assert desk.packs.taken == []


def test_an_unknown_publisher_s_package_is_taken_in_only_after_the_key_was_told(clerk: Clerk, desk, pack: Path) -> None:
    key = forget_own_key(desk)
    desk.chosen_pack = pack
    clerk.press_named("Open a package …")
    assert "whom this desk does not know" in clerk.sees()
    card = clerk.day._rooms.catalogue.packs
    assert not card.take.isVisible()
    clerk.press_named("Whose packages are taken in")
    card.key.setFocus()
    type_text(card.key, key[:-1] + ("A" if key[-1] != "A" else "B"))
    clerk.press_named("Trust this publisher")
    assert card._key_row.error.text()
    card.key.setFocus()
    card.key.selectAll()
    type_text(card.key, key)
    card.name.setFocus()
    type_text(card.name, "Kuusisto")
    clerk.press_named("Trust this publisher")
    assert "Kuusisto" in clerk.sees()
    clerk.press_named("Open a package …")
    assert "Signed by Kuusisto, whom this desk trusts." in clerk.sees()


def test_a_package_with_a_changed_byte_is_refused(clerk: Clerk, desk, pack: Path) -> None:
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    pack.write_bytes(content)
    desk.chosen_pack = pack
    clerk.press_named("Open a package …")
    assert clerk.day._rooms.catalogue.packs._error.text()
    assert desk.packs.taken == []


def test_only_what_was_looked_at_is_taken_in(clerk: Clerk, desk, pack: Path) -> None:
    desk.chosen_pack = pack
    clerk.press_named("Open a package …")
    card = clerk.day._rooms.catalogue.packs
    assert card.take.isVisible()
    desk.chosen_pack = pack.with_name("nothing.tiskipaketti")
    card.open.click()
    assert card._error.text()
    assert not card.take.isVisible()
    card.take_requested.emit(False)
    assert desk.packs.taken == []


def test_a_package_that_is_being_taken_in_cannot_be_left(clerk: Clerk, desk, pack: Path) -> None:
    desk.chosen_pack = pack
    clerk.press_named("Open a package …")
    card = clerk.day._rooms.catalogue.packs
    desk.runner.hold()
    card.take.click()
    assert not card.leave.isEnabled()
    desk.runner.release()
    assert "The package is in use." in clerk.sees()


def test_the_focus_stays_on_what_was_pressed_beside_a_package(clerk: Clerk, desk, pack: Path) -> None:
    desk.chosen_pack = pack
    clerk.press_named("Open a package …")
    clerk.press_named("Whose packages are taken in")
    clerk.press_named("Show this desk's own key")
    assert focused() is clerk.day._rooms.catalogue.packs.own
