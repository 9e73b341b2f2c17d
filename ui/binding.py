"""The house's terms with the Qt binding."""

from __future__ import annotations

from types import ModuleType

from PySide6.support import feature  # type: ignore[attr-defined]  # the binding puts it there when it starts


def leave_imports_alone() -> None:
    """Keep the binding from reading the source text of every module that is imported after it.

    It looks there for words about ``__feature__``, which turns Qt's names into snake_case. Nothing of ours asks for it,
    and the reading costs a fifth of the time in which the desk opens. ``tests/ui/test_binding.py`` watches the name.
    """
    feature._mod_uses_pyside = _uses_no_feature  # noqa: SLF001 - there is no public switch


def _uses_no_feature(_module: ModuleType) -> bool:
    return False
