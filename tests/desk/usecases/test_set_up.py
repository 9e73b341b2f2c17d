"""What a desk is set up with, and what follows from it."""

from __future__ import annotations

import pytest

from desk.errors import NotYourRole
from desk.model.role import Function, Role
from desk.ports import Queue
from desk.usecases.duty import Duty
from desk.usecases.point_printer import PointPrinters
from desk.usecases.set_up import PointSetUp, SetUp
from i18n.language import CLERK_LANGUAGES, Language
from tests.fakes import FakeCasebook, FakePrinters


@pytest.fixture
def casebook() -> FakeCasebook:
    return FakeCasebook()


@pytest.fixture
def set_up(casebook: FakeCasebook) -> SetUp:
    return SetUp(casebook, Duty(casebook), FakePrinters())


def test_nothing_of_it_is_needed(set_up: SetUp) -> None:
    assert set_up.read() == PointSetUp(False, None, CLERK_LANGUAGES, "")


def test_it_is_kept_for_the_next_start(set_up: SetUp, casebook: FakeCasebook) -> None:
    set_up.work_as(Role.DIGITAL_SUPPORT)
    set_up.serve_in([Language.SE, Language.FI])
    set_up.print_on("Aula")
    set_up.finish()
    again = SetUp(casebook, Duty(casebook), FakePrinters())
    assert again.read() == PointSetUp(True, Role.DIGITAL_SUPPORT, (Language.FI, Language.SE), "Aula")
    assert Duty(casebook).stores_nothing
    again.serve_in([])
    assert again.read().languages == CLERK_LANGUAGES


def test_what_the_desk_is_for_counts_at_once(casebook: FakeCasebook) -> None:
    duty = Duty(casebook)
    SetUp(casebook, duty, FakePrinters()).work_as(Role.DIGITAL_SUPPORT)
    with pytest.raises(NotYourRole):
        duty.require(Function.KEEP_PLAN)


@pytest.mark.parametrize(("wanted", "first"), [("Aula", "Aula"), ("", "Tiski"), ("poissa", "Tiski")])
def test_papers_go_to_the_printer_that_was_chosen_while_it_is_there(casebook, wanted, first):
    printers = FakePrinters("Tiski", "Aula")
    casebook.set_setting("point.printer", wanted)
    own = PointPrinters(printers, casebook)
    assert own.queues()[0] == Queue(first, is_default=True)
    assert {queue.name for queue in own.queues()} == {"Tiski", "Aula"}
    assert [queue.is_default for queue in own.queues()] == [True, False]
    own.send(b"%PDF", None, "Palvelutiski")
    own.send(b"%PDF", "Tiski", "Palvelutiski")
    assert [queue for queue, _title, _pdf in printers.sent] == [first, "Tiski"]
