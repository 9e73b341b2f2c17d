"""Says what a package is and what it changes, for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from desk.model.pack import ErrandsChange, PackChanges, PackHeader, PackPreview
from desk.model.refresh import SyncArea
from desk.usecases.open_pack import claimed_name
from i18n.formats import Formats
from i18n.translator import Words

AreaName = Callable[[SyncArea], str]
"""What an area is called."""
MEGABYTE = 1_000_000


def header_lines(header: PackHeader, file_size: int, words: Words, area_name: AreaName = str) -> list[str]:
    """Say what a pack is. Whoever works with codes is told codes; a clerk is told names."""
    formats, inside = Formats(words.language), header.inside
    areas = ", ".join(area_name(area) for area in inside.areas) or words.text("the whole country")
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


def preview_lines(preview: PackPreview, words: Words, area_name: AreaName = str) -> list[str]:
    """Say who signed a pack, what is in it and what it would change."""
    lines = [_publisher_line(preview, words), *header_lines(preview.header, preview.file_size, words, area_name)]
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
