"""``desk demo``: one sample visit from question to paper, in a folder that is gone afterwards."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import click

from desk import bootstrap
from desk.cli.errors import terminal_words
from desk.cli.output import print_lines
from desk.cli.path_document import path_lines
from desk.errands.wording import Wording
from desk.model.agreement import Agreement
from desk.model.ids import AgencyId, VisitId
from desk.model.visit import Outcome
from desk.ports import PaperOptions
from desk.usecases.desk_rooms import Desk
from desk.usecases.run_script import RunScript
from desk.usecases.visit_path import answers_of, path_of_visit
from desk.usecases.visit_script import Ending, read_script
from i18n.language import Language
from services.given_files import write_paper
from services.passphrases import GivenPassphrase

SCRIPT = Path(__file__).with_name("demo_visit.yaml")
DAYS_AGO = 19
PRINCIPALS = ("kela", "vero", "dvv")
"""Authorities that the sample service point has agreements with: what is theirs is handled there."""
GUIDANCE_OF = "tiski-s-survivors-pension"


@click.command()
@click.option(
    "--out", default="demo-papers", type=click.Path(path_type=Path, file_okay=False), help="Where the papers go."
)
def demo(out: Path) -> None:
    """Run one sample visit: its path on the terminal, its papers in a folder."""
    with tempfile.TemporaryDirectory(prefix="palvelutiski-demo-") as folder:
        passphrase = GivenPassphrase("a sample visit, nobody's data")
        with bootstrap.open_desk(Path(folder) / "data", passphrase) as opened:
            _run(opened.desk, out)


def _run(desk: Desk, out: Path) -> None:
    words, world = terminal_words(), desk.world
    today = world.clock.today()
    died_on = (today - timedelta(days=DAYS_AGO)).isoformat()
    content = SCRIPT.read_bytes().replace(b"DIED_ON", died_on.encode())
    script = read_script(SCRIPT.name, content, world.bundle, today)
    for principal in PRINCIPALS:
        desk.agreements.agree(Agreement(AgencyId(principal)))
    left_open = replace(script, end=Ending.OPEN)
    visit = RunScript(desk, lambda line: None)(left_open)

    wording = Wording(world.bundle, world.lexicon.words(words.language), today)
    path = path_of_visit(world.bundle, visit, today)
    print_lines(wording.errand_title(visit.errands[0]).text, "")
    print_lines(*path_lines(path, wording, answers_of(visit), words))
    for paper in _papers(desk, visit.id, out):
        print_lines(words.text("The paper is in {path}.", path=paper))
    desk.make_plan.agree(visit.id, script.profile.citizen_language)
    desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, script.keep)


def _papers(desk: Desk, visit: VisitId, out: Path) -> list[Path]:
    written = []
    for language in (Language.SV, Language.FI, Language.EN):
        options = PaperOptions(language)
        written.append(out / f"plan-{language}.pdf")
        write_paper(written[-1], desk.print_paper.plan(desk.make_plan.preview(visit, language), options))
    written.append(out / "plan-sv-large.pdf")
    large = PaperOptions(Language.SV, large=True)
    write_paper(written[-1], desk.print_paper.plan(desk.make_plan.preview(visit, Language.SV), large))
    written.append(out / "guidance-sv.pdf")
    service = desk.show_service(GUIDANCE_OF)
    write_paper(written[-1], desk.print_paper.guidance(service, PaperOptions(Language.SV)))
    return written
