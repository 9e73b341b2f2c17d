"""The results are a well-behaved model, and each line says its whole meaning."""

from PySide6.QtCore import QModelIndex, Qt

from ui.models.results import ResultLine, ResultsModel

LINES = (
    ResultLine("errand:e", "Life event", "Death of a close one", why="in the name: death", is_errand=True),
    ResultLine("service:s", "Service", "Survivor's pension", "Kela", "in the text: widow"),
)


def test_results_model_is_sound(qtmodeltester) -> None:
    model = ResultsModel()
    qtmodeltester.check(model)
    model.set_lines(LINES)
    qtmodeltester.check(model)
    model.set_lines(())
    qtmodeltester.check(model)


def test_a_line_is_spoken_whole(qapp) -> None:
    model = ResultsModel()
    model.set_lines(LINES)
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Survivor's pension. Service. Kela. in the text: widow"
    assert model.line(QModelIndex()) is None
