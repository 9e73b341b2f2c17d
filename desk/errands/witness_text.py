"""The made-up citizens of an errand as a text that is kept beside it, so that a change of the rules shows what it does.

The day stands in the text and is kept when it is written anew; ids are written, never words, so that a better sentence
changes nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff

from desk.errands.conditions import APPLIES
from desk.errands.definition import Definitions
from desk.errands.diagnostics import Diagnostic, Place
from desk.errands.witnesses import DISCREET, Turn, Witness, day_of, witnesses_of
from desk.model.facts import Said
from desk.model.ids import FactName
from desk.model.path import Deadline

FILE = "witnesses.txt"
_DAY = re.compile(rb"^as of (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
_FIRST_LINE = "Made-up citizens of {errand}: + gets the step, - no longer gets it, | the two sides of a limit."
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The made-up citizens of one errand: as they are now, and the text of them."""

    errand: str
    day: date
    witnesses: tuple[Witness, ...]
    text: str


def snapshot_of(
    definitions: Definitions, errand: str, kept: bytes | None = None, days: Iterable[date] = ()
) -> Snapshot:
    """Make the citizens up on the day of the kept text; without one, on that of most examples."""
    day = _day_in(kept) or day_of(definitions, errand, days)
    witnesses = witnesses_of(definitions, errand, day)
    return Snapshot(errand, day, witnesses, "\n".join(_lines(errand, day, witnesses)) + "\n")


def difference(snapshot: Snapshot, kept: bytes, file: str) -> Diagnostic | None:
    """What changed since the text was kept; ``None`` when nothing did."""
    old = kept.decode("utf-8", "replace").splitlines()
    new = snapshot.text.splitlines()
    if old == new:
        return None
    changes = [line for line in unified_diff(old, new, n=0, lineterm="") if not line.startswith(("---", "+++", "@@"))]
    line = next((index for index, (one, other) in enumerate(zip(old, new, strict=False), 1) if one != other), 1)
    shown = "".join(f"\n  {change}" for change in changes[:_MOST_LINES])
    more = f"\n  … {len(changes) - _MOST_LINES} more" if len(changes) > _MOST_LINES else ""
    return Diagnostic(
        Place(file, line),
        "E642",
        f"the made-up citizens of {snapshot.errand} get other steps than before:{shown}{more}\n ",
        "correct the rule, or keep the new text with --write",
    )


def _day_in(kept: bytes | None) -> date | None:
    found = _DAY.search(kept) if kept else None
    try:
        return date.fromisoformat(found[1].decode()) if found else None
    except ValueError:
        return None


def _lines(errand: str, day: date, witnesses: Iterable[Witness]) -> Iterator[str]:
    yield _FIRST_LINE.format(errand=errand)
    yield f"as of {day.isoformat()}"
    for witness in witnesses:
        inside = witness.what not in (APPLIES, DISCREET)
        if inside:
            yield f"  {witness.what}"
        else:
            yield ""
            yield " ".join([witness.step or DISCREET, *_due(witness.deadline)])
        yield from (f"{'    ' if inside else '  '}{line}" for line in _who(witness))


def _who(witness: Witness) -> Iterator[str]:
    if witness.answers is None:
        yield "nobody found on this day"
        return
    yield f"+ {_answers(witness.answers) or 'anyone'}"
    for turn in witness.turns:
        yield from _turn(turn)


def _turn(turn: Turn) -> Iterator[str]:
    if len(turn.loses) > len(turn.keeps) + 1:
        yield f"- {turn.fact}: all but {' or '.join(_shown(said) for said in turn.keeps)}"
    elif turn.loses:
        yield f"- {turn.fact}: {' or '.join(_shown(said) for said in turn.loses)}"
    for one, other in turn.edges:
        yield f"| {turn.fact}: {_shown(one)} | {_shown(other)}"


def _answers(answers: Mapping[FactName, Said]) -> str:
    return ", ".join(f"{name}: {_shown(said)}" for name, said in answers.items())


def _shown(said: Said) -> str:
    return said if isinstance(said, str) else f"[{', '.join(said)}]"


def _due(deadline: Deadline | None) -> Iterator[str]:
    if deadline is None:
        return
    if deadline.day is not None:
        yield f"by {deadline.day.isoformat()}"
    if deadline.last_lawful_day not in (None, deadline.day):
        yield f"(lawful until {deadline.last_lawful_day})"
    if deadline.after_step:
        yield f"after {deadline.after_step}"
