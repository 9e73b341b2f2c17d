"""What was done in the citizen's name: when, under which line, what was given; and the paper that tells them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.usecases.show_mandates import ShownAct
from i18n.data_kind_words import kinds_named
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class ActsPart(Speaking, QWidget):
    """Gone while nothing was done."""

    paper_requested = Signal()
    """Show and print the list for the citizen."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._acts: tuple[ShownAct, ...] = ()
        self._title = Text(Role.HEADING)
        self._list = column(gap=Space.S)
        self.paper = button()
        buttons = WrapRow()
        buttons.add(self.paper)
        layout = column(self, gap=Space.S)
        layout.addWidget(self._title)
        layout.addLayout(self._list)
        layout.addWidget(buttons)
        self.paper.clicked.connect(self.paper_requested)
        self.retranslate()

    def show_acts(self, acts: tuple[ShownAct, ...]) -> None:
        """Show what was done, the last one first."""
        self._acts = acts
        self.setVisible(bool(acts))
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("Done in the citizen's name"))
        self.paper.setText(words.text("Show and print the list for the citizen"))
        clear(self._list)
        for act in reversed(self._acts):
            card = GroupCard(gap=Space.XS)
            card.setAccessibleName(act.title)
            title = Text(Role.STRONG)
            title.setText(act.title)
            told = Text()
            told.setText("\n".join(self._told(act)))
            card.column.addWidget(title)
            card.column.addWidget(told)
            self._list.addWidget(card)
            card.show()

    def _told(self, act: ShownAct) -> list[str]:
        words, formats = self.words, self._translator.formats
        day, time = formats.short_date(act.at.date()), formats.time_of_day(act.at.time())
        told = [
            words.text("{day} {time}", day=day, time=time),
            words.text(
                "Under line {n} of the mandate {code}. Given to {agency}: {kinds}.",
                n=act.line,
                code=act.code,
                agency=act.agency,
                kinds=kinds_named(words, act.kinds),
            ),
        ]
        if act.reference:
            told.append(words.text("Reference number: {reference}.", reference=act.reference))
        return told
