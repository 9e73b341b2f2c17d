"""How old the catalogue is, and how a refresh goes, in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from desk.model.refresh import RefreshPhase, RefreshProgress, RefreshReport
from desk.model.search import Counts
from i18n.formats import Formats
from i18n.translator import Words

MEGABYTE = 1_000_000
HOUR = timedelta(hours=1)


def age_words(words: Words, formats: Formats, as_of: datetime, now: datetime) -> str:
    """When it was fetched, as people say it."""
    age = now - as_of
    if age < HOUR:
        return words.text("Fetched less than an hour ago.")
    if age < timedelta(hours=12):
        hours = int(age / HOUR)
        return words.ntext("Fetched {n} hour ago.", "Fetched {n} hours ago.", hours)
    day, time = formats.on_date(as_of.date()), formats.time_of_day(as_of.time())
    return words.text("Fetched {day} {time}.", day=day, time=time)


def count_words(words: Words, formats: Formats, counts: Counts) -> str:
    """What is in it."""
    parts = (
        words.nptext(
            "in the catalogue",
            "{number} service",
            "{number} services",
            counts.services,
            number=formats.number(counts.services),
        ),
        words.nptext(
            "in the catalogue", "{number} way", "{number} ways", counts.channels, number=formats.number(counts.channels)
        ),
        words.nptext(
            "in the catalogue",
            "{number} organization",
            "{number} organizations",
            counts.organizations,
            number=formats.number(counts.organizations),
        ),
    )
    return " · ".join(parts)


def progress_words(words: Words, formats: Formats, progress: RefreshProgress, *, paused: bool) -> str:
    """What a refresh is doing, and what is left."""
    if paused:
        return words.text("Paused. What was fetched is kept.")
    received = megabytes(words, formats, progress.received)
    if progress.phase is RefreshPhase.ASKING:
        return words.text("Asking what is new. {size}.", size=received)
    if progress.phase is RefreshPhase.TAKING_IN:
        return words.text("Taking it into use. The catalogue can be used meanwhile.")
    left = max(0, progress.whole - progress.done)
    if not progress.whole:
        return words.text("Fetched {number} so far, {size}.", number=formats.number(progress.done), size=received)
    return words.text(
        "Fetched {number} of {whole}, {left} left. {size}.",
        number=formats.number(progress.done),
        whole=formats.number(progress.whole),
        left=formats.number(left),
        size=received,
    )


def report_words(words: Words, formats: Formats, report: RefreshReport) -> str:
    """What a refresh did."""
    if not (report.new or report.changed or report.gone):
        return words.text("The catalogue is up to date. Nothing had changed.")
    return words.text(
        "The catalogue is up to date: {new} new, {changed} changed, {gone} no longer there.",
        new=formats.number(report.new),
        changed=formats.number(report.changed),
        gone=formats.number(report.gone),
    )


def megabytes(words: Words, formats: Formats, received: int) -> str:
    """A size, to one decimal under ten."""
    size = Decimal(received) / MEGABYTE
    shown = size.quantize(Decimal("0.1")) if size < 10 else size.quantize(Decimal(1))
    return words.text("{n} MB", n=formats.number(shown))
