"""A passphrase from the environment, or asked for at the terminal."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TerminalPassphrase:
    """The port ``desk.ports.PassphraseGiver`` of the command line: what was given wins; else the person is asked."""

    given: str | None = field(repr=False)
    ask: Callable[[], str]
    """The words that ask for the passphrase, and for its second time, in the terminal's language."""
    ask_again: Callable[[], str]

    def is_given(self) -> bool:
        """Tell whether it is there without asking."""
        return self.given is not None

    def passphrase(self) -> str | None:
        """Return the passphrase of an existing folder; ``None`` when there is nobody to ask."""
        if self.given is not None:
            return self.given
        return getpass.getpass(self.ask()) if _somebody_is_there() else None

    def new_passphrase(self) -> tuple[str, str] | None:
        """Return a new passphrase typed twice."""
        if self.given is not None:
            return self.given, self.given
        if not _somebody_is_there():
            return None
        return getpass.getpass(self.ask()), getpass.getpass(self.ask_again())


def typed_line() -> str:
    """Return the next line of standard input: typed by somebody, or handed over by another program."""
    return sys.stdin.readline()


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()
