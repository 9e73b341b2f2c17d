"""The referrals of the visit: their papers, what became of each, and where one broke off."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.handed import ReferralStory
from desk.model.handing import Break, ReferralEnd
from i18n.handing_words import BREAKS, ENDS, named
from i18n.language import Language
from i18n.translator import Translator
from ui.screens.catalogue.lines_card import CardLine, LinesCard, Way
from ui.screens.handing.state import HandingPage
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.layouts import column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

LETTER, COPY, END = "letter", "copy", "end"


class ReferralsHere(Speaking, QWidget):
    """One line a referral; what became of it is told in a small form under them."""

    ended = Signal(str, object)
    """What became of a referral (``HandingId``, ``ReferralEnd``)."""
    broke = Signal(str, object)
    """Where it broke off (``HandingId``, ``Break``)."""
    paper_requested = Signal(str, bool)
    """The letter, or the citizen's copy (``HandingId``, whether it is the copy)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._page = HandingPage()
        self._open = ""
        self.list = LinesCard()
        self._form, self._about = QWidget(), Text(Role.STRONG)
        self.end, self.broken = ChoiceRow(ReferralEnd), ChoiceRow(Break)
        self.do, self.leave = button(Role.PRIMARY), button(Role.QUIET)
        self._build()
        self.retranslate()

    def render_state(self, page: HandingPage) -> None:
        """Show a state; a form whose wish came true is shut."""
        if page.done != self._page.done or page.visit != self._page.visit:
            self._open = ""
            self.end.choose(None)
            self.broken.choose(None)
        self._page = page
        self.setVisible(bool(page.referrals))
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self.list.show_lines([self._line(each) for each in self._page.referrals], "")
        nothing = words.text("Nothing to tell")
        self.end.set_words(words.text("What became of it"))
        self.end.set_choices({each: named(words, ENDS, each) for each in ReferralEnd}, nothing)
        self.broken.set_words(
            words.text("Where it broke off between agencies"),
            words.text("Is counted, without anything of the citizen."),
        )
        self.broken.set_choices({each: named(words, BREAKS, each) for each in Break}, nothing)
        self.do.setText(words.text("Write it down"))
        self.leave.setText(words.text("Leave it"))
        self._show_form()

    def _show_form(self) -> None:
        story = next((each for each in self._page.referrals if each.referral.id == self._open), None)
        self._form.setVisible(story is not None)
        if story is not None:
            self._about.setText(self._title(story))

    def _title(self, story: ReferralStory) -> str:
        own = story.paper.edges.ours is self._translator.language or self._translator.language is not Language.SV
        agency = story.paper.agency.ours if own else story.paper.agency.theirs
        return f"{story.paper.number} · {agency.text}"

    def _line(self, story: ReferralStory) -> CardLine:
        words, id = self.words, story.referral.id
        told = [named(words, ENDS, story.end)] if story.end is not None else []
        told += [named(words, BREAKS, each) for each in story.breaks]
        return CardLine(
            title=self._title(story),
            text=" ".join(story.referral.sentences),
            small=" · ".join(told) or words.text("Nothing has been heard of it yet."),
            ways=(
                Way(f"{LETTER} {id}", words.text("Letter to the agency")),
                Way(f"{COPY} {id}", words.text("The citizen's copy")),
                Way(f"{END} {id}", words.text("What became of it…")),
            ),
        )

    def _build(self) -> None:
        layout = column(self, gap=Space.M)
        layout.addWidget(self.list)
        layout.addWidget(self._form)
        inside = column(self._form, gap=Space.M)
        buttons = WrapRow()
        buttons.add(self.do)
        buttons.add(self.leave)
        for part in (self._about, self.end, self.broken, buttons):
            inside.addWidget(part)
        self.list.pressed.connect(self._pressed)
        self.do.clicked.connect(self._do)
        self.leave.clicked.connect(self._leave)
        self._form.hide()

    @Slot(str)
    def _pressed(self, key: str) -> None:
        what, _, id = key.partition(" ")
        if what in (LETTER, COPY):
            self.paper_requested.emit(id, what == COPY)
            return
        self._open = id
        self._show_form()
        self.end.list.setFocus()

    @Slot()
    def _do(self) -> None:
        id, end, broken = self._open, self.end.chosen, self.broken.chosen
        if broken is not None:
            self.broke.emit(id, broken)
        if end is not None:
            self.ended.emit(id, end)

    @Slot()
    def _leave(self) -> None:
        self._open = ""
        self._show_form()
