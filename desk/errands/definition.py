"""The typed model of errand definitions: what the loader makes and the bundle stores. Words are kept apart.

``at`` is where a thing was written, as ``file:line:column``, so that later findings can still point there.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from desk.errands.members import Group, name_in_words
from desk.errands.nodes import Rule, Worth
from desk.model.agreement import Task
from desk.model.facts import About, Binding, FactType, Sensitivity
from desk.model.path import Begins, ChannelKind, HintKind, Mode, Nature, Need, When

_TASK_OF_MODE = {Mode.PAPER: Task.DOCUMENTS_IN, Mode.REMOTE: Task.REMOTE_SERVICE}

Text = str | tuple[str, ...]
"""A sentence or more; a list where the format has one (``how``, ``triggers``)."""


class Expression(Struct, frozen=True):
    """A rule with the text it was written as."""

    text: str
    rule: Rule
    at: str


class Bound(Struct, frozen=True):
    """A least or greatest value: a number, a day, or a span from today."""

    text: str
    number: Decimal | None = None
    day: date | None = None
    count: int = 0
    unit: str = ""


class TableRow(Struct, frozen=True):
    """Where a row of a table stands, and what it gives, as it was written."""

    at: str
    gives: str


class Table(Struct, frozen=True):
    """What a calculation looked like that was written as a table."""

    policy: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    at: str
    open_end: bool = True
    """False when it was written what is so where no row holds."""


class Calculation(Struct, frozen=True):
    """The value of a fact that is never asked: a rule for yes_no, else an expression with a value."""

    text: str
    at: str
    rule: Rule | None = None
    worth: Worth | None = None
    table: Table | None = None


class Fact(Struct, frozen=True):
    """A question, or a calculation."""

    name: str
    fact_set: str
    type: FactType
    at: str
    options: tuple[str, ...] = ()
    ask_when: Expression | None = None
    value: Calculation | None = None
    least: Bound | None = None
    greatest: Bound | None = None
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    reuse: str = "visit"
    shelf_life: int = 0
    """For how many days an answer counts in later visits of the same person; 0: in this visit alone."""
    binds: Binding | None = None
    about: About = About.CITIZEN
    role: str = ""
    number: int = 0
    """Of a repeated group: its role, and which member this is of."""
    renamed_from: tuple[str, ...] = ()
    """Names that it had before: an answer that was given under one of them is its answer."""

    @property
    def words_name(self) -> str:
        """The name that its words stand under."""
        return name_in_words(self.name, self.role, self.number)

    @property
    def may_be_carried(self) -> bool:
        """Tell whether an answer may count in a later visit of the same person: never one that binds."""
        return self.shelf_life > 0 and self.binds is None and self.about is About.CITIZEN and self.is_asked

    @property
    def is_asked(self) -> bool:
        """False for a calculation."""
        return self.value is None


class DatedValue(Struct, frozen=True):
    """A parameter's value over some time, with where it was seen. One for all languages has the key ``""``."""

    value: dict[str, str]
    valid_from: date
    source: str
    checked: date
    at: str
    valid_to: date | None = None
    verified: bool = False
    hours: dict[str, str] = {}


class Parameter(Struct, frozen=True):
    """An amount, phone number, address …, by date. ``for_program``: the program itself reads it, no errand has to."""

    name: str
    values: tuple[DatedValue, ...]
    at: str
    for_program: bool = False

    @property
    def kind(self) -> str:
        """The first word of the name: fee, amount, phone, url, address, form, number or duration."""
        return self.name.partition(".")[0]

    def on(self, day: date) -> DatedValue | None:
        """The value in force on a day."""
        for value in self.values:
            if value.valid_from <= day and (value.valid_to is None or day <= value.valid_to):
                return value
        return None


class Agency(Struct, frozen=True):
    """An authority or other party, with the parameters that hold its contact details."""

    id: str
    names: dict[str, str]
    kind: str
    at: str
    phone: str | None = None
    url: str | None = None
    address: str | None = None


class DeadlineRule(Struct, frozen=True):
    """How a day is counted. ``base`` is a fact when ``base_is`` is ``fact``, a step's id when ``step``."""

    rule: str
    direction: str
    base_is: str
    base: str
    count: int
    unit: str
    nature: Nature
    at: str
    when: Expression | None = None


class Channel(Struct, frozen=True):
    """One way to do a step; contact details are names of parameters."""

    id: str
    kind: ChannelKind
    needs: tuple[Need, ...]
    at: str
    phone: str | None = None
    url: str | None = None
    address: str | None = None
    form: str | None = None
    when: Expression | None = None
    fee: str | None = None
    """What it costs this way: a parameter, or ``free``."""
    minutes: str | None = None
    """How many minutes doing it takes: a parameter."""
    wait: str | None = None
    """After how many days it is dealt with: a parameter."""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that it names: contacts, and what it costs and takes."""
        named = (self.phone, self.url, self.address, self.form, self.fee, self.minutes, self.wait)
        return tuple(name for name in named if name)


class Document(Struct, frozen=True):
    """Something to bring."""

    id: str
    at: str
    when: Expression | None = None
    ways: tuple[str, ...] = ()
    """The channels that need it; none named: all."""


class Step(Struct, frozen=True):
    """Something that has to be done, and when it applies."""

    id: str
    errand: str
    agency: str
    mode: Mode
    applies: Expression
    source: str
    checked: date | None
    verified: bool
    at: str
    at_desk: bool = False
    when_to_do: When = When.SOON
    service: str | None = None
    general_description: str | None = None
    channels: tuple[Channel, ...] = ()
    documents: tuple[Document, ...] = ()
    after: tuple[str, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    earliest: DeadlineRule | None = None
    fee: str | None = None
    warnings: tuple[str, ...] = ()
    whose: str = ""
    """The role of the person it is about."""
    number: int = 0
    """Of a repeated group: which member it is about."""
    no_check: str = ""
    """Of an automatic step: why there is no day on which to look whether it has happened."""
    task: Task | None = None
    """What of the law's tasks handling it at a desk is; ``None``: what its mode says."""
    merge: str | None = None
    """Steps with the same key are one matter: in a visit they become one step."""
    if_refused: str | None = None
    """The step that says how to ask for a change when the agency refuses."""

    @property
    def words_id(self) -> str:
        """The id that its words stand under."""
        return self.id.removesuffix(f"_{self.number}") if self.number else self.id

    @property
    def desk_task(self) -> Task:
        """What an agreement must give a desk, to handle it."""
        return self.task or _TASK_OF_MODE.get(self.mode, Task.E_SERVICES)


class Section(Struct, frozen=True):
    """Facts that are asked together."""

    id: str
    facts: tuple[str, ...]
    at: str


class Errand(Struct, frozen=True):
    """One matter that spans authorities."""

    id: str
    number: str
    group: str
    version: int
    valid_from: date
    source: str
    checked: date | None
    fact_sets: tuple[str, ...]
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    at: str
    discreet_when: Expression | None = None
    cases: int = 0


class Hint(Struct, frozen=True):
    """Something that may be worth a look in any errand: shown while its rule surely holds, and never asked for."""

    id: str
    kind: HintKind
    agency: str
    when: Expression
    source: str
    checked: date | None
    verified: bool
    at: str
    on: Calculation | None = None
    """The day that comes."""
    begins: Begins | None = None
    service: str | None = None
    phone: str | None = None
    url: str | None = None
    covered_by: tuple[str, ...] = ()
    """Steps, and merge keys of steps, that say the same: in a visit with their errand there is no hint."""
    discreet: bool = False


class Withdrawal(Struct, frozen=True):
    """A step's rule, or a parameter's value, that was wrong. ``day``: when it was put right."""

    id: str
    step: str | None
    parameter: str | None
    day: date
    source: str
    at: str
    removed: bool = False
    """The step or parameter is no more."""


class PhraseCard(Struct, frozen=True):
    """What a clerk may say in a hard talk. It fits visits of its errands, and those in which its rule surely holds."""

    id: str
    errands: tuple[str, ...]
    source: str
    checked: date | None
    at: str
    when: Expression | None = None


class Definitions(Struct, frozen=True):
    """Everything but the words."""

    facts: dict[str, Fact]
    parameters: dict[str, Parameter]
    agencies: dict[str, Agency]
    errands: dict[str, Errand]
    groups: dict[str, Group] = {}
    hints: dict[str, Hint] = {}
    withdrawals: dict[str, Withdrawal] = {}
    phrases: dict[str, PhraseCard] = {}

    def steps(self) -> dict[str, Step]:
        """All steps by id."""
        return {step.id: step for errand in self.errands.values() for step in errand.steps}
