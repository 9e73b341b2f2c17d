"""Reads YAML as text only, keeping where each word stands.

YAML's own guesses would turn ``no`` into False and 00100 into 64, so none is made: every scalar is the
text that was written, and the fact's type decides later. Duplicate keys, anchors, aliases, tags and
merge keys are refused, because each lets a file mean something else than it seems to say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from desk.errands.diagnostics import Diagnostic, Place

LARGEST = 1_000_000
"""Bytes of a file; the longest of ours has a sixth of that, and takes a tenth of a second to read."""
DEEPEST = 50
"""Levels of lists and maps; files of ours have a handful, and brackets without end would take minutes to read."""


class YText(NamedTuple):
    """A scalar. ``exact`` when each of its characters stands where it seems to (one line, no escapes)."""

    text: str
    place: Place
    exact: bool = True

    def place_at(self, offset: int) -> Place:
        """Where the character at ``offset`` stands; the start of the text when that cannot be told."""
        return self.place.shifted(offset) if self.exact else self.place


@dataclass(frozen=True, slots=True)
class YList:
    """A sequence."""

    items: tuple[YNode, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class YMap:
    """A mapping, in the order written."""

    entries: dict[str, YNode]
    keys: dict[str, YText]
    place: Place


YNode = YText | YList | YMap
"""Any node."""


class YamlFault(Exception):
    """A file that is no YAML, or not of the plain kind that we read."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


def read_yaml(file: str, content: bytes) -> YNode:
    """Read one document, or raise ``YamlFault`` with the first thing that is wrong."""
    if len(content) > LARGEST:
        wrong = f"the file has {len(content)} bytes; at most {LARGEST} are read"
        raise _fault(Place(file), "E331", wrong, "make several files of it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        raise _fault(Place(file, line), "E301", "the file is not UTF-8 text", "save it as UTF-8") from None
    try:
        return _Building(file, text).document()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        raise _fault(place, "E302", f"this is not YAML: {fault.problem}", "check the indentation and colons") from None
    except yaml.YAMLError as fault:
        raise _fault(Place(file), "E302", f"this is not YAML: {fault}", "remove control characters") from None


class KeptTrees:
    """Reads files again and again, and keeps the trees of those that are as they were."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, YNode]] = {}

    def read(self, file: str, content: bytes) -> YNode:
        """Read one document; raises ``YamlFault``."""
        known = self._known.get(file)
        if known is None or known[0] != content:
            known = self._known[file] = content, read_yaml(file, content)
        return known[1]


def _fault(place: Place, code: str, message: str, remedy: str) -> YamlFault:
    return YamlFault(Diagnostic(place, code, message, remedy))


@dataclass(slots=True)
class _Open:
    """A collection that is being read."""

    is_map: bool
    place: Place
    items: list[YNode] = field(default_factory=list)


class _Building:
    """Builds the tree from the parser's events, which alone still tell anchors and tags."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._events = yaml.parse(text, Loader=yaml.CBaseLoader)
        self._open: list[_Open] = [_Open(False, Place(file))]

    def document(self) -> YNode:
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_cleverness(event)
                self._open[-1].items.append(self._scalar(event))
                continue
            documents += isinstance(event, yaml.DocumentStartEvent)
            self._take(event)
        if documents > 1:
            raise _fault(Place(self._file), "E303", "the file holds several documents", "make a file of each")
        found = self._open[0].items
        return found[0] if found else YMap({}, {}, Place(self._file))

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.NodeEvent):
            self._refuse_cleverness(event)
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(self._open) > DEEPEST:
                raise _fault(self._place(event), "E329", "lists and maps go too deep here", "close a bracket")
            self._open.append(_Open(isinstance(event, yaml.MappingStartEvent), self._place(event)))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close()

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1) if mark else Place(self._file)

    def _refuse_cleverness(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            raise _fault(self._place(event), "E304", f"the anchor or alias {event.anchor} is not read", "write it out")
        if (tag := getattr(event, "tag", None)) is not None:
            raise _fault(self._place(event), "E304", f"the tag {tag} is not read", "remove it")

    def _scalar(self, event: yaml.ScalarEvent) -> YText:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return YText(event.value, Place(self._file), exact=False)
        line, column, value = start.line, start.column, event.value
        if not event.style:
            return YText(value, Place(self._file, line + 1, column + 1), line == end.line)
        is_exact = line == end.line and end.column - column == len(value) + 2
        return YText(value, Place(self._file, line + 1, column + 2), is_exact)

    def _add(self, node: YNode) -> None:
        self._open[-1].items.append(node)

    def _close(self) -> None:
        done = self._open.pop()
        self._add(self._mapping(done) if done.is_map else YList(tuple(done.items), done.place))

    def _mapping(self, done: _Open) -> YMap:
        entries: dict[str, YNode] = {}
        keys: dict[str, YText] = {}
        for key, value in zip(done.items[::2], done.items[1::2], strict=True):
            if not isinstance(key, YText):
                raise _fault(key.place, "E305", "a key must be one word", "check the brackets and the colon")
            if key.text == "<<":
                raise _fault(key.place, "E304", "merge keys are not read", "write the keys out")
            if key.text in entries:
                first = keys[key.text].place.line
                raise _fault(
                    key.place, "E306", f"the key {key.text} stands here twice (first on line {first})", "keep one"
                )
            entries[key.text] = value
            keys[key.text] = key
        return YMap(entries, keys, done.place)


def plain(node: YNode) -> object:
    """The texts, lists and dictionaries without their places."""
    match node:
        case YText(text):
            return text
        case YList(items):
            return [plain(item) for item in items]
        case YMap(entries):
            return {key: plain(value) for key, value in entries.items()}
