"""What is done from a service's sheet besides reading it: a form is saved or printed, this desk is said to be there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.places import Whereabouts
from ui.desk_access import DeskAccess
from ui.paper_ways import ChooseFile
from ui.saved_file import write_file
from ui.screens.service.state import FormHere
from ui.widgets.banner import Told, Tone

LONGEST_NAME = 80


class GivingPresenter(QObject):
    """Holds nothing: every wish is carried out at once."""

    moved = Signal(object)
    """The desk is elsewhere now (``Whereabouts``)."""

    def __init__(self, access: DeskAccess, choose_file: ChooseFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access, self._choose_file = access, choose_file

    @Slot(object)
    def save(self, form: FormHere) -> None:
        """Keep the form in a file that the clerk chooses."""
        path = self._choose_file(file_name(form.title))
        if path is not None:
            body = self._access.desk.give_form.body
            self._access.ask(self, lambda: write_file(path, body(form.url)), lambda _done: self._saved(path))

    @Slot(object)
    def print(self, form: FormHere) -> None:
        """Print the form on the desk's usual printer."""
        desk = self._access.desk
        self._access.ask(
            self, lambda: desk.print_paper.send(desk.give_form.body(form.url)), lambda _done: self._printed()
        )

    @Slot(str)
    def be_at(self, channel: str) -> None:
        """This desk is at a place of the catalogue."""
        self._access.ask(self, partial(self._access.desk.point_place.at_channel, channel), self._moved)

    def _moved(self, here: Whereabouts) -> None:
        self.moved.emit(here)
        self._access.messages.tell(self._told_of_move)

    def _told_of_move(self) -> Told:
        words = self._access.translator.words
        return Told(words.text("This is your place now."), words.text("Distances are told from here."), Tone.DONE)

    def _saved(self, path: Path) -> None:
        translator = self._access.translator
        self._access.messages.tell(lambda: Told(translator.words.text("Saved: {path}", path=str(path)), tone=Tone.DONE))

    def _printed(self) -> None:
        translator = self._access.translator
        self._access.messages.tell(lambda: Told(translator.words.text("The paper is at the printer."), tone=Tone.DONE))


def file_name(title: str) -> str:
    """A form's title as the name of a file on any system."""
    plain = "".join(each if each.isalnum() else " " for each in title)[:LONGEST_NAME]
    return f"{'-'.join(plain.split()) or 'form'}.pdf"
