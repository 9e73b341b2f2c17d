"""Where the focus is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def focus_is_inside(widget: QWidget) -> bool:
    """Tell whether a widget, or something in it, has the focus."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
