"""People in the one search: only when the text begins with ``@``, so that no name is on the screen by chance.

A name typed without it finds services and errands as ever, at the same speed, and shows nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.model.person import FoundPerson
from i18n.formats import Formats
from i18n.translator import Words
from ui.models.results import ResultLine

SIGN = "@"
PERSON = "person"


def is_of_people(query: str) -> bool:
    """Tell whether somebody is looked for, and not something."""
    return query.startswith(SIGN)


def person_lines(found: Sequence[FoundPerson], words: Words, formats: Formats) -> Iterator[ResultLine]:
    """A line for each person; it leads to their newest kept visit."""
    for person in found:
        born = formats.short_date(person.birth_date) if person.birth_date is not None else ""
        visits = words.ntext("{n} kept visit", "{n} kept visits", person.visits)
        day = formats.short_date(person.opened_at.date())
        yield ResultLine(
            key=f"{PERSON}:{person.visit}",
            kind=words.ptext("what was found", "Person"),
            title=person.name,
            agency=born,
            why=" · ".join((visits, words.text("visit {number}, {day}", number=person.number, day=day))),
        )
