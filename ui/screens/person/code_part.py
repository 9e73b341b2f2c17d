"""The identity code: only on a ground of the law, masked, and never in the clipboard by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.model.person import IdentityGround, IdentityProof, Person
from i18n.translator import NP_, Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column, row
from ui.widgets.line_field import LineField
from ui.widgets.text import Text, plain_tip

GROUNDS = {
    IdentityGround.CONSENT: NP_("ground for an identity code", "The citizen consents to it"),
    IdentityGround.LAW: NP_("ground for an identity code", "A task laid down in law needs it"),
    IdentityGround.RIGHTS_AND_DUTIES: NP_(
        "ground for an identity code", "The citizen's rights or duties: there must be no doubt who it is"
    ),
}
PROOFS = {
    IdentityProof.DOCUMENT: NP_("how it was seen who somebody is", "An identity document with a picture was shown"),
    IdentityProof.E_ID: NP_("how it was seen who somebody is", "The citizen identified themselves electronically"),
    IdentityProof.KNOWN: NP_("how it was seen who somebody is", "Known at the service point from before"),
}
_CODE_LENGTH = 11


class CodePart(Speaking, QWidget):
    """Shut until somebody needs it. A password field gives nothing to the clipboard and undoes nothing."""

    look_began = Signal()
    """The key is held down: show the code in clear."""
    look_ended = Signal()
    """It was let go."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._person: Person | None = None
        self.open = LinkButton()
        self.open.setCheckable(True)
        self.open.toggled.connect(self._fit)
        self.field = LineField(16)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(2 * _CODE_LENGTH)
        self.code_row = FormRow(self.field)
        self.ground: ChoiceRow[IdentityGround] = ChoiceRow(IdentityGround)
        self.proof: ChoiceRow[IdentityProof] = ChoiceRow(IdentityProof)
        self.masked = Text(Role.CODE)
        self.look = button()
        self.look.pressed.connect(self.look_began)
        self.look.released.connect(self._let_go)
        self._law = Text(Role.MUTED)
        layout = column(self, gap=Space.M)
        layout.addWidget(self.open)
        layout.addWidget(self._law)
        stored = row()
        stored.addWidget(self.masked)
        stored.addWidget(self.look)
        stored.addStretch(1)
        layout.addLayout(stored)
        for part in (self.code_row, self.ground, self.proof):
            layout.addWidget(part)
        self.retranslate()
        self._fit()

    def show_person(self, person: Person | None) -> None:
        """Show that there is a code, never the code itself."""
        if person != self._person or person is None:
            self.field.setText("")
            self.ground.choose(person.ground if person is not None else None)
            self.proof.choose(person.proof if person is not None else None)
            self.open.setChecked(person is not None and bool(person.identity_code))
        self._person = person
        self._let_go()
        self._fit()

    def show_clear(self, code: str) -> None:
        """The code in clear, while the key is held."""
        if self.look.isDown():
            self.masked.setText(code)

    def typed(self) -> str:
        """The code that was typed; nothing when the part is shut, or the stored one stays."""
        return self.field.text() if self.open.isChecked() else ""

    @property
    def keeps(self) -> bool:
        """Whether the stored code stays."""
        stored = self._person is not None and bool(self._person.identity_code)
        return stored and self.open.isChecked() and not self.field.text()

    def retranslate(self) -> None:
        words = self.words
        self.open.setText(words.text("An identity code is needed"))
        self._law.setText(
            words.text(
                "It is stored only where the Data Protection Act (29 §) allows it, and it never stands on a paper by "
                "itself. Nobody is identified by the code alone, nor by the code and a name."
            )
        )
        self.code_row.set_words(
            words.text("Identity code"), words.text("Shown as dots. It cannot be copied from here.")
        )
        self.ground.set_words(words.text("Why it is stored"))
        self.ground.set_choices({each: words.ptext(*name) for each, name in GROUNDS.items()}, words.text("choose"))
        self.proof.set_words(words.text("How you saw who it is"))
        self.proof.set_choices({each: words.ptext(*name) for each, name in PROOFS.items()}, words.text("choose"))
        self.look.setText(words.text("Hold to see the code"))
        self.look.setAccessibleDescription(words.text("That you looked is written in the journal."))
        self.look.setToolTip(plain_tip(self.look.accessibleDescription()))

    @Slot()
    def _let_go(self) -> None:
        person = self._person
        self.masked.say(person.masked_code if person is not None else "")
        self.look_ended.emit()

    @Slot()
    def _fit(self) -> None:
        shown = self.open.isChecked()
        stored = self._person is not None and bool(self._person.identity_code)
        for part in (self._law, self.code_row, self.ground, self.proof):
            part.setVisible(shown)
        self.masked.setVisible(shown and stored)
        self.look.setVisible(shown and stored)
