"""A runner that runs at once, on the thread that asks, so that a test needs no waiting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desk.errors import DeskError
from ui.tasks import Job, Token, WorkStopped, job


class InlineRunner:
    """Keeps the contract of ``ui.tasks.Runner``; ``hold()`` keeps jobs back until ``release()``."""

    def __init__(self) -> None:
        self.closed = False
        self._held: list[tuple[Job[Any], Token]] | None = None

    def run(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[DeskError], None],
        owner: QObject,
    ) -> Token | None:
        return self.start(job(work, on_done, on_failed, owner))

    def start(self, job: Job[Any]) -> Token | None:
        if self.closed:
            return None
        token = Token(job.on_progress or (lambda _done, _total: None))
        if self._held is None:
            self._do(job, token)
            return token
        if job.key is not None:
            same = [held_token for held, held_token in self._held if held.key == job.key]
            if same and not job.newest_wins:
                return None
            for held_token in same:
                held_token.stop()
        self._held.append((job, token))
        return token

    def hold(self) -> None:
        self._held = []

    def release(self) -> None:
        held, self._held = self._held or [], None
        for one, token in held:
            self._do(one, token)

    def close(self, last: Callable[[], None] | None = None) -> None:
        self.closed = True
        if last is not None:
            last()

    def _do(self, job: Job[Any], token: Token) -> None:
        try:
            token.check()
            result = job.work(token)
        except WorkStopped:
            return
        except DeskError as error:
            job.on_failed(error)
        else:
            if not token.stopped:
                job.on_done(result)
