"""How the command line ends: 0, or 1 with one line that says what, where and what to do. Never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable

import click

from desk.cli.output import harmless
from desk.errors import DeskError
from i18n.error_text import error_text
from i18n.language import CLERK_LANGUAGES, Language
from i18n.translator import Lexicon, Words


def terminal_language() -> Language:
    """Return the language of the terminal: Finnish or Swedish when its locale says so, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(variable, "")[:2].lower()
        if code in CLERK_LANGUAGES:
            return Language(code)
    return Language.EN


def terminal_words() -> Words:
    """Return the program's words in the terminal's language."""
    return Lexicon().words(terminal_language())


def told(error: DeskError) -> str:
    """Return a known error in one line."""
    line = error_text(terminal_words(), error.id, error.details).line()
    return " ".join(line.splitlines())


def ending_well(run: Callable[[], object]) -> int:
    """Run a command and return its exit code."""
    try:
        asked = run()
    except DeskError as known:
        click.echo(harmless(told(known)), err=True)
        return 1
    except click.ClickException as wrong_usage:
        wrong_usage.show()
        return wrong_usage.exit_code
    except click.Abort:
        click.echo(terminal_words().text("Stopped; nothing was changed."), err=True)
        return 1
    except BrokenPipeError:
        # The reader of our output went away (`desk … | head`): that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    # click hands the code of an early end back instead of raising it (standalone_mode=False).
    return asked if isinstance(asked, int) else 0
