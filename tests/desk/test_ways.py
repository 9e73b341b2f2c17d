"""Which way is recommended to whom, and why; and that a way that was chosen stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desk.model.path import ChannelKind, Fee, Figure, Need, Source, StepChannel
from desk.model.ways import Able, Barrier, Suits, weighed

SEEN = Source("", None, verified=True)
WEB = StepChannel("web", ChannelKind.E_SERVICE, (Need.E_ID, Need.DEVICE))
CALL = StepChannel("call", ChannelKind.PHONE, (Need.PHONE,))
VISIT = StepChannel("visit", ChannelKind.VISIT)
POST = StepChannel("post", ChannelKind.MAIL)


def best(*channels: StepChannel, here: bool = False, **able) -> tuple[str, tuple[Suits, ...]]:
    first = weighed(channels, Able(**able), here=here)[0]
    return first.channel.id, first.suits


def without(channel: StepChannel, *needs: Need) -> StepChannel:
    return StepChannel(channel.id, channel.kind, channel.needs, usable=not set(needs) & set(channel.needs))


def test_the_author_s_first_way_is_the_usual_one() -> None:
    assert best(WEB, CALL, VISIT) == ("web", (Suits.USUAL,))
    assert best(WEB, CALL, VISIT, here=True) == ("web", (Suits.TOGETHER,))


@pytest.mark.parametrize(
    ("channels", "able", "found"),
    [
        ((without(WEB, Need.E_ID), CALL), {"lacks": frozenset({Need.E_ID})}, ("call", (Suits.NO_E_ID,))),
        ((without(WEB, Need.DEVICE), CALL), {"lacks": frozenset({Need.DEVICE})}, ("call", (Suits.NO_DEVICE,))),
        ((VISIT, CALL), {"hard_to_come": True}, ("call", (Suits.NO_TRAVEL,))),
        ((CALL, VISIT), {"hard_of_hearing": True}, ("visit", (Suits.NO_CALL,))),
        ((WEB, POST, CALL), {"needs_interpreter": True}, ("call", (Suits.INTERPRETER,))),
        ((CALL, VISIT), {"hard_of_hearing": True, "hard_to_come": True}, ("call", (Suits.NO_TRAVEL,))),
        (
            (POST, VISIT, CALL),
            {"hard_to_come": True, "needs_interpreter": True},
            ("call", (Suits.NO_TRAVEL, Suits.INTERPRETER)),
        ),
    ],
)
def test_what_is_hard_for_the_citizen_comes_later(channels, able, found) -> None:
    assert best(*channels, **able) == found


def test_at_the_desk_the_clerk_stands_by_a_written_way() -> None:
    assert best(WEB, CALL, needs_interpreter=True, here=True)[0] == "web"


def test_a_way_that_cannot_be_used_is_never_recommended() -> None:
    (only,) = weighed([without(WEB, Need.E_ID)], Able(frozenset({Need.E_ID})), here=False)
    assert not only.is_recommended
    assert only.barriers == (Barrier.E_ID,)


def test_cheaper_and_quicker_are_said_where_they_are_known() -> None:
    def priced(channel: StepChannel, price: int, days: int) -> StepChannel:
        fee = Fee(Decimal(price), "EUR", None, SEEN)
        return StepChannel(channel.id, channel.kind, fee=fee, wait=Figure(days, SEEN))

    assert best(priced(WEB, 42, 3), priced(VISIT, 48, 9)) == ("web", (Suits.CHEAPEST, Suits.QUICKEST))
    assert best(priced(VISIT, 48, 3), priced(WEB, 42, 3)) == ("visit", (Suits.USUAL,)), "the author's order stands"
    assert best(priced(WEB, 42, 3), VISIT) == ("web", (Suits.USUAL,)), "nothing to compare with"


def test_every_profile_leaves_the_order_of_the_rest_to_the_author() -> None:
    ways = weighed([VISIT, POST, CALL, WEB], Able(hard_to_come=True), here=False)
    assert [way.channel.id for way in ways] == ["post", "call", "web", "visit"]
