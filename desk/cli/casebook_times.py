"""``desk casebook retention | times``: what goes when its time is over, and how long its time is."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.given import language_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errors import KeepingRefused
from desk.model.keeping import Category, KeepingTimes
from desk.model.keeping_receipt import KeepingReceipt
from desk.model.role import Role
from desk.ports import PaperOptions
from desk.usecases.keeping_times import KEEPING_ROLES, LIMITS
from i18n.keeping_words import CATEGORY_WORDS
from i18n.translator import Words
from services.given_files import write_paper


@click.command()
@click.option("--dry-run", "dry", is_flag=True, help="Only show what would go, and why.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Also write the receipt as PDF.")
@click.option("--lang", default="fi", help="Of the paper.")
@desk_options
def retention(options: DeskOptions, dry: bool, out: Path | None, lang: str) -> None:
    """Erase what has had its time, and give a receipt: how many of what, and nothing of anybody."""
    paper = PaperOptions(language_named(lang))
    with open_desk(options, writing=not dry) as desk:
        receipt = desk.run_retention.look() if dry else desk.run_retention.run()
        if out is not None:
            write_paper(out, desk.world.papers.keeping_receipt(receipt, paper))
    if options.json:
        print_json(_document(receipt))
    else:
        print_lines(*_lines(options.words, receipt))


@click.command()
@click.option("--role", help="Whose plans; with --months and --at-most.")
@click.option("--months", type=int, help="A plan stays so many months after its last day …")
@click.option("--at-most", type=int, help="… and never more than so many months in all.")
@click.option("--receipt-years", type=int)
@click.option("--log-years", type=int)
@click.option("--copy-days", type=int, help="How long a backup lives.")
@desk_options
def times(options: DeskOptions, /, role: str | None, **given: int | None) -> None:
    """Show how long things are kept, or set what is given."""
    wanted = {name: number for name, number in given.items() if number is not None}
    months, at_most = wanted.pop("months", None), wanted.pop("at_most", None)
    if (role is None) is not (months is None and at_most is None):
        raise click.UsageError("--role belongs with --months and --at-most.")
    with open_desk(options, writing=bool(role or wanted)) as desk:
        settings = desk.keeping_times
        if role is not None:
            now = settings.read().plan(_role_named(role))
            settings.set_plan(
                _role_named(role),
                now.months if months is None else months,
                now.at_most if at_most is None else at_most,
            )
        for name, number in wanted.items():
            settings.set(name, number)
        found = settings.read()
    if options.json:
        print_json(_times(found))
    else:
        print_lines(*_time_lines(options.words, found))


def _role_named(name: str) -> Role:
    try:
        return Role(name)
    except ValueError:
        least, most = LIMITS["months"]
        raise KeepingRefused(name=", ".join(KEEPING_ROLES), least=least, most=most, given=name) from None


def _times(found: KeepingTimes) -> dict[str, object]:
    plans = {role: found.plan(role) for role in KEEPING_ROLES}
    return {
        "plans": {role: {"months": time.months, "at_most": time.at_most} for role, time in plans.items()},
        "receipt_years": found.receipt_years,
        "mandate_days": found.mandate_days,
        "log_years": found.log_years,
        "copy_days": found.copy_days,
    }


def _time_lines(words: Words, found: KeepingTimes) -> list[str]:
    plans = [
        words.text(
            "Plans kept as {role}: {months} months after the last day, at most {at_most} months",
            role=role,
            months=found.plan(role).months,
            at_most=found.plan(role).at_most,
        )
        for role in KEEPING_ROLES
    ]
    return [
        *plans,
        words.text("Receipts of documents: {years} years", years=found.receipt_years),
        words.text("Mandates and what was done under them: {days} days", days=found.mandate_days),
        words.text("Log of the desk: {years} years", years=found.log_years),
        words.text("Backups: {days} days", days=found.copy_days),
    ]


def _document(receipt: KeepingReceipt) -> dict[str, object]:
    return {
        "at": receipt.at,
        "dry_run": receipt.dry,
        "total": receipt.total,
        "counts": {category: receipt.counts.get(category, 0) for category in Category},
        "going": [
            {"number": each.number, "category": each.category, "kept_until": each.kept_until} for each in receipt.going
        ],
        "head_before": receipt.head_before,
        "head_after": receipt.head_after,
        "last_copy_gone": receipt.last_copy_gone,
        "times": _times(receipt.times),
    }


def _lines(words: Words, receipt: KeepingReceipt) -> list[str]:
    if not receipt.total:
        return [words.text("Nothing has had its time.")]
    if receipt.dry:
        lines = [
            words.text(
                "Visit {number}: {category}, kept until {day}",
                number=each.number,
                category=words.ptext(*CATEGORY_WORDS[each.category]),
                day=each.kept_until,
            )
            for each in receipt.going
        ]
        told = words.ntext("{n} thing would go.", "{n} things would go.", receipt.total)
        return [*lines, *_counts(words, receipt), told]
    lines = [*_counts(words, receipt), words.ntext("{n} thing is erased.", "{n} things are erased.", receipt.total)]
    lines += [words.text("End of the journal before: {code}", code=code) for code in receipt.head_before]
    lines += [words.text("End of the journal: {code}", code=code) for code in receipt.head_after]
    if receipt.last_copy_gone is not None:
        lines.append(words.text("The last backup that may hold it is gone on {day}.", day=receipt.last_copy_gone))
    return lines


def _counts(words: Words, receipt: KeepingReceipt) -> list[str]:
    return [
        words.text("{category}: {n}", category=words.ptext(*CATEGORY_WORDS[category]), n=count)
        for category, count in receipt.counts.items()
    ]
