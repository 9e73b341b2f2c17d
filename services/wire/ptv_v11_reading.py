"""From the bytes of a PTV v11 document to objects of the desk, and what had to be left out.

A document is a list, one object, a map id → object, or a page with an ``itemList``. Each object is decoded
by itself, so that one broken object costs only itself. What an object is, its keys tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Raw

from desk.errors import NotJson
from desk.model.catalogue import CatalogueObject
from desk.model.intake import IntakeProblem, ProblemKind, SourceDocument
from services.wire import ptv_v11 as wire, ptv_v11_objects as objects
from services.wire.ptv_v11_parts import FieldUnreadable, moment
from services.wire.unreadable import UNREADABLE, broken

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
OLD_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
EMPTY_PAGE = b'{"id":null,"name":null}'
AT_ONCE = 250

_raw_list = msgspec.json.Decoder(list[Raw])
_raw_map = msgspec.json.Decoder(dict[str, Raw])
_keys = msgspec.json.Decoder(wire.Keys)


@dataclass(frozen=True, slots=True)
class _Shape:
    """One type of object: how it is decoded and turned into ours."""

    decode: Callable[[Raw], Any]
    convert: Callable[[Any], CatalogueObject]


@dataclass(frozen=True, slots=True)
class _BareId:
    """An id with a name and nothing else; no id at all on an empty page."""

    id: str | None


_SERVICE = _Shape(msgspec.json.Decoder(wire.Service).decode, objects.service)
_CHANNEL = _Shape(msgspec.json.Decoder(wire.Channel).decode, objects.channel)
_ORGANIZATION = _Shape(msgspec.json.Decoder(wire.Organization).decode, objects.organization)
_GENERAL = _Shape(msgspec.json.Decoder(wire.GeneralDescription).decode, objects.general_description)
_COLLECTION = _Shape(msgspec.json.Decoder(wire.ServiceCollection).decode, objects.collection)


def read_document(name: str, content: bytes) -> Iterator[SourceDocument]:
    """All objects of one document, some hundred at a time: a whole country's are too many to hold at once.

    Raises ``NotJson`` before the first when it is not whole, well-formed JSON.
    """
    found: list[CatalogueObject] = []
    problems: list[IntakeProblem] = []
    bare_ids: list[str | None] = []
    for raw in _members(name, _as_utf8(name, content)):
        outcome = _read_object(name, raw)
        if isinstance(outcome, _BareId):
            bare_ids.append(outcome.id)
        elif isinstance(outcome, IntakeProblem):
            problems.append(outcome)
        else:
            found.append(outcome)
        if len(found) >= AT_ONCE:
            yield SourceDocument(name, tuple(found), tuple(problems))
            found, problems = [], []
    if bare_ids:
        count = sum(each is not None for each in bare_ids)
        problems.append(IntakeProblem(ProblemKind.IDS_ONLY, name, reason=str(count)))
    yield SourceDocument(name, tuple(found), tuple(problems))


def read_answer(name: str, content: bytes) -> SourceDocument:
    """Read all objects of one answer of the API with their problems; raises ``NotJson``."""
    parts = tuple(read_document(name, content))
    problems = tuple(each for part in parts for each in part.problems if each.kind is not ProblemKind.IDS_ONLY)
    return SourceDocument(name, tuple(each for part in parts for each in part.objects), problems)


def _as_utf8(name: str, content: bytes) -> bytes:
    """Without the byte-order mark that exports begin with."""
    if encoding := OLD_BYTE_ORDER_MARKS.get(content[:2]):
        try:
            return content.decode(encoding).encode()
        except UnicodeDecodeError as error:
            raise NotJson(path=name, reason=str(error)) from error
    return content.removeprefix(BYTE_ORDER_MARK)


def _members(name: str, content: bytes) -> Iterator[Raw]:
    """The objects of the document, whichever of the four forms it has."""
    start = content.lstrip()[:1]
    try:
        if start == b"[":
            yield from _raw_list.decode(content)
            return
        mapping = _raw_map.decode(content)
    except UNREADABLE as error:
        raise NotJson(path=name, reason=str(error)) from error
    if "itemList" in mapping:
        yield from _page_items(mapping["itemList"])
    elif _is_map_of_objects(mapping):
        yield from mapping.values()
    else:
        yield Raw(content)


def _page_items(items: Raw) -> list[Raw]:
    return _raw_list.decode(items) if _first(items) == b"[" else [Raw(EMPTY_PAGE)]


def _first(raw: Raw) -> bytes:
    return memoryview(raw)[:1].tobytes()


def _is_map_of_objects(mapping: dict[str, Raw]) -> bool:
    if "id" in mapping:
        return False
    return bool(mapping) and all(_first(raw) == b"{" for raw in mapping.values())


def _read_object(file: str, raw: Raw) -> CatalogueObject | IntakeProblem | _BareId:
    """The object, or why it was left out, or the bare id that it is."""
    try:
        keys = _keys.decode(raw)
    except UNREADABLE as error:
        return IntakeProblem(ProblemKind.UNKNOWN, file, reason=str(error))
    shape = _shape_of(keys)
    if shape is None:
        return _BareId(_id_of(keys)) if _is_bare_id(keys) else IntakeProblem(ProblemKind.UNKNOWN, file, _id_of(keys))
    try:
        item = shape.decode(raw)
        if item.publishing_status not in (None, "", "Published"):
            status, said = item.publishing_status, moment(item.modified, "modified")
            return IntakeProblem(ProblemKind.NOT_PUBLISHED, file, item.id, "publishingStatus", status, said)
        made = shape.convert(item)
        return made if made.names else _nameless(file, made.id)
    except UNREADABLE as error:
        return broken(file, _id_of(keys), error)
    except FieldUnreadable as error:
        return IntakeProblem(ProblemKind.BROKEN, file, _id_of(keys), error.field, repr(error.value))


def _shape_of(keys: wire.Keys) -> _Shape | None:
    marks = (
        (keys.service_channel_type, _CHANNEL),
        (keys.service_channel_names, _CHANNEL),
        (keys.service_names, _SERVICE),
        (keys.organization_names, _ORGANIZATION),
        (keys.service_collection_names, _COLLECTION),
        (keys.names, _GENERAL),
    )
    return next((shape for mark, shape in marks if mark is not wire.ABSENT), None)


def _is_bare_id(keys: wire.Keys) -> bool:
    return keys.id is not wire.ABSENT and keys.name is not wire.ABSENT


def _id_of(keys: wire.Keys) -> str | None:
    written = bytes(keys.id).decode("utf-8", "replace")
    return None if written in ("", "null") else written.strip('"')


def _nameless(file: str, identity: str) -> IntakeProblem:
    return IntakeProblem(ProblemKind.BROKEN, file, identity, "names", "no name in any language")
