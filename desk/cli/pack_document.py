"""What the pack commands say to programs: one JSON document."""

from __future__ import annotations

from desk.model.pack import MadePack, PackHeader, PackPreview, TakenInPack
from desk.usecases.open_pack import claimed_name


def header_document(header: PackHeader, file_size: int) -> dict[str, object]:
    """Return what a pack says of itself."""
    inside = header.inside
    return {
        "publisher": claimed_name(header.publisher_name),
        "fingerprint": header.publisher.fingerprint,
        "made": header.made,
        "areas": [str(area) for area in inside.areas],
        "as_of": inside.as_of,
        "source": inside.source,
        "services": inside.counts.services,
        "channels": inside.counts.channels,
        "organizations": inside.counts.organizations,
        "general_descriptions": inside.counts.general_descriptions,
        "collections": inside.counts.collections,
        "libraries": inside.libraries,
        "tombstones": inside.tombstones,
        "codes": inside.codes,
        "errands": inside.errands,
        "forms": inside.forms,
        "bytes": file_size,
        "unpacked": header.payload.unpacked,
    }


def preview_document(preview: PackPreview) -> dict[str, object]:
    """Return a preview."""
    return {
        **header_document(preview.header, preview.file_size),
        "trusted_as": preview.trusted,
        "own": preview.own,
        "desk_as_of": preview.desk_as_of,
        "older": preview.is_older,
        "changes": preview.changes,
    }


def made_document(made: MadePack, path: str) -> dict[str, object]:
    """Return what was written."""
    told = header_document(made.header, made.file_size)
    return {"file": path, **told, "forms_missing": made.forms_missing, "seconds": round(made.seconds, 3)}


def taken_document(taken: TakenInPack) -> dict[str, object]:
    """Return what became of a pack."""
    return {
        "trusted_as": taken.publisher,
        "fingerprint": taken.header.publisher.fingerprint,
        "as_of": taken.header.inside.as_of,
        "changes": taken.changes,
        "seconds": round(taken.seconds, 3),
    }
