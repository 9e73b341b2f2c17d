"""The passphrase is forgotten, the keyring is gone: the recovery sheet opens the desk, at its own door."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desk.errors import KeyringGone, NoKeySource, RecoveryKeyMistyped, WrongKey
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.open_desk import DeskOnFakes
from tests.ui.typing import focused, press, type_text
from ui.screens.unlock.view import DoorKind

SHEET = "ABCDE FGHJK"
NEW = "neljä uutta sanaa tässä"


@pytest.fixture
def lost(desk: DeskOnFakes) -> list[str]:
    """A desk whose passphrase nobody knows; what was taken by its sheet stands in the list."""
    taken: list[str] = []

    def wants(giver) -> None:
        typed = giver.passphrase()
        if typed is None:
            raise NoKeySource(path="/desk")
        if [typed] != taken:
            raise WrongKey(path="/desk")

    def recovers(key: str, giver) -> None:
        if key != SHEET:
            raise RecoveryKeyMistyped(group=2, groups=13)
        first, second = giver.new_passphrase()
        assert first == second
        taken[:] = [first]

    desk.folder_exists, desk.wants, desk.recovers = True, wants, recovers
    return taken


def _type_line(text: str) -> None:
    type_text(focused(), text)
    press(Qt.Key.Key_Return)


def test_a_forgotten_passphrase(start: Start, lost: list[str]) -> None:
    clerk = Clerk(start(Language.EN))
    _type_line("not this one")
    assert "Open with the recovery key" not in clerk.sees()
    clerk.press_named("Open with the recovery key")
    assert "Open the desk by its recovery sheet" in clerk.sees()
    _type_line("ABCDE FGHJX")
    _type_line(NEW)
    _type_line(NEW)
    assert "mistake in group 2 of 13" in clerk.sees()
    assert (lost, clerk.is_shut_out()) == ([], True)
    door = clerk.program._door_screen
    assert door is not None
    fields = [door.key.field, door.first.field, door.second.field]
    key, *_ = fields
    assert isinstance(key, QLineEdit)
    assert key.text() == "ABCDE FGHJX", "what was copied from the sheet is not typed again from the start"
    key.clear()
    door.take_focus()
    _type_line(SHEET)
    _type_line(NEW)
    _type_line(NEW)
    assert lost == [NEW]
    assert not clerk.is_shut_out()
    assert focused() is clerk.window.search.field
    assert {field.text() for field in fields if isinstance(field, QLineEdit)} == {""}


def test_back_from_the_sheet(start: Start, lost: list[str]) -> None:
    clerk = Clerk(start(Language.EN))
    clerk.press_named("Open with the recovery key")
    clerk.press_named("Back")
    assert clerk.program.door._state.kind is DoorKind.PASSPHRASE


def test_a_keyring_that_is_gone_gets_the_key_back(start: Start, desk: DeskOnFakes) -> None:
    back: list[str] = []

    def wants(_giver) -> None:
        if not back:
            raise KeyringGone(path="/desk")

    desk.folder_exists, desk.wants, desk.recovers = True, wants, lambda key, _giver: back.append(key)
    clerk = Clerk(start(Language.EN))
    assert clerk.program.door._state.kind is DoorKind.TROUBLE
    clerk.press_named("Open with the recovery key")
    assert "passphrase" not in clerk.sees().casefold()
    _type_line(SHEET)
    assert back == [SHEET]
    assert not clerk.is_shut_out()
