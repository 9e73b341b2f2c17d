"""Watches a folder of errands. A save is many small events; one signal follows when they have settled."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

_SETTLED_MS = 200
_MOST = 4000
"""Files and folders watched; a folder of errands has a few hundred."""


class ErrandsWatch(QObject):
    """Editors replace files instead of changing them, so folders and files are both watched, and looked up anew."""

    changed = Signal()
    """Something in the folder is another, and nothing has followed for a moment."""

    def __init__(self, folder: Path, parent: QObject | None = None, settled_ms: int = _SETTLED_MS) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(settled_ms)
        self._pause.timeout.connect(self._settled)
        self._watcher.directoryChanged.connect(self._noticed)
        self._watcher.fileChanged.connect(self._noticed)

    def begin(self) -> None:
        """Watch from now on."""
        self._look()

    def close(self) -> None:
        """Watch no longer."""
        self._pause.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    @Slot(str)
    def _noticed(self, _path: str) -> None:
        self._pause.start()

    @Slot()
    def _settled(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        known, wanted = {*self._watcher.files(), *self._watcher.directories()}, self._paths()
        if fresh := sorted(wanted - known):
            self._watcher.addPaths(fresh)
        if stale := sorted(known - wanted):
            self._watcher.removePaths(stale)

    def _paths(self) -> set[str]:
        """The folder, its folders and the files that errands are made of; while it is not there, where it would be."""
        if not self._folder.is_dir():
            return {str(self._folder.parent)} if self._folder.parent.is_dir() else set()
        inside = sorted(self._folder.rglob("*"))[:_MOST]
        wanted = [path for path in inside if path.is_dir() or path.suffix in (".yaml", ".json")]
        return {str(path) for path in (self._folder, *wanted) if path.exists()}
