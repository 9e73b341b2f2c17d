"""Whole objects by their ids from the PTV v11 API: what comes, what does not, and what cannot be read.

Version 11 leaves out what it does not have, and answers 500 to a whole list when it stumbles over one id. So an answer
that cannot be had or read is asked for again in halves, until the one that spoils it is alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from desk.errors import NetworkError, NotJson, SourceRefused, SourceUnreadable
from desk.model import catalogue as desk
from desk.model.intake import IntakeProblem, ProblemKind, SourceDocument
from desk.model.refresh import Fetched, ObjectKind
from services.wire.ptv_v11_lists import NO_ID
from services.wire.ptv_v11_reading import read_answer

AT_ONCE = 100
TRIES_OF_A_PART = 2
MOST_FAILURES_IN_A_ROW = 8
"""After so many ids that fail one by one, nothing between them working, it is the source that fails."""
SAFE_ID = re.compile(r"[0-9A-Za-z_-]+")
MODEL: dict[ObjectKind, type[Any]] = {
    ObjectKind.SERVICE: desk.Service,
    ObjectKind.CHANNEL: desk.Channel,
    ObjectKind.ORGANIZATION: desk.Organization,
    ObjectKind.GENERAL_DESCRIPTION: desk.GeneralDescription,
    ObjectKind.COLLECTION: desk.ServiceCollection,
}

Ask = Callable[[Sequence[str], int | None], bytes | None]
"""Asks for objects by their ids, trying so often; nothing when the source says that there is nothing."""


class ObjectFetch:
    """One fetch of some ids."""

    def __init__(self, kind: ObjectKind, source: str, ask: Ask) -> None:
        self._kind = kind
        self._source = source
        self._ask = ask
        self._objects: list[desk.CatalogueObject] = []
        self._missing: list[str] = []
        self._problems: list[IntakeProblem] = []
        self._failures = 0

    def fetched(self, ids: Sequence[str], at_once: int = AT_ONCE) -> Fetched:
        """Fetch them all; raises a ``NetworkError`` when it is the source that fails."""
        asked = dict.fromkeys(ids)
        can_be_asked = [each for each in asked if _can_be_asked(each)]
        self._missing += [each for each in asked if not _can_be_asked(each)]
        for start in range(0, len(can_be_asked), at_once):
            self._part(can_be_asked[start : start + at_once], None)
        return Fetched(tuple(self._objects), tuple(self._missing), tuple(self._problems))

    def _part(self, ids: Sequence[str], tries: int | None) -> None:
        try:
            content = self._ask(ids, tries)
            document = None if content is None else read_answer(self._source, content)
        except (SourceUnreadable, SourceRefused) as error:
            self._in_halves(ids, error, str(error.details["reason"]))
        except NotJson as error:
            told = SourceUnreadable(source=self._source, reason=error.details["reason"])
            self._in_halves(ids, told, error.details["reason"])
        else:
            self._sort(ids, document)

    def _in_halves(self, ids: Sequence[str], error: NetworkError, reason: str) -> None:
        if len(ids) > 1:
            middle = len(ids) // 2
            self._part(ids[:middle], TRIES_OF_A_PART)
            self._part(ids[middle:], TRIES_OF_A_PART)
            return
        self._failures += 1
        if self._failures >= MOST_FAILURES_IN_A_ROW:
            raise error
        self._problems.append(IntakeProblem(ProblemKind.BROKEN, self._source, ids[0], reason=reason))

    def _sort(self, ids: Sequence[str], document: SourceDocument | None) -> None:
        """Each id that was asked for becomes an object, a problem, or missing.

        What did not come is missing, unless the answer held something that nobody can put a name to.
        """
        if document is None:
            self._not_there(ids)
            return
        objects = {each.id.casefold(): each for each in document.objects}
        problems = {each.id.casefold(): each for each in document.problems if each.id}
        nowhere = []
        for identity in ids:
            found = objects.get(identity.casefold())
            if isinstance(found, MODEL[self._kind]):
                self._objects.append(found if found.id == identity else replace(found, id=identity))
            elif found is not None:
                self._left_out(identity, IntakeProblem(ProblemKind.UNKNOWN, self._source, reason=type(found).__name__))
            elif problem := problems.get(identity.casefold()):
                self._left_out(identity, problem)
            else:
                nowhere.append(identity)
        asked = {each.casefold() for each in ids}
        strange = [each for each in document.problems if not each.id or each.id.casefold() not in asked]
        if nowhere and strange:
            reason = strange[0].reason or strange[0].kind
            self._in_halves(nowhere, SourceUnreadable(source=self._source, reason=reason), reason)
        else:
            self._failures = 0
            self._missing += nowhere

    def _not_there(self, ids: Sequence[str]) -> None:
        """The source has none of these; a list may say so when it lacks one only."""
        if len(ids) == 1:
            self._missing += ids
            return
        for identity in ids:
            self._part([identity], TRIES_OF_A_PART)

    def _left_out(self, identity: str, problem: IntakeProblem) -> None:
        if problem.kind is ProblemKind.NOT_PUBLISHED:
            self._missing.append(identity)
        else:
            self._problems.append(replace(problem, id=identity))


def _can_be_asked(identity: str) -> bool:
    """Whether the source can be asked for it: it falls over an id of zeros, and a comma would make two."""
    return identity != NO_ID and SAFE_ID.fullmatch(identity) is not None
