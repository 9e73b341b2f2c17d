"""What the one search finds: errands, services, a kept plan by its code, and the commands of the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desk.errors import MandateCodeMistyped, PlanCodeMistyped
from desk.model.ids import ErrandId, VisitId
from desk.model.mandate_code import read_mandate_code, written_code
from desk.model.person import FoundPerson
from desk.model.plan_code import read_code
from desk.model.role import Function
from desk.model.search import ANYWHERE, Facet, HitField, HitKind, SearchHit, SearchResult
from i18n.translator import NP_, Words
from ui.desk_access import DeskAccess
from ui.models.narrowing import Narrowing
from ui.models.results import ResultLine
from ui.search.narrowing import NarrowingWords
from ui.search.people import PERSON, SIGN, is_of_people, person_lines
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
    HitField.SYNONYM: NP_("where a searched word stands", "another word for it: {words}"),
    HitField.SPELLING: NP_("where a searched word stands", "similar word: {words}"),
    HitField.CODE: NP_("where a searched word stands", "code: {words}"),
}
COMMANDS = {
    Shortcut.COUNTER: NP_("command", "Go to the counter"),
    Shortcut.VISIT: NP_("command", "Go to the visit"),
    Shortcut.CITIZEN_VIEW: NP_("command", "Open or close the citizen's view"),
    Shortcut.PHRASES: NP_("command", "Words for a hard talk"),
    Shortcut.PRINT: NP_("command", "Print the plan"),
    Shortcut.MANDATE: NP_("command", "Mandates, and verifying a paper"),
    Shortcut.KEPT_DATA: NP_("command", "What is kept of this person: print or erase it"),
    Shortcut.NEXT_PERSON: NP_("command", "Next person"),
    Shortcut.PARK: NP_("command", "Park the visit"),
    Shortcut.END_VISIT: NP_("command", "End the visit"),
    Shortcut.LOCK: NP_("command", "Lock the desk"),
    Shortcut.PRACTICE: NP_("command", "Practise in a window of its own"),
    Shortcut.LARGER_TEXT: NP_("command", "Larger text"),
    Shortcut.SMALLER_TEXT: NP_("command", "Smaller text"),
}
_MOST = 20
_PAUSE_MS = 300
"""After so long without a key the facets are counted: a keystroke must not wait for that."""
_COMMAND_FROM = 3
_ERRAND, _SERVICE, _PLAN, _COMMAND, _MANDATE = "errand", "service", "plan", "command", "mandate"


class SearchPresenter(QObject):
    """Asks at every keystroke; only the newest question is answered."""

    lines_changed = Signal(object)
    """Other results (a tuple of ``ResultLine``)."""
    narrowing_changed = Signal(object)
    """Other things to narrow by (``Narrowing``)."""
    errand_chosen = Signal(object)
    """An errand was picked (``ErrandId``)."""
    service_chosen = Signal(str)
    """A service, channel or general description was picked."""
    plan_code_chosen = Signal(str)
    """A kept plan was picked by its code."""
    mandate_code_chosen = Signal(str)
    """A paper is to be verified by the code of its mandate."""
    person_chosen = Signal(object)
    """Somebody was picked: their newest kept visit (``VisitId``)."""
    command_chosen = Signal(object)
    """A command was picked (``Shortcut``)."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._query = ""
        self._within = ANYWHERE
        self._narrowing = NarrowingWords(access.translator)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.count_facets)

    def look_in(self, area: str | None, citizen_language: str | None) -> None:
        """Search for a place and a person: what is given there, and in their language, comes first."""
        self._within = replace(self._within, area=area, citizen_language=citizen_language)

    def close(self) -> None:
        """Stop the clock."""
        self._pause.stop()

    @Slot(str)
    def search(self, query: str) -> None:
        """Look for another text; an empty one ends the search, and nothing is narrowed any more."""
        came_from_people, self._query = is_of_people(self._query), query
        self._pause.stop()
        if not query:
            self._within = replace(self._within, chosen=frozenset())
            self._narrowing.forget()
            self.narrowing_changed.emit(Narrowing())
            self.lines_changed.emit(())
            return
        if is_of_people(query):
            self._ask_for_people(query.removeprefix(SIGN))
            return
        if came_from_people:
            self.narrowing_changed.emit(Narrowing())
        is_narrowed = bool(self._within.chosen)  # then it is counted in any case
        self._ask(counted=is_narrowed)
        if not is_narrowed:
            self._pause.start()

    @Slot(object)
    def narrow(self, facet: Facet) -> None:
        """Narrow by something, or no longer."""
        self._within = replace(self._within, chosen=self._within.chosen ^ {facet})
        self.count_facets()

    @Slot()
    def count_facets(self) -> None:
        """Search again for the same, and count what it can be narrowed by."""
        self._pause.stop()
        if self._query and not is_of_people(self._query):
            self._ask(counted=True)

    def _ask_for_people(self, typed: str) -> None:
        """Whoever may; in another role there is nobody to be found."""
        may = self._access.desk.duty.may(Function.FIND_PERSON)
        self.narrowing_changed.emit(Narrowing(of_people=True, refused=not may))
        if not may:
            self.lines_changed.emit(())
            return
        work = partial(self._access.desk.find_person, typed)
        self._access.ask_newest(self, "search", work, partial(self._found_people, self._query))

    def _found_people(self, query: str, found: tuple[FoundPerson, ...]) -> None:
        if query == self._query:
            translator = self._access.translator
            self.lines_changed.emit(tuple(person_lines(found, translator.words, translator.formats)))

    def _ask(self, *, counted: bool) -> None:
        find, language = self._access.desk.find_service, self._access.translator.language.value
        within = replace(self._within, counted=counted)
        work = partial(find, self._query, language, _MOST, within)
        self._access.ask_newest(self, "search", work, partial(self._found, counted))

    @Slot(object)
    def choose(self, line: ResultLine) -> None:
        """A line was picked."""
        kind, _, what = line.key.partition(":")
        if kind == _ERRAND:
            self.errand_chosen.emit(ErrandId(what))
        elif kind == _PLAN:
            self.plan_code_chosen.emit(what)
        elif kind == _MANDATE:
            self.mandate_code_chosen.emit(what)
        elif kind == PERSON:
            self.person_chosen.emit(VisitId(what))
        elif kind == _COMMAND:
            self.command_chosen.emit(Shortcut[what])
        else:
            self.service_chosen.emit(what)

    def _found(self, counted: bool, result: SearchResult) -> None:
        if result.query.strip() != self._query.strip():
            return
        words, chosen = self._access.translator.words, self._within.chosen
        if counted:
            self.narrowing_changed.emit(self._narrowing.state(result.facets, chosen, result.corrected))
        plans, commands = _plan_lines(words, self._query), _command_lines(words, self._query)
        papers = _mandate_lines(words, self._query)
        self.lines_changed.emit((*plans, *papers, *(self._line(words, hit) for hit in result.hits), *commands))

    def _line(self, words: Words, hit: SearchHit) -> ResultLine:
        is_errand = hit.kind is HitKind.ERRAND
        services = words.ntext("for {n} service", "for {n} services", hit.services) if hit.services > 1 else ""
        return ResultLine(
            key=f"{_ERRAND if is_errand else _SERVICE}:{hit.id}",
            kind=words.ptext(*KINDS[hit.kind]),
            title=hit.name,
            agency=hit.organization,
            why=" · ".join(part for part in (services, why_words(words, hit)) if part),
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


def _mandate_lines(words: Words, query: str) -> Iterator[ResultLine]:
    try:
        code = written_code(read_mandate_code(query))
    except MandateCodeMistyped:
        return
    yield ResultLine(f"{_MANDATE}:{code}", words.text("Mandate"), words.text("Verify the paper {code}", code=code))


def _command_lines(words: Words, query: str) -> Iterator[ResultLine]:
    typed = query.casefold()
    for command, name in COMMANDS.items():
        title = words.ptext(*name)
        if len(typed) >= _COMMAND_FROM and typed in title.casefold():
            yield ResultLine(f"{_COMMAND}:{command.name}", words.text("Command"), title, command.shown)
