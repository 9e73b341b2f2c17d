"""Refer to an agency: what it is told, on what ground; the words are read to the citizen before anything is told."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.model.handing import ReferralGround
from desk.model.ids import AgencyId
from desk.model.mandate import DataKind
from desk.usecases.refer import Telling
from i18n.data_kind_words import kind_in_full
from i18n.handing_words import GROUNDS, named
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.handing.sentences import SentenceLines
from ui.screens.handing.state import Asked, HandingPage
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.form_row import FormRow
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.tile_grid import TileGrid
from ui.widgets.wrap_row import WrapRow


class ReferPart(Speaking, QWidget):
    """Renders the form of a ``HandingPage``. A yes is to the very words: any change takes the tick away."""

    referred = Signal(object, str)
    """The citizen is referred (``Telling``, the code of the words they agreed to)."""
    consent_wanted = Signal(object)
    """What is the citizen asked? (``Telling``)"""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._page = HandingPage()
        self._asked: Asked | None = None
        self.agency = ChoiceField()
        self._agency_row, self._here = FormRow(self.agency), Text(Role.MUTED)
        self._kinds_title = Text(Role.STRONG)
        self.kinds = {kind: CheckRow() for kind in DataKind}
        self._kinds_grid = TileGrid()
        self.sentences = SentenceLines(translator)
        self.ground = ChoiceRow(ReferralGround)
        self.law = LineField(50)
        self._law_row, self._duty = FormRow(self.law), Text(Role.MUTED)
        self.follow, self.agreed = CheckRow(), CheckRow()
        self._card = GroupCard()
        self._card_title, self.words_read, self.words_meant = Text(Role.STRONG), Text(Role.BODY), Text(Role.MUTED)
        self._error = Text(Role.ERROR)
        self.refer = button(Role.PRIMARY)
        self._build()
        self.retranslate()

    def render_state(self, page: HandingPage) -> None:
        """Show a state; when the citizen was referred, the form is empty again."""
        if page.visit != self._page.visit or (page.done != self._page.done and page.referrals != self._page.referrals):
            self._empty()
        if page.agencies != self._page.agencies:
            chosen = self.agency.currentData()
            self.agency.clear()
            for line in page.agencies:
                self.agency.addItem(line.name, line.id)
            self.agency.setCurrentIndex(max(0, self.agency.findData(chosen)))
        self._page = page
        self.sentences.show_said(page.said)
        self.retranslate()

    def show_asked(self, asked: Asked) -> None:
        """Show what the citizen is asked, if it is still what is on the form."""
        if asked.telling == self._telling():
            self._asked = asked
            self._say_consent()

    def take_focus(self) -> None:
        """Put the focus on the first choice."""
        self.agency.setFocus()

    def retranslate(self) -> None:
        words, page = self.words, self._page
        self._agency_row.set_words(words.text("To which agency"))
        self._kinds_title.setText(words.text("What it is about"))
        for kind, tick in self.kinds.items():
            tick.setText(kind_in_full(words, kind))
        self.ground.set_words(words.text("On what ground"))
        self.ground.set_choices({each: named(words, GROUNDS, each) for each in ReferralGround})
        self._law_row.set_words(
            words.text("Which provision"), words.text("The act's number and the section, for example 434/2003, 10 §.")
        )
        self._duty.setText(
            words.text(
                "A child welfare notice, a notice of somebody's need of social services or of an old person's need is "
                "made to the authority itself, by those whom the act names. First guide the person to apply, or ask "
                "for their consent. In an emergency call 112. Nothing of it is stored here."
            )
        )
        self.follow.setText(words.text("The citizen wants us to hear what came of it: their copy has a code"))
        self._card_title.setText(words.text("Read this to the citizen"))
        self._card.setAccessibleName(words.text("Read this to the citizen"))
        self.agreed.setText(words.text("The citizen agrees to these words"))
        self.refer.setText(words.text("Refer, and make the letter"))
        self._say_consent()
        error = page.error if page.place == "refer" else None
        self._error.say(_told(self._translator, error))

    def _say_consent(self) -> None:
        ground, asked = self.ground.chosen, self._asked
        consent = asked.consent if asked is not None else None
        by_consent = ground in (None, ReferralGround.CONSENT)
        self._card.setVisible(by_consent)
        self.words_read.setText(
            consent.words if consent is not None else self.words.text("Write first what is told, and about what.")
        )
        self.words_meant.say(asked.meant if asked is not None else "")
        self.agreed.setVisible(consent is not None)
        for part in (self._law_row, self._duty):
            part.setVisible(ground is ReferralGround.LAW)
        self.refer.setEnabled(not by_consent or (consent is not None and self.agreed.isChecked()))
        line = self._page.agency(self.agency.currentData() or "")
        handled = line is not None and line.here.is_handled
        self._here.say(
            ""
            if line is None
            else self.words.text("This desk has an agreement with it on documents.")
            if handled
            else self.words.text(
                "No agreement on documents: this desk guides, and the citizen deals with it themselves."
            )
        )
        if asked is not None and asked.error is not None and _says_a_secret(asked):
            self._error.say(_told(self._translator, asked.error))

    def _telling(self) -> Telling:
        return Telling(
            agency=AgencyId(self.agency.currentData() or ""),
            kinds=frozenset(kind for kind, tick in self.kinds.items() if tick.isChecked()),
            sentences=self.sentences.sentences,
            ground=self.ground.chosen or ReferralGround.CONSENT,
            law=self.law.text().strip(),
            follow=self.follow.isChecked(),
        )

    def _build(self) -> None:
        self._kinds_grid.set_tiles(tuple(self.kinds.values()))
        layout = column(self, gap=Space.M)
        buttons = WrapRow()
        buttons.add(self.refer)
        parts: tuple[QWidget, ...] = (
            *(self._agency_row, self._here, self._kinds_title, self._kinds_grid, self.sentences, self.ground),
            *(self._law_row, self._duty, self.follow, self._card, self._error, buttons),
        )
        for part in parts:
            layout.addWidget(part)
        for inner in (self._card_title, self.words_read, self.words_meant, self.agreed):
            self._card.column.addWidget(inner)
        for tick in (*self.kinds.values(), self.follow):
            tick.clicked.connect(self._changed)
        self.agency.activated.connect(self._changed)
        self.ground.list.activated.connect(self._changed)
        self.sentences.changed.connect(self._changed)
        self.law.textEdited.connect(self._changed)
        self.agreed.clicked.connect(self._say_consent)
        self.refer.clicked.connect(self._refer)

    def _empty(self) -> None:
        self._asked = None
        for tick in (*self.kinds.values(), self.follow, self.agreed):
            tick.setChecked(False)
        self.sentences.clear()
        self.law.clear()
        self.ground.choose(ReferralGround.CONSENT)

    @Slot()
    def _changed(self) -> None:
        """Whatever was agreed to, it was something else."""
        self._asked = None
        self.agreed.setChecked(False)
        self._error.say("")
        self._say_consent()
        telling = self._telling()
        if telling.kinds and telling.sentences:
            self.consent_wanted.emit(telling)

    @Slot()
    def _refer(self) -> None:
        asked = self._asked
        code = asked.consent.code if asked is not None and asked.consent is not None else ""
        self.referred.emit(self._telling(), code if self.agreed.isChecked() else "")


def _says_a_secret(asked: Asked) -> bool:
    return bool(asked.telling.sentences) and bool(asked.telling.kinds)


def _told(translator: Translator, error: DeskError | None) -> str:
    if error is None:
        return ""
    told = words_of(translator, error)
    return " ".join(part for part in (told.what, told.what_to_do) if part)
