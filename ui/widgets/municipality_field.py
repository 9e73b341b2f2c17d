"""A municipality, found while its name is typed in any of its languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from i18n.translator import Translator
from ui.widgets.field_answer import FieldAnswer

_WIDTH_IN_CHARACTERS = 34
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Municipality:
    """A code and the names that find it; the first is the one shown."""

    code: str
    names: tuple[str, ...]


class MunicipalityAnswer(FieldAnswer):
    """The answer to *where*. Only a municipality of the list can be said."""

    def __init__(
        self, translator: Translator, municipalities: Sequence[Municipality], parent: QWidget | None = None
    ) -> None:
        super().__init__(translator, parent)
        self._set_names(municipalities)
        self.field.set_characters(_WIDTH_IN_CHARACTERS)
        self._names = QStringListModel(self)
        self._fill_names()
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        completer.setMaxVisibleItems(_SHOWN)
        completer.activated.connect(self._completed)
        self.field.setCompleter(completer)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.field.setPlaceholderText(self.words.text("Begin to write the name"))

    def shown(self, said: str) -> str:
        return self._shown_names.get(said, said)

    def read(self, typed: str) -> str | None:
        code = self._code_of_name.get(typed.casefold())
        if code is None:
            found = {code for name, code in self._code_of_name.items() if typed and name.startswith(typed.casefold())}
            code = found.pop() if len(found) == 1 else None
        if code is None:
            self.set_error(self.words.text("There is no municipality with this name. Choose one from the list."))
        return code

    def _set_names(self, municipalities: Sequence[Municipality]) -> None:
        self._shown_names = {each.code: each.names[0] for each in municipalities}
        self._code_of_name = {name.casefold(): each.code for each in municipalities for name in each.names}
        self._all_names = [name for each in municipalities for name in dict.fromkeys(each.names)]

    def _fill_names(self) -> None:
        self._names.setStringList(sorted(self._all_names, key=str.casefold))

    @Slot(str)
    def _completed(self, _name: str) -> None:
        self._give()
