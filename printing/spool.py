"""Real print queues, without Qt: a finished PDF goes to the queue as it is, small and sharp.

On Unix that is CUPS by its own commands; on Windows it is the print verb of whatever program opens PDF
files there. Which printer answers, and that it prints what was sent, no test of ours can promise.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desk.errors import NoPrinter, PrintRefused
from desk.ports import PrintQueue, Queue

_SECONDS = 15.0
_NO_DESTINATION = ("no default destination", "no such file or directory", "does not exist", "not found")
_LIST_ON_WINDOWS = (
    "powershell",
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    "[Console]::OutputEncoding=[Text.Encoding]::UTF8;"
    "ConvertTo-Json @(Get-CimInstance Win32_Printer | Select-Object Name,Default)",
)


def system_print_queue() -> PrintQueue:
    """The print queues of the machine that this runs on."""
    if sys.platform == "win32":
        return ShellQueues(os.startfile)
    return CupsQueues()


@dataclass(frozen=True, slots=True)
class CupsQueues:
    """The queues of CUPS. ``environment`` goes on top of the process's own (``CUPS_SERVER``)."""

    environment: Mapping[str, str] = field(default_factory=dict)

    def queues(self) -> tuple[Queue, ...]:
        """The queues, the default one first; none where there is no CUPS or it does not answer."""
        listed = self._run(("lpstat", "-e"))
        if listed is None or listed.returncode != 0:
            return ()
        names = listed.stdout.decode("utf-8", "replace").split()
        default = self._default()
        found = [Queue(name, name == default) for name in names]
        return tuple(sorted(found, key=lambda queue: not queue.is_default))

    def _default(self) -> str | None:
        told = self._run(("lpstat", "-d"))
        if told is None or b":" not in told.stdout:
            return None
        return told.stdout.decode("utf-8", "replace").rpartition(":")[2].strip()

    def send(self, pdf: bytes, queue: str | None, title: str) -> None:
        """Print a finished PDF on the named queue, or on the default one."""
        where = ("-d", queue) if queue is not None else ()
        answer = self._run(("lp", *where, "-t", title, "-s", "-"), pdf)
        if answer is None:
            raise NoPrinter()
        if answer.returncode != 0:
            reason = _first_line(answer.stderr)
            if any(words in reason.lower() for words in _NO_DESTINATION):
                raise NoPrinter()
            raise PrintRefused(queue=queue or "", reason=reason)

    def _run(self, command: Sequence[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
        """What a command answered; None where CUPS is not installed."""
        environment = {**os.environ, "LC_ALL": "C", **self.environment}
        try:
            return subprocess.run(
                command, input=given, capture_output=True, env=environment, timeout=_SECONDS, check=False
            )
        except FileNotFoundError:
            return None
        except (OSError, subprocess.TimeoutExpired) as failed:
            raise PrintRefused(queue="", reason=str(failed)) from failed


@dataclass(slots=True)
class ShellQueues:
    """The printers of Windows. ``start`` is ``os.startfile``: it opens a file with a verb.

    The verb returns before the printing program has read the file, so the file of one paper is
    removed when the next one is sent, or at :meth:`close`.
    """

    start: Callable[..., None]
    listing: Sequence[str] = _LIST_ON_WINDOWS
    folder: tempfile.TemporaryDirectory[str] | None = None

    def queues(self) -> tuple[Queue, ...]:
        """The printers, the default one first; none where they cannot be listed."""
        try:
            told = subprocess.run(self.listing, capture_output=True, timeout=_SECONDS, check=True)
            printers = json.loads(told.stdout or b"[]")
        except (OSError, subprocess.SubprocessError, json.JSONDecodeError):
            return ()
        found = [Queue(str(printer["Name"]), bool(printer["Default"])) for printer in printers]
        return tuple(sorted(found, key=lambda queue: not queue.is_default))

    def send(self, pdf: bytes, queue: str | None, title: str) -> None:
        """Print a finished PDF on the named printer, or on the default one."""
        self.close()
        self.folder = tempfile.TemporaryDirectory(prefix="paper-", ignore_cleanup_errors=True)
        path = Path(self.folder.name) / "paper.pdf"
        path.write_bytes(pdf)
        try:
            if queue is None:
                self.start(str(path), "print")
            else:
                self.start(str(path), "printto", f'"{queue}"')
        except OSError as refused:
            raise PrintRefused(queue=queue or "", reason=str(refused.strerror or refused)) from refused

    def close(self) -> None:
        """Remove the paper that was sent last."""
        if self.folder is not None:
            self.folder.cleanup()
            self.folder = None


def _first_line(text: bytes) -> str:
    lines = text.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("lp: ").removeprefix("Error - ") if lines else ""
