"""``desk errands graph``: an errand as a Mermaid text or as a picture, with the path of an example in it."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.designing import Designed, content_options, rule_words
from desk.cli.errors import terminal_words
from desk.cli.given import known_errands, language_named
from desk.cli.output import print_lines
from desk.errands.graph import Grapher, mermaid
from desk.errands.graph_picture import svg
from i18n.translator import Lexicon
from services.given_files import write_paper


@click.command()
@click.argument("errand")
@click.option("--lang", default="fi")
@click.option("--case", "case_name", help="Mark the path of this example: the name of its file, without .yaml.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Draw a picture into this .svg file.")
@content_options
def graph(designed: Designed, errand: str, lang: str, case_name: str | None, out: Path | None) -> None:
    """Show when each step of an errand applies, and what comes first: as Mermaid, or as a picture."""
    bundle, language = designed.bundle(), language_named(lang)
    named = known_errands(bundle, [errand])[0]
    wording, rules = rule_words(bundle, language)
    path = designed.example(named, case_name) if case_name else None
    made = Grapher(bundle.definitions, wording, rules).graph(named, path, case_name or "")
    if out is None:
        click.echo(mermaid(made))
        return
    write_paper(out, svg(made, Lexicon().words(language)).encode())
    print_lines(terminal_words().text("The picture is in {path}.", path=out))
