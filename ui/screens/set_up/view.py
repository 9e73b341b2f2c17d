"""The first start: one calm page after another, each can be left for later, and all of it can be changed any day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from i18n.translator import N_, Translator
from ui.screens.point.agreements import AgreementsPart
from ui.screens.point.keeping import KeepingPart
from ui.screens.point.staff import StaffPart
from ui.screens.point.where import WherePart
from ui.screens.set_up.pages import LanguagesPage, NamePage, PurposePage
from ui.screens.set_up.state import SetUpState, Step
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import column
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

PAGES = {
    Step.PURPOSE: (N_("What is this desk for?"), N_("It decides what the desk may do and keep.")),
    Step.NAME: (N_("What is it called?"), N_("Every paper names it as the one to ask.")),
    Step.PLACE: (N_("Where is it?"), N_("What is near is found first.")),
    Step.AGREEMENTS: (
        N_("What has been agreed with authorities?"),
        N_("Under an agreement the desk handles a matter. Without one it advises."),
    ),
    Step.LANGUAGES: (N_("Languages and printer"), N_("Papers can be made in every language all the same.")),
    Step.KEEPING: (
        N_("How long is anything kept?"),
        N_("Nothing is kept of a citizen who does not ask for it. These are the times for the rest."),
    ),
    Step.STAFF: (
        N_("Who works here?"),
        N_("Without names nobody signs in, and the desk is everybody's who can open it."),
    ),
    Step.READY: (N_("The desk is ready"), N_("All of this can be changed any day under “This point” (Alt+6).")),
}


class SetUpScreen(Speaking, QWidget):
    """Renders a ``SetUpState``: the page at hand, and the ways on."""

    back_requested = Signal()
    """The page before."""
    go_on_requested = Signal()
    """The next page; what is on this one is read off it first."""
    later_requested = Signal()
    """The rest is for later."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = SetUpState()
        self._shown: Step | None = None
        self._count, self._title, self._told = Text(Role.SMALL), Text(Role.TITLE), Text(Role.MUTED)
        self.purpose, self.name, self.languages = (
            PurposePage(translator),
            NamePage(translator),
            LanguagesPage(translator),
        )
        self.where, self.agreements = WherePart(translator), AgreementsPart(translator)
        self.keeping, self.staff = KeepingPart(translator), StaffPart(translator)
        self.pages: dict[Step, QWidget] = {
            Step.PURPOSE: self.purpose,
            Step.NAME: self.name,
            Step.PLACE: self.where,
            Step.AGREEMENTS: self.agreements,
            Step.LANGUAGES: self.languages,
            Step.KEEPING: self.keeping,
            Step.STAFF: self.staff,
        }
        self.back, self.go_on, self.later = button(Role.QUIET), button(Role.PRIMARY), button(Role.QUIET)
        self._scroll = ScrollColumn(gap=Space.M, edge=Space.XXL)
        self._build()
        self.retranslate()

    def render_state(self, state: SetUpState) -> None:
        """Show a state; on another page the focus goes to its beginning."""
        moved = state.step is not self._shown
        self._shown = state.step
        self._state = state
        for own in (self.purpose, self.name, self.languages):
            own.render_state(state)
        for step, page in self.pages.items():
            page.setVisible(step is state.step)
        self.retranslate()
        if moved:
            self._scroll.verticalScrollBar().setValue(0)
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the first thing of the page."""
        page = self.pages.get(self._state.step)
        if isinstance(page, PurposePage | NamePage | LanguagesPage):
            page.take_focus()
        elif page is None or not _focus_inside(page):
            self.go_on.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_go_on()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        words, state = self.words, self._state
        title, told = PAGES[state.step]
        self._count.setText(
            words.text("First start, {n} of {all}", n=state.steps.index(state.step) + 1, all=len(state.steps))
        )
        self._title.setText(words.text(title))
        self._told.setText(words.text(told))
        self.back.setText(words.text("Back"))
        self.back.setVisible(state.step is not state.steps[0])
        ready = state.step is Step.READY
        self.go_on.setText(words.text("Begin the work") if ready else words.text("Go on"))
        self.later.setText(words.text("The rest later"))
        self.later.setVisible(not ready)

    def _build(self) -> None:
        column(self).addWidget(self._scroll)
        for part in (self._count, self._title, self._told):
            self._scroll.column.addWidget(part)
        self._own = column(gap=Space.M)
        self._scroll.column.addLayout(self._own)
        for page in self.pages.values():
            self._own.addWidget(page)
            page.hide()
        ways = WrapRow()
        for way in (self.go_on, self.back, self.later):
            ways.add(way)
        self._scroll.column.addSpacing(Space.M)
        self._scroll.column.addWidget(ways)
        self._scroll.column.addStretch(1)
        self.back.clicked.connect(self.back_requested)
        self.go_on.clicked.connect(self._press_go_on)
        self.later.clicked.connect(self.later_requested)

    @Slot()
    def _press_go_on(self) -> None:
        self.go_on_requested.emit()


def _focus_inside(page: QWidget) -> bool:
    """Put the focus on the first field of a page; false when it has none."""
    field = page.nextInFocusChain()
    while field is not None and page.isAncestorOf(field):
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isEnabled() and not field.isHidden():
            field.setFocus()
            return True
        field = field.nextInFocusChain()
    return False
