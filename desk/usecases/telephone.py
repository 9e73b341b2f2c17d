"""On the telephone the clerk reads aloud: how the call begins, each question, all answers once more, how it ends.

Everything is in the citizen's own language, whatever the clerk's screen speaks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.errors import NothingToReadBack
from desk.events import AnswersReadBack
from desk.model.ids import FactName, VisitId
from desk.model.plan import Words
from desk.model.visit import Visit
from desk.usecases.show_visit import ShowVisit
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.visit_view import QuestionState, QuestionView
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One question to ask, or one answer to read back."""

    fact: FactName
    question: Words
    said: str = ""
    hint: Words | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TelephoneScript:
    """What is read aloud in one call, in the order in which it is read."""

    number: int
    language: Language
    to_ask: tuple[ScriptLine, ...]
    said: tuple[ScriptLine, ...]
    read_back: bool
    discreet: bool


class Telephone:
    """Reads the visit in the citizen's words, and notes that the citizen heard their answers."""

    def __init__(self, journal: VisitJournal, show: ShowVisit) -> None:
        self._journal = journal
        self._show = show

    def script(self, visit: VisitId, language: Language | None = None) -> TelephoneScript:
        """Return what is to be read, as the visit stands now; in the citizen's language when none is asked for."""
        state = self._journal.load(visit)
        if language is not None:
            state = replace(state, profile=replace(state.profile, citizen_language=language))
        view = self._show.to_citizen(state)
        asked = [question for section in view.sections for question in section.questions]
        return TelephoneScript(
            number=state.number,
            language=state.profile.citizen_language,
            to_ask=tuple(_line(each) for each in asked if each.state is QuestionState.ASKED),
            said=tuple(_line(each) for each in asked if each.state is QuestionState.ANSWERED),
            read_back=state.read_back,
            discreet=view.path.discreet or state.profile.is_discreet,
        )

    def read_back(self, visit: VisitId) -> Visit:
        """Note that the citizen heard all answers and said that they are right. Raises ``NothingToReadBack``."""
        state = self._journal.load_open(visit)
        if not state.answers:
            raise NothingToReadBack(number=state.number)
        return state if state.read_back else self._journal.record(visit, AnswersReadBack())


def _line(question: QuestionView) -> ScriptLine:
    return ScriptLine(
        fact=question.fact,
        question=question.question,
        said=question.said_in_words,
        hint=question.hint,
        options=tuple(option.label for option in question.options) if len(question.options) <= _FEW else (),
    )


_FEW = 9
"""More options than these are not read aloud: the citizen says it in their own words."""
