"""Where a desk keeps a region's own errands, in memory."""

from __future__ import annotations

from desk.errors import FolderMissing


class FakeOwnShelf:
    """Keeps one thing. ``is_desk`` false: there is no desk to keep it."""

    def __init__(self, *, is_desk: bool = True) -> None:
        self.is_desk = is_desk
        self.content: bytes | None = None

    def read(self) -> bytes | None:
        return self.content

    def write(self, content: bytes) -> None:
        if not self.is_desk:
            raise FolderMissing(path="/nowhere")
        self.content = content

    def remove(self) -> bool:
        was, self.content = self.content, None
        return was is not None
