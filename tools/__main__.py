"""``python3 -m tools COMMAND``: everything that ``make`` does, on every system. Knows only the standard library.

Each command sets up what it needs and nothing that is there already, so each can be the first one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from tools import artifacts, environment, system_packages

ROOT = Path(__file__).resolve().parent.parent


def setup(*, tests: bool = False) -> None:
    """All set-up: system packages, virtual environment, translations, dictionaries, errands."""
    system_packages.ensure(tests=tests)
    environment.ensure(tests=tests)
    artifacts.ensure()


def run(*words: str) -> int:
    """The window; where there is no display, the sample visit on the terminal."""
    setup()
    if not _has_display():
        print(f"No display here, so this is the sample visit; its papers go to {ROOT / 'demo-papers'}.", flush=True)
        return environment.run("desk", "demo", "--out", "demo-papers", check=False)
    return environment.run("desk", *words, check=False)


def test(*words: str) -> int:
    """All tests, on two processes; words are passed on to pytest (make test ARGS=tests/i18n)."""
    setup(tests=True)
    spread = () if any(word.startswith("-n") for word in words) else ("-n", "2")
    whole = ("--dist", "loadgroup", "--max-worker-restart", "0")  # a process that falls is told of, not waited for
    return environment.run("pytest", *spread, *whole, *words, check=False)


def check() -> int:
    """Style, types, import arrows, translations and locks: everything that is not a test."""
    setup(tests=True)
    checks = [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
        ("tools.messages", "check"),
        ("tools.check_translations",),
    ]
    failed = [" ".join(words) for words in checks if environment.run(*words, check=False)]
    print(f"Not right: {'; '.join(failed)}" if failed else "All checks are right.", flush=True)
    return 1 if failed else 0


def messages() -> int:
    """Collect the msgids from the code into the .po files, ready for translators."""
    setup(tests=True)
    return environment.run("tools.messages", "collect")


def lock() -> int:
    """Pin the newest allowed versions of all packages, with hashes."""
    setup(tests=True)
    return environment.run("tools.locks")


def _tool(name: str) -> Callable[..., int]:
    def call(*words: str) -> int:
        setup(tests=True)
        return environment.run(f"tools.{name}", *words, check=False)

    return call


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def _setup_command() -> int:
    setup(tests=True)
    return 0


COMMANDS: dict[str, tuple[Callable[..., int], str]] = {
    "run": (run, "open the window (sets everything up first)"),
    "test": (test, "run all tests"),
    "check": (check, "style, types, import arrows, translations"),
    "bench": (_tool("bench"), "measure start, search, path, paper and import against their floors"),
    "judge": (_tool("judge"), "ask the judged queries and tell how well they are answered"),
    "torture": (_tool("torture"), "kill the program at random moments and look for loss"),
    "setup": (_setup_command, "only set up"),
    "messages": (messages, "collect the program's texts for translators"),
    "pictures": (_tool("pictures"), "draw the pictures in docs/ anew"),
    "lock": (lock, "pin newer versions of the libraries"),
}


def help_text() -> str:
    """One line for each command."""
    return "\n".join(f"  make {name:<10} {line}" for name, (_, line) in COMMANDS.items())


def main(arguments: list[str]) -> int:
    """Run one command; without a known one, say which there are."""
    name, *words = arguments or ["help"]
    if name not in COMMANDS:
        print(help_text())
        return 0 if name == "help" else 2
    return COMMANDS[name][0](*words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
