"""Answers: what was said, and what it means once the fact's type has read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desk.model.ids import FactName


class FactType(StrEnum):
    """The types a fact can have; the names are those of the errand files."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    WHOLE_NUMBER = "whole_number"
    MONEY = "money"
    MUNICIPALITY = "municipality"


class Unsaid(StrEnum):
    """The two answers that give no value. Neither is asked again."""

    UNKNOWN = "unknown"
    DECLINED = "declined"


class Binding(StrEnum):
    """An answer that binds the one who gives it: it is for one errand and one day, and is never used again."""

    CONSENT = "consent"
    SIGNATURE = "signature"
    SIGNED_ON = "signed_on"


class About(StrEnum):
    """Whom an answer is about."""

    CITIZEN = "citizen"
    """The citizen, their home and their children who are minors."""
    ANOTHER_ADULT = "another_adult"
    """Somebody who could come to the desk themselves: what is known of them stays in the visit."""


class Sensitivity(StrEnum):
    """How much harm an answer could do in wrong hands."""

    ORDINARY = "ordinary"
    SENSITIVE = "sensitive"


Value = bool | int | Decimal | date | str | frozenset[str]
"""A typed value: yes_no → bool, whole_number → int, money → Decimal, choice and municipality → str."""

Said = str | tuple[str, ...]
"""An answer as it is stored and as an answers file has it: ``yes``/``no``, an ISO date, a number, an option, a code,
``unknown`` or ``declined``; *choices* are a tuple of options in alphabetical order, perhaps empty."""

Answers = Mapping[FactName, Said]
"""The answers of one visit."""


def is_unsaid(said: Said) -> bool:
    """Tell whether an answer is *does not know* or *does not want to say*."""
    return said in (Unsaid.UNKNOWN, Unsaid.DECLINED)
