"""The places and ways of a service on the terminal, as its sheet has them: how each stands, and how far it is."""

from __future__ import annotations

from desk.usecases.show_service import ShownService
from i18n.formats import Formats
from i18n.translator import Words
from ui.opening import opening_note, opening_words


def way_lines(shown: ShownService, lang: str, words: Words) -> list[str]:
    """A line a way, and a second one where there is something to know."""
    formats = Formats(words.language)
    lines = []
    for channel, status, distance in zip(shown.sheet.channels, shown.opening, shown.distances, strict=True):
        parts = [f"{channel.kind}: {channel.names.pick(lang).text}"]
        if channel.hours:
            parts.append(opening_words(words, formats, status, shown.at))
        if distance is not None:
            parts.append(formats.distance(distance))
        if channel.hours_source is not None:
            parts.append(channel.hours_source.name)
        lines.append(" · ".join(parts))
        if channel.hours and (note := opening_note(words, formats, status, shown.at)):
            lines.append(f"  {note}")
    return lines
