"""Whom papers name as the one to ask, in the language of the paper."""

from __future__ import annotations

import pytest

from desk.errors import SecretInText
from desk.model.plan import WhoToAsk
from desk.usecases.point_details import NameInLanguage, PointDetails
from i18n.language import Language
from tests.fakes import FakeCasebook

UTSJOKI = WhoToAsk("Utsjoen asiointipiste", "016 123 456", "ma-pe 9-15", "Kylätie 1")


@pytest.fixture
def details() -> PointDetails:
    details = PointDetails(FakeCasebook())
    details.write(UTSJOKI)
    return details


def test_a_paper_names_it_as_it_is_called_in_its_language(details: PointDetails) -> None:
    details.write_name(Language.SE, NameInLanguage("Ohcejohka"))
    details.write_name(Language.SV, NameInLanguage("Utsjoki samservice", "Byvägen 1"))
    in_sami, in_swedish = details.read(Language.SE), details.read(Language.SV)
    assert in_sami == WhoToAsk("Ohcejohka", "016 123 456", "ma-pe 9-15", "Kylätie 1")
    assert in_swedish == WhoToAsk("Utsjoki samservice", "016 123 456", "ma-pe 9-15", "Byvägen 1")
    assert details.read(Language.AR) == details.read(Language.EN) == details.read() == UTSJOKI


def test_a_name_in_another_language_alone_is_no_name() -> None:
    details = PointDetails(FakeCasebook())
    details.write_name(Language.SV, NameInLanguage("Samservice"))
    assert details.read(Language.SV) is None


def test_a_secret_is_refused_and_nothing_is_written(details: PointDetails) -> None:
    with pytest.raises(SecretInText):
        details.write_name(Language.SV, NameInLanguage("Samservice", "pin 1234"))
    assert details.names()[Language.SV] == NameInLanguage()
