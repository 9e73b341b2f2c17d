"""A scripted week at a desk, watched from outside: what of it lies anywhere in clear, and how processes were called.

All that the program may write to lies in one folder: home, settings, temporary files, the data folder. Beside it, and
not looked at, are what people hold in their hands: the scripts that are given, and the papers that are made.
Memory is out of scope: whoever can read a running program's memory reads what is on its screen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.torturing.victim import ROOT, Unexpected

PASSPHRASE = "week only, nothing real"  # noqa: S105 — of a folder that lives for a minute
LOOK_EVERY = 0.003
ENCODINGS = ("utf-8", "utf-16-le", "latin-1")
UNTOUCHED = ("given", "papers")
"""What people hold in their hands."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where something that a citizen said stands in clear."""

    word: str
    where: str


@dataclass
class Week:
    """A desk whose whole world is one folder."""

    place: Path
    called: set[str] = field(default_factory=set)
    """The command lines of every process that was seen."""

    def __post_init__(self) -> None:
        for name in ("home", "tmp", *UNTOUCHED):
            (self.place / name).mkdir(parents=True, exist_ok=True)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.place / "data"

    @property
    def environment(self) -> dict[str, str]:
        """A machine of its own, as far as a program can see."""
        home = str(self.place / "home")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DESK_"))}
        return {
            **kept,
            "HOME": home,
            "XDG_RUNTIME_DIR": home,
            "TMPDIR": str(self.place / "tmp"),
            "DESK_DATA_DIR": str(self.data),
            "DESK_PASSPHRASE": PASSPHRASE,
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
        }

    def given(self, name: str, text: str) -> str:
        """Write a file that somebody brings along; returns its path."""
        path = self.place / "given" / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def paper(self, name: str) -> str:
        """Where a paper goes that somebody takes along."""
        return str(self.place / "papers" / name)

    def desk(self, *words: str, said: str = "") -> str:
        """Run one command, watched; returns what it printed. ``said`` is what comes by its standard input."""
        return self.run([sys.executable, "-m", "desk", *words], said)

    def run(self, command: list[str], said: str = "") -> str:
        """Run a process and watch it and all that it starts; raises ``Unexpected`` when it fails."""
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
            cwd=ROOT,
        )
        watcher = threading.Thread(target=self._watch, args=(process,))
        watcher.start()
        out, told = process.communicate(said)
        watcher.join()
        if process.returncode:
            raise Unexpected(f"{' '.join(command[1:5])} ended with {process.returncode}: {told.strip()[-2000:]}")
        return out

    def _watch(self, process: subprocess.Popen[str]) -> None:
        while process.poll() is None:
            for pid in _family(process.pid):
                self._look(pid)
            time.sleep(LOOK_EVERY)

    def _look(self, pid: int) -> None:
        try:
            line = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        except OSError:  # it has ended meanwhile
            return
        self.called.add(line)

    def traces(self, words: Iterable[str]) -> list[Trace]:
        """Where any of these words stands in clear: in any file, in any way of writing, or in a command line."""
        wanted = [(word, form) for word in words for form in _forms(word)]
        found = [Trace(word, f"process: {line}") for line in sorted(self.called) for word, _ in wanted if word in line]
        for path in _files(self.place):
            content = path.read_bytes()
            name = str(path.relative_to(self.place))
            found += [Trace(word, name) for word, form in wanted if form in content or form in os.fsencode(name)]
        return list(dict.fromkeys(found))


def _forms(word: str) -> Iterator[bytes]:
    for encoding in ENCODINGS:
        yield word.encode(encoding, errors="replace")
    yield json.dumps(word)[1:-1].encode()
    plain = word.encode()
    yield b64encode(plain)[:-4] or plain
    yield plain.hex().encode()


def _files(place: Path) -> list[Path]:
    """Every file but those that people hold in their hands. No process of ours has a store open when this is asked."""
    tops = [each for each in sorted(place.iterdir()) if each.name not in UNTOUCHED]
    return [path for top in tops for path in sorted(top.rglob("*")) if path.is_file() and not path.is_symlink()]


def _family(pid: int) -> list[int]:
    """A process and all that it started."""
    found, asked = [pid], [pid]
    while asked:
        try:
            children = Path(f"/proc/{asked[0]}/task/{asked[0]}/children").read_text(encoding="ascii").split()
        except OSError:
            children = []
        asked = [*asked[1:], *map(int, children)]
        found += map(int, children)
    return found
