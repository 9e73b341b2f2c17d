"""A whole desk in memory over one bundle, and the bundles it is tried with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from desk.errands.bundle import Bundle
from desk.errands.compiling import compile_bundle
from desk.model.ids import ErrandId, FactName, StepId
from desk.model.visit import Profile, Visit, VisitChannel
from desk.ports import Casebook
from desk.usecases.desk_rooms import Desk, World
from i18n.translator import Lexicon
from printing.calendar_file import Calendars
from printing.paper_maker import Drawing, Papers
from tests.fakes import FakeCasebook, FakeCatalogue, FakeClock, FakePrinters
from tests.fresh_fakes import fresh_fakes
from tests.keeping_fakes import FakeKeeper
from tests.mandate_fakes import FakeMandateRegister
from tests.person_fakes import FakePersons
from tests.pin_fakes import FakePins

ROOT = Path(__file__).parents[3]

CARD = ErrandId("library_card")
LOST = ErrandId("lost_card")
BORN = FactName("reader.born_on")
LIFE = FactName("reader.life")
GUARDIAN = FactName("reader.guardian_comes")
HOBBIES = FactName("reader.hobbies")
MOVED = FactName("reader.moved")
MOVED_ON = FactName("reader.moved_on")
FINE = FactName("reader.fine")
E_ID = FactName("citizen.e_id")
SAFETY = FactName("citizen.safety_risk")
GET_CARD = StepId("get_card")
PAY_FINE = StepId("pay_fine")
NEW_ADDRESS = StepId("tell_new_address")


@lru_cache(maxsize=2)
def _compiled(folder: str) -> Bundle:
    return _bundle_of(_files(folder))


@lru_cache(maxsize=2)
def _files(folder: str) -> dict[str, bytes]:
    root = ROOT / folder
    files = [*root.rglob("*.yaml"), *root.rglob("*.json")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(files)}


def _bundle_of(files: Mapping[str, bytes]) -> Bundle:
    compiled = compile_bundle(files)
    assert compiled.bundle is not None, "\n".join(str(found) for found in compiled.diagnostics if found.is_error)
    return compiled.bundle


def card_bundle() -> Bundle:
    """The invented library card: two errands that share facts."""
    return _compiled("tests/fixtures/errands")


def changed_card_bundle(
    *changes: tuple[str, str], more: Mapping[str, str] | None = None, without: str | None = None
) -> Bundle:
    """The library card, some time later: each text that is named became another, wherever it stood."""
    return _bundle_of(_changed("tests/fixtures/errands", changes, more or {}, without))


def changed_real_bundle(*changes: tuple[str, str], more: Mapping[str, str] | None = None) -> Bundle:
    """The same of what ships."""
    return _bundle_of(_changed("desk/content", changes, more or {}))


def _changed(
    folder: str, changes: Sequence[tuple[str, str]], more: Mapping[str, str], without: str | None = None
) -> dict[str, bytes]:
    files = dict(_files(folder))
    for before, after in changes:
        having = [path for path, content in files.items() if before.encode() in content]
        assert having, f"nothing says {before}"
        files.update({path: files[path].replace(before.encode(), after.encode()) for path in having})
    files.update({path: text.encode() for path, text in more.items()})
    return {path: content for path, content in files.items() if not without or not path.startswith(without)}


def real_bundle() -> Bundle:
    """What ships."""
    return _compiled("desk/content")


def desk_over(
    bundle: Bundle,
    casebook: Casebook | None = None,
    clock: FakeClock | None = None,
    printers: FakePrinters | None = None,
) -> Desk:
    """A desk over a bundle; everything else is in memory."""
    lexicon = Lexicon()
    casebook = casebook or FakeCasebook()
    return Desk(
        World(
            casebook=casebook,
            catalogue=FakeCatalogue(),
            clock=clock or FakeClock(),
            bundle=bundle,
            lexicon=lexicon,
            papers=Papers(lexicon, _no_drawing),
            printers=printers or FakePrinters(),
            fresh=fresh_fakes(casebook),
            calendars=Calendars(lexicon),
            keeper=FakeKeeper(casebook),
            persons=FakePersons(casebook),
            register=FakeMandateRegister(),
            pins=FakePins,
        )
    )


def _no_drawing() -> Drawing:
    raise AssertionError("no test of the use cases draws a paper")


def opened(desk: Desk, *errands: ErrandId, profile: Profile | None = None) -> Visit:
    """A visit at the desk, the first errand of the bundle when none is named."""
    return desk.open_visit(VisitChannel.DESK, profile or Profile(), errands or desk.world.bundle.errands[:1])
