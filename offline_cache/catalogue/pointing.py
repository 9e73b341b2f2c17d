"""Which services a step points at: a service, else a general description, else a service class, and where."""

from __future__ import annotations

from desk.model.catalogue import ServiceId
from desk.model.search import ServicePointer
from offline_cache.connection import StoreConnection

IN_THE_AREA = """
    (:municipality IS NULL OR entry.nationwide = 1 OR entry.starter = 1
     OR EXISTS (SELECT 1 FROM place WHERE place.owner = entry.id AND place.municipality = :municipality))
"""
LOCAL_FIRST = """
    ORDER BY entry.starter,
        NOT EXISTS (SELECT 1 FROM place WHERE place.owner = entry.id AND place.municipality = :municipality),
        entry.nationwide = 0, entry.id
"""
BY_ID = "SELECT id FROM entry WHERE kind = 'service' AND hidden = 0 AND id = :wanted"
REAL_ONES = f"""
    SELECT entry.id FROM entry JOIN replacement
        ON replacement.replaced = entry.id OR replacement.replaced = entry.general_description
    WHERE replacement.owner = :wanted AND entry.kind = 'service' AND entry.starter = 0 AND {IN_THE_AREA} {LOCAL_FIRST}
"""  # noqa: S608  put together from the constants above
STARTER_ONES = """
    SELECT entry.id FROM entry LEFT JOIN replacement ON replacement.owner = entry.id
    WHERE entry.kind = 'service' AND entry.starter = 1 AND (entry.id = :wanted OR replacement.replaced = :wanted)
    GROUP BY entry.id ORDER BY entry.id
"""
BY_GENERAL_DESCRIPTION = f"""
    SELECT entry.id FROM entry
    WHERE entry.kind = 'service' AND entry.hidden = 0 AND entry.general_description = :wanted
        AND {IN_THE_AREA} {LOCAL_FIRST}
"""  # noqa: S608
BY_CLASS = f"""
    SELECT entry.id FROM service_class JOIN entry ON entry.id = service_class.owner
    WHERE service_class.class = :wanted AND entry.hidden = 0 AND {IN_THE_AREA} {LOCAL_FIRST}
"""  # noqa: S608

QUESTIONS = {
    "service": (BY_ID, REAL_ONES, STARTER_ONES),
    "general_description": (BY_GENERAL_DESCRIPTION, STARTER_ONES),
    "service_class": (BY_CLASS,),
}


def resolve(connection: StoreConnection, pointer: ServicePointer) -> tuple[ServiceId, ...]:
    """The services of the first part of the pointer that has any, those of the area first."""
    parts = {
        "service": pointer.service,
        "general_description": pointer.general_description,
        "service_class": pointer.service_class,
    }
    for part, wanted in parts.items():
        if wanted is None:
            continue
        asked = {"wanted": wanted, "municipality": pointer.municipality}
        for question in QUESTIONS[part]:
            if found := connection.execute(question, asked).fetchall():
                return tuple(ServiceId(row[0]) for row in found)
    return ()
