"""What the one search finds: errands, services, a kept plan by its code, and the commands of the program."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import PlanCodeMistyped
from desk.model.ids import ErrandId
from desk.model.plan_code import read_code
from desk.model.search import HitField, HitKind, SearchHit, SearchResult
from i18n.translator import NP_, Words
from ui.desk_access import DeskAccess
from ui.models.results import ResultLine
from ui.shortcuts import Shortcut

KINDS = {
    HitKind.ERRAND: NP_("what was found", "Life event"),
    HitKind.SERVICE: NP_("what was found", "Service"),
    HitKind.CHANNEL: NP_("what was found", "Place or way"),
    HitKind.GENERAL_DESCRIPTION: NP_("what was found", "Service in general"),
}
FIELDS = {
    HitField.NAME: NP_("where a searched word stands", "in the name: {words}"),
    HitField.WORDS: NP_("where a searched word stands", "in the search words: {words}"),
    HitField.ORGANIZATION: NP_("where a searched word stands", "in the authority's name: {words}"),
    HitField.TEXT: NP_("where a searched word stands", "in the text: {words}"),
}
COMMANDS = {
    Shortcut.COUNTER: NP_("command", "Go to the counter"),
    Shortcut.VISIT: NP_("command", "Go to the visit"),
    Shortcut.CITIZEN_VIEW: NP_("command", "Open or close the citizen's view"),
    Shortcut.PRINT: NP_("command", "Print the plan"),
    Shortcut.NEXT_PERSON: NP_("command", "Next person"),
    Shortcut.PARK: NP_("command", "Park the visit"),
    Shortcut.END_VISIT: NP_("command", "End the visit"),
    Shortcut.LOCK: NP_("command", "Lock the desk"),
    Shortcut.LARGER_TEXT: NP_("command", "Larger text"),
    Shortcut.SMALLER_TEXT: NP_("command", "Smaller text"),
}
_MOST = 20
_COMMAND_FROM = 3
_ERRAND, _SERVICE, _PLAN, _COMMAND = "errand", "service", "plan", "command"


class SearchPresenter(QObject):
    """Asks at every keystroke; only the newest question is answered."""

    lines_changed = Signal(object)
    """Other results (a tuple of ``ResultLine``)."""
    errand_chosen = Signal(object)
    """An errand was picked (``ErrandId``)."""
    service_chosen = Signal(str)
    """A service, channel or general description was picked."""
    plan_code_chosen = Signal(str)
    """A kept plan was picked by its code."""
    command_chosen = Signal(object)
    """A command was picked (``Shortcut``)."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._query = ""

    @Slot(str)
    def search(self, query: str) -> None:
        """Look for another text; an empty one ends the search."""
        self._query = query
        if not query:
            self.lines_changed.emit(())
            return
        find, language = self._access.desk.find_service, self._access.translator.language.value
        self._access.ask_newest(self, "search", partial(find, query, language, _MOST), self._found)

    @Slot(object)
    def choose(self, line: ResultLine) -> None:
        """A line was picked."""
        kind, _, what = line.key.partition(":")
        if kind == _ERRAND:
            self.errand_chosen.emit(ErrandId(what))
        elif kind == _PLAN:
            self.plan_code_chosen.emit(what)
        elif kind == _COMMAND:
            self.command_chosen.emit(Shortcut[what])
        else:
            self.service_chosen.emit(what)

    def _found(self, result: SearchResult) -> None:
        if result.query.strip() != self._query.strip():
            return
        words = self._access.translator.words
        plans, commands = _plan_lines(words, self._query), _command_lines(words, self._query)
        self.lines_changed.emit((*plans, *(self._line(words, hit) for hit in result.hits), *commands))

    def _line(self, words: Words, hit: SearchHit) -> ResultLine:
        is_errand = hit.kind is HitKind.ERRAND
        return ResultLine(
            key=f"{_ERRAND if is_errand else _SERVICE}:{hit.id}",
            kind=words.ptext(*KINDS[hit.kind]),
            title=hit.name,
            agency=hit.organization,
            why=why_words(words, hit),
            summary=hit.snippet,
            is_errand=is_errand,
        )


def why_words(words: Words, hit: SearchHit) -> str:
    """Why something was found, field by field."""
    found: dict[HitField, list[str]] = {}
    for why in hit.why:
        found.setdefault(why.field, []).append(why.word)
    listed = {field: ", ".join(dict.fromkeys(each)) for field, each in found.items()}
    return " · ".join(words.ptext(*FIELDS[field], words=each) for field, each in listed.items())


def _plan_lines(words: Words, query: str) -> Iterator[ResultLine]:
    try:
        code = read_code(query)
    except PlanCodeMistyped:
        return
    yield ResultLine(f"{_PLAN}:{code}", words.text("Kept plan"), words.text("Open the plan {code}", code=query))


def _command_lines(words: Words, query: str) -> Iterator[ResultLine]:
    typed = query.casefold()
    for command, name in COMMANDS.items():
        title = words.ptext(*name)
        if len(typed) >= _COMMAND_FROM and typed in title.casefold():
            yield ResultLine(f"{_COMMAND}:{command.name}", words.text("Command"), title, command.shown)
