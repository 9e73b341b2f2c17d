"""A document, a referral or words to a colleague, written down in a file: nothing personal is typed into a command.

Each is YAML, read as text. A document::

    {agency: kela, what: …, pages: 2, original: yes, due_on: 2026-12-01, giver: …}
    {agency: kela, errand: moving_within_finland, document: rental_agreement}

A referral::

    {agency: dvv, kinds: [contact, housing], sentences: [ …, … ], ground: consent, follow: yes}
    {agency: dvv, kinds: [housing], sentences: [ … ], ground: law, law: "434/2003, 21 §"}
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeVar

import msgspec

from desk.errands.yaml_text import YamlFault, YList, YMap, YNode, read_yaml
from desk.errors import NotYaml, ScriptBroken
from desk.model.handing import ReferralGround
from desk.model.ids import AgencyId, DocumentId, ErrandId
from desk.model.mandate import DataKind
from desk.usecases.receive_document import GivenDocument
from desk.usecases.refer import Telling

Answer = Literal["yes", "no"]
_Shape = TypeVar("_Shape")


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agency: str
    what: str = ""
    errand: str | None = None
    document: str | None = None
    pages: int = 1
    original: Answer = "no"
    due_on: date | None = None
    giver: str = ""


class _Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agency: str
    kinds: frozenset[DataKind]
    sentences: tuple[str, ...]
    ground: ReferralGround = ReferralGround.CONSENT
    law: str = ""
    follow: Answer = "no"


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str = ""


def read_document(file: str, content: bytes) -> GivenDocument:
    """Read a document that is left; raises ``ScriptBroken`` or ``NotYaml``."""
    told = _read(file, content, _Document)
    return GivenDocument(
        agency=AgencyId(told.agency),
        pages=told.pages,
        original=told.original == "yes",
        errand=ErrandId(told.errand) if told.errand is not None else None,
        document=DocumentId(told.document) if told.document is not None else None,
        what=told.what,
        due_on=told.due_on,
        giver=told.giver,
    )


def read_telling(file: str, content: bytes) -> Telling:
    """Read what an agency is to be told; raises ``ScriptBroken`` or ``NotYaml``."""
    told = _read(file, content, _Telling)
    return Telling(
        AgencyId(told.agency), told.kinds, told.sentences, told.ground, law=told.law, follow=told.follow == "yes"
    )


def read_words(file: str, content: bytes) -> str:
    """Read words to a colleague: ``{words: …}``; raises ``ScriptBroken`` or ``NotYaml``."""
    return _read(file, content, _Words).words


def _read(file: str, content: bytes, shape: type[_Shape]) -> _Shape:
    try:
        node = read_yaml(file, content)
    except YamlFault as fault:
        raise NotYaml(path=fault.diagnostic.place, reason=fault.diagnostic.message) from None
    try:
        return msgspec.convert(_plain(node), shape, strict=False)
    except msgspec.ValidationError as wrong:
        raise ScriptBroken(path=file, reason=wrong) from None


def _plain(node: YNode) -> object:
    if isinstance(node, YMap):
        return {key: _plain(each) for key, each in node.entries.items()}
    if isinstance(node, YList):
        return [_plain(each) for each in node.items]
    return node.text
