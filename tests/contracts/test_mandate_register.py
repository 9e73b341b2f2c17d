"""What every way to the national register of mandates promises: an answer, and never a guess."""

from __future__ import annotations

import pytest

from desk.model.ids import AgencyId
from desk.model.mandate import RegisterResult
from desk.model.mandate_register import RegisterCheck
from desk.ports.mandate_register import MandateRegister
from i18n.language import Language
from services.mandate_register import RegisterNotConnected
from tests.mandate_fakes import FakeMandateRegister

CHECK = RegisterCheck("Maija Mallikas", None, {Language.FI: "Mallilan asiointipiste"}, (AgencyId("vero"),))


@pytest.mark.parametrize("register", [RegisterNotConnected(), FakeMandateRegister()])
def test_what_cannot_be_asked_is_not_checked(register: MandateRegister) -> None:
    assert register.look_up(CHECK) is RegisterResult.NOT_CHECKED


def test_the_fake_tells_what_it_was_told() -> None:
    register = FakeMandateRegister({"Maija Mallikas": RegisterResult.NOT_FOUND})
    assert register.look_up(CHECK) is RegisterResult.NOT_FOUND
    assert register.asked == [CHECK]
