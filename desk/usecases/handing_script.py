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
from typing import Literal

import msgspec

from desk.model.handing import ReferralGround
from desk.model.ids import AgencyId, DocumentId, ErrandId
from desk.model.mandate import DataKind
from desk.usecases.receive_document import GivenDocument
from desk.usecases.refer import Telling
from desk.usecases.scripts import shaped_file

Answer = Literal["yes", "no"]


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
    told = shaped_file(file, content, _Document)
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
    told = shaped_file(file, content, _Telling)
    return Telling(
        AgencyId(told.agency), told.kinds, told.sentences, told.ground, law=told.law, follow=told.follow == "yes"
    )


def read_words(file: str, content: bytes) -> str:
    """Read words to a colleague: ``{words: …}``; raises ``ScriptBroken`` or ``NotYaml``."""
    return shaped_file(file, content, _Words).words
