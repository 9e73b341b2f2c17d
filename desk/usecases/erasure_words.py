"""What an erasure leaves, in words: the same on the screen and on the command line."""

from __future__ import annotations

from desk.model.keeping_receipt import ErasureReceipt
from i18n.formats import Formats
from i18n.keeping_words import CATEGORY_WORDS
from i18n.translator import Words


def receipt_lines(receipt: ErasureReceipt, words: Words) -> tuple[str, ...]:
    """Return a receipt, a sentence each."""
    formats = Formats(words.language)
    stays = (
        words.text(
            "What stays: {category}, until {day}",
            category=words.ptext(*CATEGORY_WORDS[category]),
            day=formats.short_date(day),
        )
        for category, day in receipt.stays.items()
    )
    log = words.text("The number of the visit, its times and its errands stay in the log.")
    return (said_of_going(receipt, words), *stays, *said_of_copies(receipt, words), log)


def said_of_going(receipt: ErasureReceipt, words: Words) -> str:
    """Return how much went."""
    return words.ntext(
        "Visit {number}: {n} entry of the journal has lost what it said.",
        "Visit {number}: {n} entries of the journal have lost what they said.",
        receipt.erased_events,
        number=receipt.number,
    )


def said_of_copies(receipt: ErasureReceipt, words: Words) -> tuple[str, ...]:
    """Return until when backups may hold it."""
    if receipt.last_copy_gone is not None:
        day = Formats(words.language).short_date(receipt.last_copy_gone)
        return (words.text("The last backup that may hold it is gone on {day}.", day=day),)
    none = words.text("No backup holds it.")
    if not receipt.no_copy_left:
        return (none,)
    return (none, words.text("A new backup could not be made, so there is none now. Make room for one."))
