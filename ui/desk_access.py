"""How a presenter asks the desk: on the store lane, with known errors told in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject

from desk.errors import DeskError
from desk.usecases.desk_rooms import Desk
from i18n.translator import Translator
from ui.messages import Messages
from ui.tasks import Job, Runner, Token

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class DeskAccess:
    """What every presenter is given."""

    desk: Desk
    runner: Runner
    translator: Translator
    messages: Messages

    def ask(self, owner: QObject, work: Callable[[], Result], on_done: Callable[[Result], None]) -> None:
        """Run work on the store lane; a known error becomes a message."""
        self.runner.run(work, on_done, self.messages.tell_error, owner)

    def ask_or(
        self,
        owner: QObject,
        work: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[DeskError], None],
    ) -> None:
        """The same, where the presenter has something to do about the error."""
        self.runner.run(work, on_done, on_failed, owner)

    def ask_newest(
        self, owner: QObject, key: str, work: Callable[[], Result], on_done: Callable[[Result], None]
    ) -> Token | None:
        """The same for what is asked at every keystroke: only the newest counts."""
        job = Job(lambda _token: work(), on_done, self.messages.tell_error, owner, key=key, newest_wins=True)
        return self.runner.start(job)
