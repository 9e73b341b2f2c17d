"""There is no field for a citizen's password, PIN or bank code on any screen. The staff's own are named here."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

CREDENTIAL = re.compile(
    r"password|passphrase|passcode|\bpin\b|bank code|credential|security code|one-time|user ?name|log ?in", re.I
)
WHERE_STAFF_SIGNS_IN = ("unlock", "recovery", "door", "sign_in", "staff", "set_up", "first_start", "idle")
MASKED_FROM_OTHERS = {"Identity code"}
"""No credential: whoever stands beside shall not read it."""
FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QTextEdit)


def fields_of(window: QWidget) -> list[QWidget]:
    """Every field that was ever built, shown or not."""
    return [field for kind in FIELDS for field in window.findChildren(kind)]


def belongs_to_staff(field: QWidget) -> bool:
    """Whether a field stands on one of the screens where staff signs in."""
    part: QWidget | None = field
    while part is not None:
        if any(name in type(part).__module__ for name in WHERE_STAFF_SIGNS_IN):
            return True
        part = part.parentWidget()
    return False


def asked_for_credentials(window: QWidget) -> list[tuple[str, str]]:
    """Fields that ask for one, but where staff signs in."""
    return [
        (type(field).__name__, field.accessibleName())
        for field in fields_of(window)
        if not belongs_to_staff(field)
        and (CREDENTIAL.search(field.accessibleName()) or getattr(field, "placeholderText", str)() in ("PIN",))
    ]


def typed_unseen(window: QWidget) -> list[str]:
    """Fields whose letters are hidden, but where staff signs in."""
    return [
        field.accessibleName()
        for field in window.findChildren(QLineEdit)
        if field.echoMode() is not QLineEdit.EchoMode.Normal
        and not belongs_to_staff(field)
        and field.accessibleName() not in MASKED_FROM_OTHERS
    ]
