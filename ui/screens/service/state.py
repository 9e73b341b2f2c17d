"""What the service sheet shows, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ui.widgets.notes_box import NotesState

NO_NOTES = NotesState()


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A heading and its text; ``language`` is named when the text is not in the clerk's."""

    heading: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class FormHere:
    """An official form whose file is on this desk."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A place or a way, what is open first."""

    name: str
    kind: str
    opening: str
    tone: str
    """Tone of the mark that says how it stands: ``done``, ``quiet`` or ``attention``."""
    opening_note: str = ""
    """What there is to know beside it: a public holiday, when staff comes."""
    distance: str = ""
    """How far it is from this desk."""
    lines: tuple[str, ...] = ()
    more: tuple[SheetPart, ...] = ()
    forms: tuple[FormHere, ...] = ()
    """Official forms that can be printed or saved here."""


@dataclass(frozen=True, slots=True)
class SheetState:
    """The whole sheet."""

    id: str
    name: str
    summary: str
    organizations: str = ""
    name_language: str = ""
    first: tuple[SheetPart, ...] = ()
    """For whom, what to bring, cost, by when."""
    channels: tuple[ChannelCard, ...] = ()
    long: tuple[SheetPart, ...] = ()
    foot: str = ""
    stale: str = ""
    can_print: bool = True
    notes: NotesState = NO_NOTES
    """What the point itself wrote about it."""
    place: str = ""
    """The sheet is of one place on the map (its id): a desk may be there."""
    broken_links: tuple[str, ...] = ()
    """Links that did not work, in words."""
