"""One trial of the errand language: files are read, and what could be read is used. Each complaint must be located."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desk.errands.bundle import Bundle, read_bundle
from desk.errands.checker import check
from desk.errands.compiling import Compiled, compile_bundle
from desk.errands.definition import Fact
from desk.errands.diagnostics import Diagnostic
from desk.errands.path import path_of
from desk.model.facts import FactType, Said
from desk.model.ids import FactName

TODAY = date(2026, 11, 22)
_TRIED: Mapping[FactType, tuple[Said, ...]] = {
    FactType.YES_NO: ("yes", "no"),
    FactType.DATE: ("2026-11-01", "2000-02-29", "0001-01-01", "9999-12-31"),
    FactType.MUNICIPALITY: ("091", "297"),
    FactType.WHOLE_NUMBER: ("0", "1", "7", "-3", "999999999999"),
    FactType.MONEY: ("0", "12.50", "99999999.99"),
}


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of a set of files: an errand, or complaints; ``wrong`` says what should not have been."""

    is_whole: bool
    codes: frozenset[str]
    wrong: tuple[str, ...]


def read_all(files: Mapping[str, bytes]) -> tuple[Compiled, Ended]:
    """Read the files as the loader does."""
    compiled = compile_bundle(files)
    found = compiled.diagnostics
    wrong = list(_unlocated(found, files))
    if compiled.bundle is None and not any(finding.is_error for finding in found):
        wrong.append("nothing was made, and nothing said")
    return compiled, Ended(compiled.is_whole, frozenset(finding.code for finding in found), tuple(wrong))


def _unlocated(found: tuple[Diagnostic, ...], files: Mapping[str, bytes]) -> Iterator[str]:
    """What points at no place in the files, or says nothing."""
    lines = {path: content.count(b"\n") + content.count(b"\r") + 1 for path, content in files.items()}
    for finding in found:
        place = finding.place
        text = files.get(place.file)
        if text is None:
            yield f"{finding.code} stands in no file: {place}"
            continue
        longest = lines[place.file] + sum(text.count(sign) for sign in (b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xc2\x85"))
        if not (1 <= place.line <= longest + 1 and 1 <= place.column <= len(text) + 2):
            yield f"{finding.code} stands outside its file: {place}"
        if not finding.message.strip():
            yield f"{finding.code} says nothing: {place}"


def use(bundle: Bundle, chance: random.Random) -> float:
    """Ask for paths, with no answers and with a few, as a visit would; return how long the slowest took.

    The bundle is written and read first.
    """
    fresh = read_bundle(bundle.to_bytes())
    facts = [fact for fact in fresh.definitions.facts.values() if fact.is_asked]
    slowest = 0.0
    for share in (0.0, 0.3, 0.7, 1.0):
        answers = {FactName(fact.name): _said(fact, chance) for fact in facts if chance.random() < share}
        started = time.process_time()
        path_of(fresh, fresh.errands, answers, TODAY)
        slowest = max(slowest, time.process_time() - started)
    return slowest


def _said(fact: Fact, chance: random.Random) -> Said:
    if chance.random() < 0.15:
        return chance.choice(("unknown", "declined", "nonsense"))
    if fact.type is FactType.CHOICES:
        return tuple(option for option in fact.options if chance.random() < 0.4)
    return chance.choice(_TRIED.get(fact.type, fact.options or ("unknown",)))


def gate(files: Mapping[str, bytes], as_of: date | None) -> tuple[str, ...]:
    """Run the whole publish gate; return what it left unlocated."""
    return tuple(_unlocated(tuple(check(files, as_of)), files))
