"""Which visit a mandate's code belongs to: by a hash of the code, also when all else of the visit is erased."""

from __future__ import annotations

import hashlib

from desk.model.ids import MandateCode, VisitId
from desk.model.visit import Visit
from offline_cache.connection import StoreConnection

FORGET = "DELETE FROM mandate"


def project(connection: StoreConnection, visit: Visit) -> None:
    """Bring the rows of one visit to where its events lead."""
    connection.execute("DELETE FROM mandate WHERE visit = ?", (visit.id,))
    connection.executemany(
        "REPLACE INTO mandate (code_hash, visit) VALUES (?, ?)",
        [(_hash(given.mandate.code), visit.id) for given in visit.mandates.values()],
    )


def visit_of(connection: StoreConnection, code: MandateCode) -> VisitId | None:
    """The visit in which a mandate with this code was drawn."""
    row = connection.execute("SELECT visit FROM mandate WHERE code_hash = ?", (_hash(code),)).fetchone()
    return VisitId(row[0]) if row else None


def _hash(code: MandateCode) -> bytes:
    return hashlib.sha256(f"palvelutiski mandate {code}".encode()).digest()
