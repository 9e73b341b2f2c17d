"""What is kept of a person: told, given out on paper or as a file, and erased at their wish."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.model.hours import HELSINKI
from desk.model.kept_data import Part
from desk.usecases.erasure_words import said_of_copies, said_of_going
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.kept_data.erasing import ErasePart
from ui.screens.kept_data.holdings import Holdings
from ui.screens.kept_data.others import OtherVisits
from ui.screens.kept_data.state import KeptDataState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.focus import put_in_reading_order
from ui.widgets.layouts import column
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class KeptDataScreen(Speaking, QWidget):
    """Renders a ``KeptDataState``."""

    print_requested = Signal()
    """Show everything on paper."""
    receipt_requested = Signal()
    """Show the receipt of the erasure on paper."""
    save_requested = Signal()
    """Keep everything in a file."""
    erase_requested = Signal()
    """Erase it for good: asked twice."""
    other_requested = Signal(str)
    """Another kept visit of the same person (``VisitId``)."""
    back_requested = Signal()
    """Back to the visit, or to the counter when there is none any more."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = KeptDataState()
        self._title, self._about, self._told = Text(Role.TITLE), Text(Role.MUTED), Text()
        self._wrong, self._saved = Text(Role.ERROR), Text(Role.DONE)
        self.holdings, self.erasing = Holdings(translator), ErasePart(translator)
        self.print, self.save, self.back = button(Role.PRIMARY), button(), button()
        self.print_receipt = button()
        self._backups, self._file = Text(Role.MUTED), Text(Role.MUTED)
        self.others = OtherVisits(translator)
        self._scroll = ScrollColumn(gap=Space.M, edge=Space.XL)
        self._receipt, self._stays_head = Text(), Text(Role.HEADING)
        self._build()
        self.retranslate()

    def render_state(self, state: KeptDataState) -> None:
        """Show a state."""
        self._state = state
        found = state.found
        data = found.data if found is not None else state.left
        self.holdings.show_holdings(data.holdings if data is not None else (), data)
        self.erasing.show_found(found)
        for part in (self.print, self.save, self.erasing):
            part.setVisible(found is not None)
        self.print_receipt.setVisible(state.receipt is not None)
        self.others.show_others(data.others if data is not None else ())
        self.retranslate()
        put_in_reading_order(self)

    def take_focus(self) -> None:
        """Put the focus on what comes next, and begin at the top: what is kept, or that it is erased."""
        self._scroll.verticalScrollBar().setValue(0)
        (self.print if self._state.found is not None else self.back).setFocus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        erased, kept = words.text("It is erased"), words.text("What is kept of this person")
        self._title.setText(erased if state.receipt is not None else kept)
        self._about.say(self._said_of_visit())
        self._told.say(self._said_first())
        self._wrong.say(self._said_of(state.refused))
        self._receipt.say("\n".join(self._said_of_receipt()))
        self._stays_head.say(words.text("What stays, and why") if state.left is not None else "")
        self.print.setText(words.text("Show and print everything"))
        self.save.setText(words.text("Save as JSON…"))
        self.print_receipt.setText(words.text("Print the receipt"))
        self._file.say(self._said_of_file())
        self._backups.say(self._said_of_backups())
        self._saved.say(words.text("Saved: {path}", path=state.saved_to) if state.saved_to else "")
        self.back.setText(self._said_back())

    def _said_of_visit(self) -> str:
        words, found = self.words, self._state.found
        if found is None:
            return ""
        day = self._translator.formats.short_date(found.data.opened_at.astimezone(HELSINKI).date())
        return words.text("Visit {number}, {day}", number=found.data.number, day=day)

    def _said_first(self) -> str:
        """What has to be known before anything is given out, or why there is nothing."""
        words, state = self.words, self._state
        if state.unstored:
            return words.text(
                "Digital support stores nothing about anyone: there is nothing to show and nothing to erase. What is "
                "said in visit {number} is in the memory of this computer alone, and gone when the visit ends. In the "
                "log stand only its number, its times, how you met and what it was about.",
                number=state.unstored,
            )
        if state.found is None:
            return ""
        if state.found.data.named:
            return words.text("Make sure that it is theirs before you give anything out: ask who they are.")
        return words.text(
            "No name is kept. Make sure that it is theirs before you give anything out: the code on their paper shows "
            "it."
        )

    def _said_of_file(self) -> str:
        words, found = self.words, self._state.found
        if found is None:
            return ""
        if any(Part.IDENTITY_CODE in holding.parts for holding in found.data.holdings):
            return words.text(
                "The file can be read by a program, and by anybody who has it. The identity code is in it; on the "
                "paper it is not."
            )
        return words.text("The file can be read by a program, and by anybody who has it.")

    def _said_of_backups(self) -> str:
        words, found = self.words, self._state.found
        if found is None:
            return ""
        return words.ntext(
            "A backup lives {n} day. Drafts are in none.",
            "A backup lives {n} days. Drafts are in none.",
            found.data.times.copy_days,
        )

    def _said_of(self, error: DeskError | None) -> str:
        told = words_of(self._translator, error) if error is not None else None
        return f"{told.what} {told.what_to_do}".strip() if told is not None else ""

    def _said_of_receipt(self) -> Sequence[str]:
        words, receipt = self.words, self._state.receipt
        if receipt is None:
            return ()
        at, formats = receipt.at.astimezone(HELSINKI), self._translator.formats
        when = words.text("{day}, {time}", day=formats.short_date(at.date()), time=formats.time_of_day(at.time()))
        end = words.text("The end of the journal after it: {code}", code=" · ".join(receipt.head_after))
        for_good = words.text("Nobody can bring it back.")
        soon = words.text("They go as soon as a new one is made, and that has begun.")
        copies = (*said_of_copies(receipt, words), *((soon,) if receipt.last_copy_gone is not None else ()))
        return (when, said_of_going(receipt, words), for_good, *copies, end)

    def _said_back(self) -> str:
        words, state = self.words, self._state
        if state.receipt is not None:
            return words.text("To the counter")
        if state.found is not None and not state.found.data.is_open:
            return words.text("Back to the plan")
        return words.text("Back to the visit")

    def _build(self) -> None:
        column(self).addWidget(self._scroll)
        ways = WrapRow()
        for way in (self.print, self.save, self.back, self.print_receipt):
            ways.add(way)
        parts: tuple[QWidget, ...] = (
            *(self._title, self._about, self._told, self._wrong, self._receipt),
            *(ways, self._file, self._saved, self._stays_head, self.holdings, self._backups),
            *(self.others, self.erasing),
        )
        for part in parts:
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)
        self.print.clicked.connect(self.print_requested)
        self.save.clicked.connect(self.save_requested)
        self.print_receipt.clicked.connect(self.receipt_requested)
        self.back.clicked.connect(self.back_requested)
        self.others.requested.connect(self.other_requested)
        self.erasing.wanted.connect(self.erase_requested)
