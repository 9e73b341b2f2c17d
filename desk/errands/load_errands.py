"""Reads the steps of one errand from its YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import structs

from desk.errands.budget import PARTS_OF_A_COPY
from desk.errands.definition import Channel, DeadlineRule, Document, Errand, Expression, Section, Step
from desk.errands.diagnostics import ExpressionFault, did_you_mean
from desk.errands.fields import Fields, Report
from desk.errands.groups import member_of, names_of_members, only_when_there
from desk.errands.load_facts import read_rule
from desk.errands.nodes import Truth
from desk.errands.vocabulary import Vocabulary
from desk.errands.yaml_text import YList, YMap, YNode, YText
from desk.model.agreement import Task
from desk.model.path import ChannelKind, Mode, Nature, Need, When

_ERRAND_KEYS = tuple(
    [
        "errand",
        "number",
        "group",
        "version",
        "valid_from",
        "source",
        "checked",
        "facts",
        "discreet_when",
        "sections",
        "steps",
    ]
)
_STEP_KEYS = tuple(
    [
        "id",
        "agency",
        "service",
        "general_description",
        "mode",
        "at_desk",
        "task",
        "no_check",
        "applies",
        "when_to_do",
        "channels",
        "documents",
        "after",
        "deadline",
        "earliest",
        "fee",
        "warnings",
        "merge",
        "if_refused",
        "whose",
        "for_each",
        "source",
        "checked",
        "verified",
    ]
)
_CHANNEL_KEYS = ("id", "kind", "needs", "phone", "url", "address", "form", "fee", "minutes", "wait", "when")
_DEADLINE_KEYS = ("rule", "direction", "base", "count", "unit", "nature", "when")
_EARLIEST_KEYS = tuple(key for key in _DEADLINE_KEYS if key not in ("nature", "when"))
_NEEDS_OF_KIND = {
    ChannelKind.E_SERVICE: (Need.E_ID, Need.DEVICE),
    ChannelKind.SECURE_MESSAGE: (Need.E_ID, Need.DEVICE),
    ChannelKind.PHONE: (Need.PHONE,),
    ChannelKind.REMOTE: (Need.DEVICE,),
}
_ALWAYS = Truth(True)
MOST_COUNTED = 9999
"""Days, weeks, months or years that a deadline may count: working days are counted one by one."""


class ErrandReading:
    """Reads one ``errand.yaml``."""

    def __init__(self, node: YNode, vocabulary: Vocabulary, report: Report) -> None:
        self._fields = Fields(node, "an errand", _ERRAND_KEYS, report)
        self._vocabulary = vocabulary
        self._report = report
        self._errand = self._fields.slug("errand")

    def errand(self, cases: int) -> Errand:
        """Read it whole; ``cases`` is the number of examples beside it."""
        fields = self._fields
        return Errand(
            id=self._errand,
            number=fields.text("number", required=True) or "",
            group=fields.word_of("group", ("persons", "companies")),
            version=fields.whole("version", 1),
            valid_from=fields.day("valid_from", required=True) or date.min,
            source=fields.text("source", required=True) or "",
            checked=fields.day("checked", required=True),
            fact_sets=fields.words("facts"),
            sections=tuple(self._section(item) for item in fields.items("sections", required=True)),
            steps=_waiting([step for item in fields.items("steps", required=True) for step in self._steps(item)]),
            discreet_when=self._rule(fields, "discreet_when"),
            at=fields.at,
            cases=cases,
        )

    def _rule(self, fields: Fields, key: str) -> Expression | None:
        written = fields.scalar(key)
        return read_rule(written, self._vocabulary, self._report) if written else None

    def _section(self, node: YNode) -> Section:
        fields = Fields(node, "a section", ("id", "facts"), self._report)
        return Section(fields.slug("id"), names_of_members(fields.words("facts"), self._vocabulary.groups), fields.at)

    def _steps(self, node: YNode) -> Iterator[Step]:
        """The step; of each member of a group, where it is written so. What is wrong is told once."""
        fields = Fields(node, "a step", _STEP_KEYS, Report())
        role = fields.text("for_each")
        if role is None:
            yield self._step(node)
            return
        group = self._vocabulary.groups.get(role)
        if group is None:
            known = did_you_mean(role, self._vocabulary.groups)
            self._report.error(fields.place, "E326", f"there is no group {role}", known)
            return
        report = self._report
        for number in group.members:
            if not self._can_copy(fields):
                break
            step = self._step(only_when_there(member_of(node, group, number), "applies", group, number))
            yield structs.replace(step, id=f"{step.id}_{number}", whose=role, number=number)
            self._report = Report()
        self._report = report

    def _can_copy(self, fields: Fields) -> bool:
        try:
            self._vocabulary.budget.take(PARTS_OF_A_COPY)
        except ExpressionFault as fault:
            self._report.error(fields.place, fault.code, fault.message, fault.remedy)
            return False
        return True

    def _step(self, node: YNode) -> Step:
        fields = Fields(node, "a step", _STEP_KEYS, self._report)
        applies = self._rule(fields, "applies")
        if not fields.has("applies"):
            self._report.error(fields.place, "E312", "a step lacks applies", "write applies: always, or a rule")
        return Step(
            id=fields.slug("id"),
            errand=self._errand,
            agency=fields.slug("agency"),
            mode=fields.one_of("mode", Mode),
            at_desk=fields.flag("at_desk", default=False),
            task=fields.one_of("task", Task) if fields.has("task") else None,
            applies=applies or Expression("always", _ALWAYS, fields.at),
            when_to_do=fields.one_of("when_to_do", When, When.SOON),
            service=fields.text("service"),
            general_description=fields.text("general_description"),
            channels=tuple(self._channel(item) for item in fields.items("channels")),
            documents=tuple(self._document(item) for item in fields.items("documents")),
            after=fields.words("after"),
            deadlines=tuple(self._deadline(item) for item in _one_or_more(fields.node("deadline"))),
            earliest=self._earliest(fields.node("earliest")),
            fee=fields.text("fee"),
            warnings=fields.words("warnings"),
            merge=fields.slug("merge") if fields.has("merge") else None,
            if_refused=fields.slug("if_refused") if fields.has("if_refused") else None,
            no_check=fields.text("no_check") or "",
            whose=fields.slug("whose") if fields.has("whose") else "",
            source=fields.text("source", required=True) or "",
            checked=fields.day("checked", required=True),
            verified=fields.flag("verified", default=False),
            at=fields.at,
        )

    def _channel(self, node: YNode) -> Channel:
        fields = Fields(node, "a channel", _CHANNEL_KEYS, self._report)
        kind = fields.one_of("kind", ChannelKind)
        return Channel(
            id=fields.slug("id"),
            kind=kind,
            needs=self._needs(fields) if fields.has("needs") else _NEEDS_OF_KIND.get(kind, ()),
            phone=fields.text("phone"),
            url=fields.text("url"),
            address=fields.text("address"),
            form=fields.text("form"),
            fee=fields.text("fee"),
            minutes=fields.text("minutes"),
            wait=fields.text("wait"),
            when=self._rule(fields, "when"),
            at=fields.at,
        )

    def _needs(self, fields: Fields) -> tuple[Need, ...]:
        known = tuple(need.value for need in Need)
        for item in fields.scalars("needs"):
            if item.text not in known:
                self._report.error(item.place, "E315", f"{item.text} is no need", f"choose: {', '.join(known)}")
        return tuple(Need(item.text) for item in fields.scalars("needs") if item.text in known)

    def _document(self, node: YNode) -> Document:
        if isinstance(node, YText):
            return Document(node.text, str(node.place))
        fields = Fields(node, "a document", ("id", "when", "ways"), self._report)
        return Document(fields.slug("id"), fields.at, self._rule(fields, "when"), fields.words("ways"))

    def _earliest(self, node: YNode | None) -> DeadlineRule | None:
        return (
            self._counted(Fields(node, "earliest", _EARLIEST_KEYS, self._report), Nature.ADVICE, None) if node else None
        )

    def _deadline(self, node: YNode) -> DeadlineRule:
        fields = Fields(node, "a deadline", _DEADLINE_KEYS, self._report)
        return self._counted(fields, fields.one_of("nature", Nature), self._rule(fields, "when"))

    def _counted(self, fields: Fields, nature: Nature, when: Expression | None) -> DeadlineRule:
        base_is, base = self._base(fields)
        count = fields.whole("count")
        if abs(count) > MOST_COUNTED:
            wrong = f"count cannot be {count}; at most {MOST_COUNTED}"
            self._report.error(fields.place, "E316", wrong, "use a larger unit, or no deadline")
        if count < 0:
            self._report.error(fields.place, "E316", "count cannot be negative", "use direction: before")
        return DeadlineRule(
            rule=fields.word_of("rule", ("statutory", "calendar", "working_days")),
            direction=fields.word_of("direction", ("after", "before"), "after"),
            base_is=base_is,
            base=base,
            count=abs(count),
            unit=fields.word_of("unit", ("day", "week", "month", "year")),
            nature=nature,
            when=when,
            at=fields.at,
        )

    def _base(self, fields: Fields) -> tuple[str, str]:
        node = fields.node("base")
        if isinstance(node, YMap) and isinstance(step := node.entries.get("step"), YText):
            return "step", step.text
        written = fields.text("base", required=True) or ""
        if written == "today":
            return "today", ""
        if written.startswith("step"):
            return "step", written.removeprefix("step").lstrip(": ").strip()
        return "fact", written


def _one_or_more(node: YNode | None) -> Sequence[YNode]:
    if node is None:
        return ()
    return node.items if isinstance(node, YList) else (node,)


def _waiting(steps: Sequence[Step]) -> tuple[Step, ...]:
    """What waits for a step of each member waits for that of its own member, or for those of all."""
    members: dict[str, list[Step]] = {}
    for step in steps:
        if step.number:
            members.setdefault(step.words_id, []).append(step)

    def waited_for(step: Step) -> tuple[str, ...]:
        found: list[str] = []
        for name in step.after:
            among = members.get(name, [])
            own = [each.id for each in among if each.number == step.number and each.whose == step.whose]
            found += own or [each.id for each in among] or [name]
        return tuple(found)

    return tuple(structs.replace(step, after=waited_for(step)) if members else step for step in steps)
