"""What the role of the one at the desk does not cover is not offered in the visit; its key says why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desk.errors import NotYourRole
from desk.model.role import Function
from ui.desk_access import DeskAccess
from ui.shortcuts import Shortcut
from ui.widgets.visit_menu import DOCUMENTS, MANDATE, PERSON, Name, VisitMenu

_ENTRIES: dict[Name, tuple[Function, ...]] = {
    PERSON: (Function.NAME_PERSON,),
    MANDATE: (Function.ACT_FOR,),
    DOCUMENTS: (Function.REFER, Function.RECEIVE_DOCUMENTS),
}
"""Each entry with what it is for; one of them is enough."""
_KEYS = {Shortcut.PERSON: PERSON, Shortcut.DOCUMENTS: DOCUMENTS}
"""The key of mandates verifies papers too, which anybody may."""


class RoleWays:
    """Asks the desk, and follows it; the use cases ask by themselves."""

    def __init__(self, access: DeskAccess, menu: VisitMenu, say_who: Callable[[], None]) -> None:
        self._access, self._menu, self._say_who = access, menu, say_who

    def show(self) -> None:
        """Somebody else is at the desk, or in another role."""
        self._say_who()
        for name in _ENTRIES:
            self._menu.allow(name, self._may(name))

    def keys(self, keys: dict[Shortcut, Callable[[], None]]) -> dict[Shortcut, Callable[[], None]]:
        """The same keys, each asking first where a role may not cover it."""
        return {
            shortcut: partial(self._ask_first, _KEYS[shortcut], way) if shortcut in _KEYS else way
            for shortcut, way in keys.items()
        }

    def _ask_first(self, name: Name, way: Callable[[], None]) -> None:
        if self._may(name):
            way()
        else:
            self._access.messages.tell_error(NotYourRole(kind=_ENTRIES[name][0], role=self._access.desk.duty.role))

    def _may(self, name: Name) -> bool:
        return any(self._access.desk.duty.may(function) for function in _ENTRIES[name])
