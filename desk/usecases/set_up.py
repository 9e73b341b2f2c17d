"""What a desk is set up with at its first start beside name and place: its purpose, its languages, its printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.model.role import Function, Role
from desk.ports import Casebook, PrintQueue
from desk.usecases.duty import POINT_ROLE, Duty
from desk.usecases.point_language import keep_point_language, point_language
from desk.usecases.point_printer import SETTING as PRINTER
from i18n.language import CLERK_LANGUAGES, FALLBACK, Language

_DONE, _LANGUAGES = "point.set_up", "point.languages"
POINT_ROLES = (Role.SERVICE_ADVISER, Role.DIGITAL_SUPPORT, Role.OUTREACH)
"""What a whole desk can be for, where nobody signs in."""


@dataclass(frozen=True, slots=True)
class PointSetUp:
    """How the desk is set up."""

    done: bool
    """Somebody went through the first start, or said *later*."""
    role: Role | None
    languages: tuple[Language, ...]
    """In which citizens are served here without an interpreter, in the order of the list."""
    printer: str
    """The queue that papers go to; empty: the computer's own default."""
    works_in: Language = FALLBACK
    """Papers for authorities are written in it."""


class SetUp:
    """Kept in the desk's settings. Nothing of it is needed to work."""

    def __init__(self, casebook: Casebook, duty: Duty, printers: PrintQueue) -> None:
        self._casebook = casebook
        self._duty = duty
        self._printers = printers

    def read(self) -> PointSetUp:
        """Return how it stands."""
        setting = self._casebook.setting
        role = setting(POINT_ROLE)
        named = (setting(_LANGUAGES) or "").split()
        served = tuple(language for language in Language if language in named)
        return PointSetUp(
            bool(setting(_DONE)),
            Role(role) if role else None,
            served or CLERK_LANGUAGES,
            setting(PRINTER) or "",
            point_language(self._casebook),
        )

    def printers(self) -> tuple[str, ...]:
        """Return the printers of this computer, the default one first."""
        return tuple(queue.name for queue in self._printers.queues())

    def work_as(self, role: Role) -> None:
        """Make it what everybody here works as, where nobody signs in."""
        self._duty.work_as(role)

    def serve_in(self, languages: Sequence[Language]) -> None:
        """Say in which languages citizens are served; none named: Finnish, Swedish and English."""
        self._duty.require(Function.SET_UP_POINT)
        self._casebook.set_setting(_LANGUAGES, " ".join(language for language in Language if language in languages))

    def work_in(self, language: Language) -> None:
        """Say in which language papers for authorities are written: Finnish or Swedish."""
        self._duty.require(Function.SET_UP_POINT)
        keep_point_language(self._casebook, language)

    def print_on(self, printer: str) -> None:
        """Say which printer papers go to; empty: the computer's own default."""
        self._duty.require(Function.SET_UP_POINT)
        self._casebook.set_setting(PRINTER, printer)

    def finish(self) -> None:
        """The first start is over: it is not shown by itself again."""
        self._casebook.set_setting(_DONE, "yes")
