"""What the pack commands say: one JSON document, or lines for people."""

from __future__ import annotations

from decimal import Decimal

from desk.model.pack import ErrandsChange, MadePack, PackChanges, PackHeader, PackPreview, TakenInPack
from desk.usecases.open_pack import claimed_name
from i18n.formats import Formats
from i18n.translator import Words

MEGABYTE = 1_000_000


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


def header_lines(header: PackHeader, file_size: int, words: Words) -> list[str]:
    """Say what a pack is."""
    formats, inside = Formats(words.language), header.inside
    areas = ", ".join(str(area) for area in inside.areas) or words.text("the whole country")
    megabytes = formats.number(Decimal(file_size * 10 // MEGABYTE) / 10)
    lines = [
        words.text("Key: {fingerprint}", fingerprint=header.publisher.fingerprint),
        words.text("Made: {day}", day=formats.long_date(header.made.date())),
        words.text("Area: {areas}", areas=areas),
        words.text("Catalogue of: {day}", day=formats.long_date(inside.as_of.date())),
        words.ntext("{n} service", "{n} services", inside.counts.services),
        words.ntext("{n} channel", "{n} channels", inside.counts.channels),
        words.ntext("{n} official form", "{n} official forms", len(inside.forms)),
        words.text("Size: {megabytes} MB", megabytes=megabytes),
    ]
    if inside.errands is not None:
        lines.append(words.text("Errands checked: {day}", day=formats.long_date(inside.errands.dated)))
    return lines


def preview_lines(preview: PackPreview, words: Words) -> list[str]:
    """Say who signed a pack, what is in it and what it would change."""
    lines = [_publisher_line(preview, words), *header_lines(preview.header, preview.file_size, words)]
    if preview.is_older and preview.desk_as_of is not None:
        day = Formats(words.language).long_date(preview.desk_as_of.date())
        lines.append(words.text("The catalogue of this desk is newer: of {day}.", day=day))
    if preview.changes is None:
        return lines
    return [*lines, "", words.text("What it changes:"), *change_lines(preview.changes, words)]


def change_lines(changes: PackChanges, words: Words) -> list[str]:
    """Say what taking in changes, or changed."""
    lines = [
        words.ntext("{n} new object", "{n} new objects", changes.new),
        words.ntext("{n} changed object", "{n} changed objects", changes.changed),
        words.ntext("{n} object as it was", "{n} objects as they were", changes.unchanged),
        words.ntext("{n} object is gone", "{n} objects are gone", changes.gone),
        words.ntext("{n} new form", "{n} new forms", changes.forms),
    ]
    if changes.older:
        lines.append(words.ntext("{n} object older than here", "{n} objects older than here", changes.older))
    told = {
        ErrandsChange.SAME: words.text("The errands are the same."),
        ErrandsChange.NEWER: words.text("The errands are newer: they are used when the program is opened next."),
        ErrandsChange.OLDER: words.text("The errands are no newer than here: this desk keeps its own."),
    }
    return [*lines, told[changes.errands]] if changes.errands in told else lines


def _publisher_line(preview: PackPreview, words: Words) -> str:
    if preview.own:
        return words.text("Signed by this desk itself.")
    if preview.trusted is not None:
        return words.text("Signed by {name}, whom this desk trusts.", name=preview.trusted)
    claimed = claimed_name(preview.header.publisher_name)
    return words.text("Signed by somebody whom this desk does not know, who says: “{name}”.", name=claimed)
