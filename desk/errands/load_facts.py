"""Reads facts, parameters and agencies from their YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from desk.errands.definition import Agency, Bound, Calculation, DatedValue, Expression, Fact, Parameter
from desk.errands.diagnostics import ExpressionFault
from desk.errands.fields import SLUG, Fields, Report, day_in
from desk.errands.groups import MOST_MEMBERS, member_of, only_when_there
from desk.errands.members import Group
from desk.errands.table_reading import read_table
from desk.errands.types import rule_of, worth_of
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.errands.yaml_text import YNode, YText
from desk.model.facts import About, Binding, FactType, Sensitivity

_FACT_KEYS = (
    "fact",
    "type",
    "options",
    "ask_when",
    "value",
    "table",
    "min",
    "max",
    "sensitivity",
    "reuse",
    "shelf_life",
    "binds",
    "about",
    "renamed_from",
)
_PARAMETER_KINDS = ("fee", "amount", "phone", "url", "address", "form", "number", "duration", "mandate")
_ONE_FOR_ALL = ("fee", "amount", "number", "duration")
_VALUE_KEYS = ("value", "valid_from", "valid_to", "source", "checked", "verified", "hours")
_AGENCY_KEYS = ("id", "names", "kind", "phone", "url", "address")
_AGENCY_KINDS = tuple(
    [
        "state",
        "kela",
        "wellbeing_county",
        "municipality",
        "parish",
        "pension",
        "insurer",
        "bank",
        "employer",
        "court",
        "company",
        "association",
        "other",
    ]
)
_SPAN = re.compile(r"today(?:([+-][0-9]{1,4})([dwmy]))?\Z")
_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}
_LONGEST_SPAN = 200 * 365
_REUSE = re.compile(r"visit|never")
_SHELF_LIFE = re.compile(r"([1-9]\d{0,2}) days?")
_LONGEST_LIFE = 365
_EUROS = re.compile(r"[0-9]{1,12}\.[0-9]{2}")
_DIGITS = re.compile(r"[0-9]{1,12}")
_WITH_OPTIONS = (FactType.CHOICE, FactType.CHOICES)
_CALCULABLE = (FactType.YES_NO, FactType.DATE, FactType.WHOLE_NUMBER, FactType.MONEY)
_RESERVED_OPTIONS = ("unknown", "declined", "yes", "no", "and", "or", "not", "in", "always", "never")


def read_rule(written: YText, vocabulary: Vocabulary, report: Report) -> Expression | None:
    """Read a rule, or report why it cannot be read."""
    try:
        return Expression(written.text, rule_of(written.text, vocabulary), str(written.place))
    except ExpressionFault as fault:
        report.error(written.place_at(fault.at), fault.code, fault.message, fault.remedy)
        return None


def shape_of(node: YNode) -> tuple[str, FactShape] | None:
    """The name and shape of a fact, read in a first pass so that expressions may use facts of any file."""
    fields = Fields(node, "a fact", _FACT_KEYS, Report())
    name, kind = fields.text("fact"), fields.text("type")
    if not name or kind not in tuple(FactType):
        return None
    return name, FactShape(FactType(kind), tuple(item.text for item in fields.scalars("options")))


def read_group(fields: Fields, report: Report) -> Group | None:
    """Read what a repeated group is: its role, how its members are counted, and how many there may be."""
    role, counted_by, most = fields.slug("group"), fields.slug("counted_by", dots=True), fields.whole("at_most", 0)
    if not 1 < most <= MOST_MEMBERS:
        report.error(fields.place, "E326", f"a group has 2 to {MOST_MEMBERS} members", "at_most: 6")
        return None
    return Group(role, counted_by, most, fields.at) if SLUG.match(role) and counted_by else None


@dataclass(frozen=True, slots=True)
class WrittenFact:
    """A fact as it stands in a file, or as a group's fact stands for one of its members."""

    fact_set: str
    node: YNode
    report: Report
    role: str = ""
    number: int = 0


def member_fact(written: WrittenFact, group: Group, number: int) -> WrittenFact:
    """A group's fact for one member: asked only when there are so many. What is wrong is told once."""
    node = only_when_there(member_of(written.node, group, number), "ask_when", group, number)
    report = written.report if number == 1 else Report()
    return WrittenFact(written.fact_set, node, report, group.role, number)


def read_fact(written: WrittenFact, vocabulary: Vocabulary) -> Fact:
    """Read one fact."""
    report = written.report
    fields = Fields(written.node, "a fact", _FACT_KEYS, report)
    kind = fields.one_of("type", FactType)
    ask_when = fields.scalar("ask_when")
    name = fields.slug("fact", dots=True)
    if written.role and name.partition(".")[0] != f"{written.role}_{written.number}":
        report.error(fields.place, "E326", f"{name} is not of the group {written.role}", f"name it {written.role}.…")
    return Fact(
        name=name,
        fact_set=written.fact_set,
        type=kind,
        at=fields.at,
        options=_options(fields, kind),
        ask_when=read_rule(ask_when, vocabulary, report) if ask_when else None,
        value=_calculation(fields, kind, vocabulary),
        least=_bound(fields, "min", kind),
        greatest=_bound(fields, "max", kind),
        sensitivity=fields.one_of("sensitivity", Sensitivity, Sensitivity.ORDINARY),
        reuse=_reuse(fields),
        shelf_life=_shelf_life(fields),
        binds=fields.one_of("binds", Binding) if fields.has("binds") else None,
        about=fields.one_of("about", About, About.CITIZEN),
        role=written.role,
        number=written.number,
        renamed_from=fields.words("renamed_from"),
    )


def _options(fields: Fields, kind: FactType) -> tuple[str, ...]:
    options = fields.words("options")
    if kind in _WITH_OPTIONS and len(options) < 2:
        fields.report.error(fields.place, "E320", f"a {kind} needs at least two options", "options: [a, b]")
    if options and kind not in _WITH_OPTIONS:
        fields.report.error(fields.place, "E320", f"a {kind} has no options", "make it a choice, or remove them")
    for item in fields.scalars("options"):
        if item.text in _RESERVED_OPTIONS:
            fields.report.error(
                item.place, "E320", f"{item.text} cannot be an option", "unknown and declined are always there"
            )
        elif not re.fullmatch(r"[a-z][a-z0-9_]*", item.text):
            fields.report.error(
                item.place, "E314", f"{item.text} is no option name", "lower-case letters, digits and _"
            )
    return options


def _reuse(fields: Fields) -> str:
    scalar = fields.scalar("reuse")
    if scalar is None:
        return "visit"
    if not _REUSE.fullmatch(scalar.text):
        fields.report.error(scalar.place, "E315", f"{scalar.text} is no reuse", "visit or never; for days: shelf_life")
    return scalar.text


def _shelf_life(fields: Fields) -> int:
    """For how long an answer counts; what binds, what is calculated, and what is another adult's, never does."""
    scalar = fields.scalar("shelf_life")
    if scalar is None:
        return 0
    found = _SHELF_LIFE.fullmatch(scalar.text)
    if found is None or int(found[1]) > _LONGEST_LIFE:
        fields.report.error(scalar.place, "E370", f"{scalar.text} is no shelf life", "shelf_life: 30 days, at most 365")
        return 0
    for key, code, why in (
        ("binds", "E371", "an answer that binds is never used again"),
        ("value", "E372", "a calculation is made anew"),
        ("table", "E372", "a calculation is made anew"),
    ):
        if fields.has(key):
            fields.report.error(scalar.place, code, f"{why}: it has no shelf life", "remove shelf_life")
            return 0
    if fields.text("about") == About.ANOTHER_ADULT or fields.text("reuse") == "never":
        fields.report.error(scalar.place, "E371", "this is used in no other visit: it has no shelf life", "remove it")
        return 0
    return int(found[1])


def _calculation(fields: Fields, kind: FactType, vocabulary: Vocabulary) -> Calculation | None:
    written = fields.scalar("value")
    if (table := fields.node("table")) is not None:
        if written is not None:
            fields.report.error(fields.place, "E344", "a fact has a value or a table, not both", "remove one")
        shape = FactShape(kind, tuple(item.text for item in fields.scalars("options")))
        return read_table(table, shape, vocabulary, fields.report)
    if written is None:
        return None
    if kind not in _CALCULABLE:
        fields.report.error(written.place, "E321", f"a {kind} cannot be calculated", "give it a table: instead")
        return None
    try:
        if kind is FactType.YES_NO:
            return Calculation(written.text, str(written.place), rule=rule_of(written.text, vocabulary))
        return Calculation(written.text, str(written.place), worth=worth_of(written.text, vocabulary, kind))
    except ExpressionFault as fault:
        fields.report.error(written.place_at(fault.at), fault.code, fault.message, fault.remedy)
        return None


def _bound(fields: Fields, key: str, kind: FactType) -> Bound | None:
    written = fields.scalar(key)
    if written is None:
        return None
    bound = _day_bound(written.text) if kind is FactType.DATE else _number_bound(written.text, kind)
    if bound is None:
        form = "an ISO date, today, today-3y" if kind is FactType.DATE else "a number"
        fields.report.error(written.place, "E322", f"{key} of a {kind} cannot be {written.text}", f"write {form}")
    return bound


def _day_bound(text: str) -> Bound | None:
    if match := _SPAN.match(text):
        count, unit = int(match[1] or 0), match[2] or "d"
        return Bound(text, count=count, unit=unit) if abs(count) * _DAYS_OF[unit] <= _LONGEST_SPAN else None
    day = day_in(text)
    return Bound(text, day=day) if day else None


def _number_bound(text: str, kind: FactType) -> Bound | None:
    if kind not in (FactType.WHOLE_NUMBER, FactType.MONEY) or not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,2})?", text):
        return None
    return Bound(text, number=Decimal(text))


def read_parameter(node: YNode, report: Report) -> Parameter:
    """Read one parameter with all its values, the newest first."""
    fields = Fields(node, "a parameter", ("name", "values", "for_program"), report)
    name = fields.slug("name", dots=True)
    kind = name.partition(".")[0]
    if name and kind not in _PARAMETER_KINDS:
        report.error(fields.place, "E323", f"{kind} is no kind of parameter", f"choose: {', '.join(_PARAMETER_KINDS)}")
    values = [_dated_value(item, kind, report) for item in fields.items("values", required=True)]
    values.sort(key=lambda value: value.valid_from, reverse=True)
    for newer, older in pairwise(values):
        if newer.valid_from == older.valid_from:
            report.error(fields.place, "E324", f"{name} has two values from {newer.valid_from}", "keep one")
    return Parameter(name, tuple(values), fields.at, fields.flag("for_program", default=False))


def _dated_value(node: YNode, kind: str, report: Report) -> DatedValue:
    fields = Fields(node, "a value", _VALUE_KEYS, report)
    value = fields.by_language("value", required=True)
    if kind in _ONE_FOR_ALL and list(value) != [""]:
        fields.report.error(fields.place, "E325", f"a {kind} is the same in every language", "write one value")
    for text in value.values():
        if kind in ("fee", "amount") and not _EUROS.fullmatch(text):
            report.error(fields.place, "E325", f"{text} is no amount of euros", "two decimals and a dot: 55.00")
        if kind in ("number", "duration") and not _DIGITS.fullmatch(text):
            report.error(fields.place, "E325", f"{text} is no whole number", "write digits")
    return DatedValue(
        value=value,
        valid_from=fields.day("valid_from", required=True) or date.min,
        valid_to=fields.day("valid_to"),
        source=fields.text("source", required=True) or "",
        checked=fields.day("checked", required=True) or date.min,
        verified=fields.flag("verified", default=False),
        hours=fields.by_language("hours"),
        at=fields.at,
    )


def read_agency(node: YNode, report: Report) -> Agency:
    """Read one agency."""
    fields = Fields(node, "an agency", _AGENCY_KEYS, report)
    return Agency(
        id=fields.slug("id"),
        names=fields.by_language("names", required=True),
        kind=fields.word_of("kind", _AGENCY_KINDS),
        phone=fields.text("phone"),
        url=fields.text("url"),
        address=fields.text("address"),
        at=fields.at,
    )
