"""What ways cost on paper, and the one line that says which other way costs less or is dealt with sooner."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from desk.model.path import ChannelKind, Mode
from desk.model.plan import PlanChannel, PlanFee, PlanFigure, PlanStep
from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import Domain, Lexicon
from printing.document import Block, Fields
from printing.papers.plan_help import HelpWords
from printing.papers.plan_step import StepWriter
from printing.papers.plan_ways import figures, less_elsewhere
from printing.papers.wording import Wording
from tests.printing.plans import PENSION

WEB = PlanChannel(
    ChannelKind.E_SERVICE, None, recommended=True, usable=True, id="web", fee=PlanFee("42 €", False, amount=Decimal(42))
)
VISIT = PlanChannel(
    ChannelKind.VISIT, None, recommended=False, usable=True, id="visit", fee=PlanFee("48 €", False, amount=Decimal(48))
)


def say() -> Wording:
    return Wording(Lexicon().words(Language.EN, Domain.CITIZEN), Formats(Language.EN))


def blocks(step: PlanStep) -> tuple[Block, ...]:
    writer = StepWriter(
        say(), {}, frozenset(), discreet=False, ask_first=frozenset(), some_cost=False, help=HelpWords.of((), say())
    )
    return writer.step(step).blocks


def told(*channels: PlanChannel) -> list[str]:
    return list(less_elsewhere(replace(PENSION, channels=channels), say()))


def test_nothing_is_said_when_the_way_itself_costs_least() -> None:
    assert told(WEB, VISIT) == []
    assert told(WEB) == []


def test_a_cheaper_way_is_named_with_both_prices() -> None:
    chosen = replace(VISIT, chosen=True)
    assert told(chosen, WEB) == ["Web: 42 €. This way: 48 €."]


def test_a_way_that_the_citizen_cannot_use_is_no_bargain() -> None:
    no_e_id = replace(WEB, usable=False, recommended=False)
    assert told(replace(VISIT, recommended=True), no_e_id) == []
    assert told(replace(VISIT, recommended=True, fee=None), WEB) == [], "nothing to compare with"


def test_a_way_that_is_dealt_with_sooner_is_named() -> None:
    slow = replace(VISIT, chosen=True, fee=None, wait=PlanFigure("about 14 days", True, 14))
    quick = replace(WEB, fee=None, wait=PlanFigure("about 3 days", True, 3))
    assert told(slow, quick) == ["Web: about 3 days. This way: about 14 days."]


def test_each_way_says_what_it_costs_and_takes() -> None:
    whole = replace(WEB, minutes=PlanFigure("about 20 minutes", True, 20), wait=PlanFigure("about 3 days", True, 3))
    assert list(figures(whole, say())) == ["42 €", "about 20 minutes to do", "dealt with in about 3 days"]
    assert list(figures(whole, say(), whole)) == ["42 €", "about 20 minutes to do"], "the best way has said how long"


def test_a_talk_from_afar_has_a_line_for_what_is_agreed() -> None:
    talk = replace(PENSION, mode=Mode.REMOTE)
    assert any(isinstance(block, Fields) for block in blocks(talk))
    assert not any(isinstance(block, Fields) for block in blocks(PENSION))
    video = replace(WEB, kind=ChannelKind.REMOTE)
    assert any(isinstance(block, Fields) for block in blocks(replace(PENSION, channels=(video,))))
