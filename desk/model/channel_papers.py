"""What the papers of a channel say: a letter that goes along, a script to read aloud, a slip of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk.model.expert_meeting import Connection
from desk.model.plan import WhoToAsk, Words
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class CoverLetter:
    """Goes with the papers of a visit: by post, or as the answer to a secure message.

    The address is typed for this one letter, and stored nowhere.
    """

    language: Language
    made_on: date
    address: tuple[str, ...]
    """Empty in a message."""
    enclosed: tuple[str, ...]
    """Names of the papers that go with it beside the plan."""
    ask: WhoToAsk
    content_version: str
    plan_code: str | None = None
    answers_a_letter: bool = False
    """The citizen wrote to the desk; else they were on the telephone."""
    words: str = ""
    """What the clerk adds."""
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class ScriptPart:
    """One question to read, or one answer to read back."""

    question: Words
    said: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScriptPaper:
    """A telephone call on paper, for a desk where the screen is not at hand."""

    language: Language
    made_on: date
    to_ask: tuple[ScriptPart, ...]
    said: tuple[ScriptPart, ...]
    ask: WhoToAsk
    """Who calls."""
    content_version: str
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class MeetingSlip:
    """When and where an authority's expert is met, and what to have in hand."""

    language: Language
    made_on: date
    agency: str
    at: datetime
    room: str
    connection: Connection
    bring: tuple[Words, ...]
    ask: WhoToAsk
    content_version: str
    discreet: bool = False
    moved_from: datetime | None = None
    """When it was to be before: the citizen may have that on paper."""
    called_off: bool = False
