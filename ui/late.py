"""A screen that is built when it is first wanted: the counter waits for none of the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

Screen = TypeVar("Screen", bound=QWidget)


class Late(Generic[Screen]):
    """Hands the screen over, and builds it the first time. What is tied to it is tied then."""

    def __init__(self, build: Callable[[], Screen]) -> None:
        self._build = build
        self._screen: Screen | None = None
        self._ties: list[Callable[[Screen], object]] = []

    def __call__(self) -> Screen:
        """Return the screen."""
        if self._screen is None:
            self._screen = self._build()
            ties, self._ties = self._ties, []
            for tie in ties:
                tie(self._screen)
        return self._screen

    @property
    def built(self) -> Screen | None:
        """The screen, if anybody wanted it yet."""
        return self._screen

    def tie(self, tie: Callable[[Screen], object]) -> None:
        """Do this with the screen when it is there."""
        if self._screen is not None:
            tie(self._screen)
        else:
            self._ties.append(tie)

    def follow(self, signal: SignalInstance, show: Callable[[Screen], Callable[[Any], None]]) -> None:
        """Let the screen show what a signal says; what it said last before there was a screen is shown then."""
        said: list[Any] = []

        def remember(state: Any) -> None:
            if self._screen is None:
                said[:] = [state]
            else:
                show(self._screen)(state)

        signal.connect(remember)

        def catch_up(screen: Screen) -> None:
            while said:  # and kept no longer: it may be of a visit
                show(screen)(said.pop())

        self.tie(catch_up)
