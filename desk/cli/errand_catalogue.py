"""``desk errands catalogue``: all rules in words for experts, as a web page or a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from desk import bootstrap
from desk.cli.designing import Designed, content_options, rule_words
from desk.cli.errors import terminal_words
from desk.cli.given import known_errands, language_named
from desk.cli.output import print_lines
from desk.errands.rule_catalogue import Cataloguer
from desk.errands.rule_page import page
from i18n.translator import Lexicon
from services.clock import HelsinkiClock
from services.given_files import write_paper


@click.command()
@click.argument("errand", nargs=-1)
@click.option("--lang", default="fi")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="A file that ends with .html or .pdf."
)
@content_options
def catalogue(designed: Designed, errand: tuple[str, ...], lang: str, out: Path) -> None:
    """Write every rule of some errands, or of all, in words: with its source and when it was checked."""
    if out.suffix not in (".html", ".pdf"):
        raise click.BadParameter("a file that ends with .html or .pdf", param_hint="--out")
    bundle, language, today = designed.bundle(), language_named(lang), HelsinkiClock().today()
    wording, rules = rule_words(bundle, language, today)
    chosen = known_errands(bundle, errand) or bundle.errands
    made = Cataloguer(bundle.definitions, wording, rules, Lexicon().words(language)).catalogue(
        chosen, bundle.version, today, designed.own_errands()
    )
    write_paper(out, page(made).encode() if out.suffix == ".html" else bootstrap.drawn_rules(made))
    print_lines(terminal_words().text("The rules are in {path}.", path=out))
