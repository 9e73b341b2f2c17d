"""Looks for what the rows of a table leave out, for rows that hold together, and for rows that never decide.

What is found is told with a citizen to whom it happens. That nobody was found is said only when all answers on both
sides of each limit were tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from desk.errands.check_reach import Found, Judgement, Search
from desk.errands.compiled import CompiledRule
from desk.errands.definition import Definitions, Fact, Table
from desk.errands.dependencies import facts_behind, with_facts_behind
from desk.errands.engine import Engine
from desk.errands.fields import Report
from desk.errands.loader import place_of
from desk.errands.nodes import Collected, Decided, Picked, Rule, facts_in
from desk.errands.possible import TRUE
from desk.errands.situation import Situation
from desk.errands.table_domains import answers_to_try, cells_of
from desk.errands.table_reading import FIRST, UNIQUE

MOST_NODES = 20_000
"""Situations that the searches over one table may look at together."""
MOST_ROWS_LOOKED_AT = 1_000_000
"""Rows that they may look at in these situations: a table with many gets fewer situations."""


def check_tables(definitions: Definitions, report: Report, as_of: date) -> None:
    """Report what is wrong with the rows of each table."""
    for fact in definitions.facts.values():
        if fact.number <= 1:
            check_table(definitions, fact, report, as_of)


def check_table(definitions: Definitions, fact: Fact, report: Report, as_of: date) -> None:
    """Report what is wrong with the rows of one table; a fact that is none has nothing wrong."""
    if fact.value is not None and fact.value.table is not None:
        _TableCheck(definitions, fact, fact.value.table, report).run(as_of)


class _TableSearch(Search):
    """A search over the facts of one table, those first that most rows look at."""

    def __init__(self, engine: Engine, as_of: date, whens: tuple[Rule, ...]) -> None:
        super().__init__(engine, as_of, min(MOST_NODES, MOST_ROWS_LOOKED_AT // len(whens)))
        self._domains = answers_to_try(engine, as_of, whens)
        self._shared = _weights(engine.definitions, whens)
        self.looked_at = 0
        self.is_proven = True

    def look(self, judge: Judgement) -> Found:
        """Look, with what other searches over the table left."""
        found = super().look(judge)
        self._budget = max(0, self._budget - found.nodes)
        self.looked_at += found.nodes
        self.is_proven &= found.proven or found.example is not None
        return found


def _weights(definitions: Definitions, whens: tuple[Rule, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell in cells_of(whens):
        for name in with_facts_behind(facts_in(cell), definitions.facts):
            found[name] = found.get(name, 0) + 1
    return found


class _TableCheck:
    """The checks of one table."""

    def __init__(self, definitions: Definitions, fact: Fact, table: Table, report: Report) -> None:
        self._definitions = definitions
        self._fact = fact
        self._table = table
        self._report = report

    def run(self, as_of: date) -> None:
        rows = _rows(self._fact)
        engine = self._engine()
        search = _TableSearch(engine, as_of, rows.whens)
        whens = [engine.compile(when) for when in rows.whens]
        ask_when = engine.compile(self._fact.ask_when.rule) if self._fact.ask_when else None
        if self._table.policy == UNIQUE and self._table.open_end:
            self._tell_gap(search.look(_asked(ask_when, _none(whens))))
        for index, row in enumerate(self._table.rows):
            earlier = whens[:index]
            if self._table.policy == UNIQUE and earlier:
                self._tell_overlap(index, search.look(_asked(ask_when, _both(whens[index], earlier))), engine, as_of)
            before = earlier if self._table.policy == FIRST else []
            self._tell_unused(index, row.at, search.look(_asked(ask_when, _alone(whens[index], before))))
        if not search.is_proven:
            self._report.note(
                place_of(self._table.at),
                "N633",
                f"not all about the rows of {self._fact.name} is proven: {search.looked_at} situations looked at",
                "make the table smaller, or name a part as a fact",
            )

    def _engine(self) -> Engine:
        """The rules of this table alone: a search over them is quick, whatever else there is."""
        facts = self._definitions.facts
        behind = with_facts_behind(facts_behind(self._fact), facts)
        return Engine(
            msgspec.structs.replace(
                self._definitions,
                facts={name: fact for name, fact in facts.items() if name in behind},
                errands={},
                hints={},
            )
        )

    # ── findings ─────────────────────────────────────────────────────────────────────────────────

    def _tell_gap(self, found: Found) -> None:
        name = self._fact.name
        if found.example is not None:
            wrong = f"no row of {name} holds for: {found}"
            self._report.error(
                place_of(self._table.at), "E630", wrong, "add a row, or otherwise: … (also otherwise: not applicable)"
            )

    def _tell_overlap(self, index: int, found: Found, engine: Engine, as_of: date) -> None:
        at, name = self._table.rows[index].at, self._fact.name
        if found.example is not None:
            s = engine.situation(found.example, as_of)
            other = next(number for number, when in enumerate(_rows(self._fact).whens) if _is_true(engine, when, s))
            self._report.error(
                place_of(at),
                "E631",
                f"row {index + 1} of {name} and row {other + 1} hold together for: {found}",
                "make one of them narrower, or let the first count: policy: first",
            )

    def _tell_unused(self, index: int, at: str, found: Found) -> None:
        name = self._fact.name
        if found.example is None and found.proven:
            wrong = f"row {index + 1} of {name} never decides: no example found"
            is_later = self._table.policy == FIRST and index
            remedy = "the rows before it take all; move it up or remove it" if is_later else "its cells contradict"
            self._report.warn(place_of(at), "W632", wrong, remedy)


def _rows(fact: Fact) -> Decided | Picked | Collected:
    """The rows of a fact that is a table."""
    made = fact.value.rule or fact.value.worth if fact.value else None
    if not isinstance(made, Decided | Picked | Collected):
        raise TypeError(fact.name)
    return made


def _is_true(engine: Engine, rule: Rule, s: Situation) -> bool:
    return engine.compile(rule).mask(s) == TRUE


# ── what is looked for ───────────────────────────────────────────────────────────────────────────


def _asked(ask_when: CompiledRule | None, judge: Judgement) -> Judgement:
    """Only citizens for whom the table makes sense."""
    if ask_when is None:
        return judge

    def where_it_makes_sense(s: Situation) -> tuple[bool | None, int]:
        mask = ask_when.mask(s)
        if not mask & TRUE:
            return False, 0
        verdict, needs = judge(s)
        if mask == TRUE or verdict is False:
            return verdict, needs
        return None, needs | ask_when.needs(s, TRUE)

    return where_it_makes_sense


def _none(rows: Sequence[CompiledRule]) -> Judgement:
    """None of the rows holds."""

    def judge(s: Situation) -> tuple[bool | None, int]:
        needs, settled = 0, True
        for row in rows:
            mask = row.mask(s)
            if mask == TRUE:
                return False, 0
            if mask & TRUE:
                settled = False
                needs |= row.needs(s, TRUE)
        return (True, 0) if settled else (None, needs)

    return judge


def _alone(row: CompiledRule, others: Sequence[CompiledRule]) -> Judgement:
    """The row holds, and none of the others."""
    none_of_them = _none(others)

    def judge(s: Situation) -> tuple[bool | None, int]:
        mask = row.mask(s)
        if not mask & TRUE:
            return False, 0
        if mask != TRUE:
            return None, row.needs(s, TRUE)
        return none_of_them(s)

    return judge


def _both(row: CompiledRule, others: Sequence[CompiledRule]) -> Judgement:
    """The row holds, and one of the others too."""
    none_of_them = _none(others)

    def judge(s: Situation) -> tuple[bool | None, int]:
        mask = row.mask(s)
        verdict, needs = none_of_them(s)
        if not mask & TRUE or verdict:
            return False, 0
        if mask != TRUE:
            return None, row.needs(s, TRUE)
        return (True, 0) if verdict is False else (None, needs)

    return judge
