"""A whole number or an amount of money, typed with either decimal sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from i18n.translator import Translator
from ui.theme.roles import Role
from ui.widgets.field_answer import FieldAnswer
from ui.widgets.text import Text

_WHOLE = re.compile(r"^-?\d{1,12}$")
_MONEY = re.compile(r"^\d{1,12}([.,]\d{1,2})?$")
_WIDTH_IN_CHARACTERS = 16


@dataclass(frozen=True, slots=True)
class NumberBounds:
    """The numbers that are possible."""

    least: Decimal | None = None
    most: Decimal | None = None


class NumberAnswer(FieldAnswer):
    """The answer to *how many* or *how much*."""

    def __init__(
        self,
        translator: Translator,
        bounds: NumberBounds = NumberBounds(),
        parent: QWidget | None = None,
        *,
        money: bool = False,
    ) -> None:
        super().__init__(translator, parent)
        self._bounds = bounds
        self._money = money
        self.field.set_characters(_WIDTH_IN_CHARACTERS)
        self._unit = Text(Role.BODY, wrap=False)
        self.beside.insertWidget(1, self._unit)
        self._unit.setVisible(money)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self._unit.setText(self.words.text("euros"))

    def shown(self, said: str) -> str:
        return said.replace(".", ",") if self._money else said

    def read(self, typed: str) -> str | None:
        compact = "".join(typed.replace("€", "").split())
        if not (_MONEY if self._money else _WHOLE).match(compact):
            self.set_error(self._not_a_number())
            return None
        value = Decimal(compact.replace(",", "."))
        if error := self._out_of_bounds(value):
            self.set_error(error)
            return None
        return f"{value:.2f}" if self._money else str(int(value))

    def _not_a_number(self) -> str:
        if self._money:
            return self.words.text("Write the amount with digits, for example 1250 or 37,21.")
        return self.words.text("Write a whole number with digits, for example 3.")

    def _out_of_bounds(self, value: Decimal) -> str:
        words, formats = self.words, self._translator.formats
        least, most = self._bounds.least, self._bounds.most
        if least is not None and value < least:
            return words.text("The number is at least {number}.", number=formats.number(least))
        if most is not None and value > most:
            return words.text("The number is at most {number}.", number=formats.number(most))
        return ""
