"""On the telephone the clerk reads aloud: how the call begins, each question, all answers once more, how it ends.

Everything is in the citizen's own language, whatever the clerk's screen speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from desk.errors import NothingToReadBack
from desk.events import AnswersReadBack
from desk.model.ids import FactName, VisitId
from desk.model.plan import WhoToAsk, Words
from desk.model.visit import Visit
from desk.usecases.show_visit import ShowVisit
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.visit_view import QuestionState, QuestionView
from i18n import telephone_words
from i18n.language import Language
from i18n.translator import Words as TranslatedWords


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One question to ask, or one answer to read back."""

    fact: FactName
    question: Words
    said: str = ""
    is_it_right: str = ""
    """The answer as it is read back, with the question whether it is right."""
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
    opening: tuple[str, ...] = ()
    before_reading_back: str = ""
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where the words of a call come from, and who calls."""

    words: Callable[[Language], TranslatedWords]
    ask: Callable[[Language], WhoToAsk]


class Telephone:
    """Reads the visit in the citizen's words, and notes that the citizen heard their answers."""

    def __init__(self, journal: VisitJournal, show: ShowVisit, spoken: Spoken) -> None:
        self._journal = journal
        self._spoken = spoken
        self._show = show

    def script(self, visit: VisitId, language: Language | None = None) -> TelephoneScript:
        """Return what is to be read, as the visit stands now; in the citizen's language when none is asked for."""
        state = self._journal.load(visit)
        if language is not None:
            state = replace(state, profile=replace(state.profile, citizen_language=language))
        view = self._show.to_citizen(state)
        asked = [question for section in view.sections for question in section.questions]
        words, ask = (
            self._spoken.words(state.profile.citizen_language),
            self._spoken.ask(state.profile.citizen_language),
        )
        discreet = view.path.discreet or state.profile.is_discreet
        return TelephoneScript(
            number=state.number,
            language=state.profile.citizen_language,
            to_ask=tuple(_line(each, words) for each in asked if each.state is QuestionState.ASKED),
            said=tuple(_line(each, words) for each in asked if each.state is QuestionState.ANSWERED),
            read_back=state.read_back,
            discreet=discreet,
            opening=(greeting(words, ask, discreet=discreet), *map(words.text, telephone_words.OPENING)),
            before_reading_back=words.text(telephone_words.READ_BACK),
            closing=tuple(closing(words, ask)),
        )

    def read_back(self, visit: VisitId) -> Visit:
        """Note that the citizen heard all answers and said that they are right. Raises ``NothingToReadBack``."""
        state = self._journal.load_open(visit)
        if not state.answers:
            raise NothingToReadBack(number=state.number)
        return state if state.read_back else self._journal.record(visit, AnswersReadBack())


def greeting(words: TranslatedWords, ask: WhoToAsk, *, discreet: bool) -> str:
    """Return how the call begins: a discreet one names nobody, as somebody else may have answered."""
    if discreet:
        return words.text(telephone_words.GREETING_DISCREETLY)
    if ask.is_maker and ask.name:
        return words.text(telephone_words.GREETING, point=ask.name)
    return words.text(telephone_words.GREETING_OF_NOBODY)


def closing(words: TranslatedWords, ask: WhoToAsk) -> Iterator[str]:
    """Return how the call ends."""
    yield from map(words.text, telephone_words.CLOSING)
    if ask.phone:
        yield words.text(telephone_words.CALL_US, phone=ask.phone)
    yield words.text(telephone_words.GOODBYE)


def _line(question: QuestionView, words: TranslatedWords) -> ScriptLine:
    return ScriptLine(
        fact=question.fact,
        question=question.question,
        said=question.said_in_words,
        is_it_right=words.text(telephone_words.YOU_SAID, answer=question.said_in_words),
        hint=question.hint,
        options=tuple(option.label for option in question.options) if len(question.options) <= _FEW else (),
    )


_FEW = 9
"""More options than these are not read aloud: the citizen says it in their own words."""
