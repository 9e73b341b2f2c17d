"""A region's own errands on a desk: all of a folder or nothing, and the shipped ones whenever they do not fit."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from desk.errands.own_errands import read_kept, written
from desk.errors import FolderMissing, NothingOwn, NotYourRole
from desk.model.ids import MemberId
from desk.model.role import Role
from desk.model.staff import Member
from desk.usecases.duty import Duty
from desk.usecases.own_errands import OwnErrands, Shipped
from tests.desk.errands.conftest import FIXTURE, bundle_of, files_in
from tests.fakes import FakeCasebook, FakeClock
from tests.own_fakes import FakeOwnShelf

CARD = files_in(FIXTURE)
KEEPER = Duty(FakeCasebook())
"""A desk that is everybody's: whoever has it keeps its content."""
LOST = {path: content for path, content in CARD.items() if path.startswith("errands/lost_card/")}
ERRAND = "errands/lost_card/errand.yaml"
ALWAYS = {**LOST, ERRAND: LOST[ERRAND].replace(b"reader.fine < 100 or reader.life = works", b"always")}


def desk(shelf: FakeOwnShelf, shipped: dict[str, bytes] | None = None) -> Any:
    files = shipped if shipped is not None else CARD
    return OwnErrands(shelf, Shipped(bundle_of(files), lambda: files, dict, lambda: None), FakeClock())


@pytest.fixture
def shelf() -> FakeOwnShelf:
    return FakeOwnShelf()


def rule_of(bundle) -> str:
    return str(bundle.definitions.errands["lost_card"].steps[0].applies.text)


def test_a_folder_that_fits_is_used_from_the_next_opening(shelf):
    rooms = desk(shelf)
    assert rooms.opened() == (None, None)
    judgement = rooms.take(ALWAYS, "/ours", KEEPER)
    assert judgement.fits
    bundle, state = desk(shelf).opened()
    assert rule_of(bundle) == "always"
    assert bundle.content_hash != bundle_of(CARD).content_hash
    assert (state.folder, state.errands, state.fits) == ("/ours", ("lost_card",), True)


def test_a_folder_with_an_error_is_refused_whole_and_what_was_taken_stays(shelf):
    rooms = desk(shelf)
    rooms.take(ALWAYS, "/ours", KEEPER)
    before = shelf.content
    broken = {**ALWAYS, "errands/lost_card/texts/fi.yaml": b"title: [\n"}
    judgement = rooms.take(broken, "/ours", KEEPER)
    assert not judgement.fits
    assert any(str(each).startswith("errands/lost_card/texts/fi.yaml:") for each in judgement.found)
    assert shelf.content == before


def test_an_example_that_fails_refuses_the_folder(shelf):
    case = b"case: A\nas_of: 2026-01-01\nanswers: {reader.life: works}\nexpect: {not_steps: [close_card]}\n"
    judgement = desk(shelf).take({**ALWAYS, "errands/lost_card/cases/a.yaml": case}, "/ours", KEEPER)
    assert not judgement.fits
    assert "close_card" in judgement.failed[0]
    assert shelf.content is None


def test_to_judge_changes_nothing(shelf):
    assert desk(shelf).judge(ALWAYS, "/ours").fits
    assert shelf.content is None


@pytest.mark.parametrize("own", [{}, {"notes/x.yaml": b"a: b"}, {"drafts/errands/x/errand.yaml": b"errand: x"}])
def test_a_folder_with_nothing_of_an_errand_is_told(shelf, own):
    with pytest.raises(NothingOwn):
        desk(shelf).take(own, "/ours", KEEPER)


def test_where_there_is_no_desk_nothing_is_taken():
    with pytest.raises(FolderMissing):
        desk(FakeOwnShelf(is_desk=False)).take(ALWAYS, "/nowhere", KEEPER)


def test_a_newer_program_compiles_them_anew_once(shelf):
    desk(shelf).take(ALWAYS, "/ours", KEEPER)
    newer = {**CARD, "parameters/library.yaml": CARD["parameters/library.yaml"].replace(b"4.50", b"5.50")}
    bundle, state = desk(shelf, newer).opened()
    assert state.fits
    assert rule_of(bundle) == "always"
    assert bundle.definitions.parameters["fee.new_card"].on(date(2027, 1, 1)).value == {"": "5.50"}
    after = shelf.content
    again = desk(shelf, newer)
    assert again.opened()[0].content_hash == bundle.content_hash
    assert shelf.content == after, "it is compiled at the first opening alone"


def test_what_a_newer_program_has_outgrown_gives_way_to_the_shipped(shelf):
    desk(shelf).take(ALWAYS, "/ours", KEEPER)
    newer = {path: content.replace(b"id: library", b"id: archive") for path, content in CARD.items()}
    newer = {path: content.replace(b"agency: library", b"agency: archive") for path, content in newer.items()}
    bundle, state = desk(shelf, newer).opened()
    assert bundle is None
    assert not state.fits
    assert "library" in state.first_fault
    assert desk(shelf, newer).kept().found
    back, state = desk(shelf).opened()
    assert state.fits, "the older program, or a mended one, uses them again"
    assert rule_of(back) == "always"


@pytest.mark.parametrize("spoilt", [b"", b"nonsense", b"\x80"])
def test_a_spoilt_file_gives_way_to_the_shipped_and_can_be_taken_anew(shelf, spoilt):
    shelf.content = spoilt
    bundle, state = desk(shelf).opened()
    assert bundle is None
    assert not state.fits
    assert desk(shelf).take(ALWAYS, "/ours", KEEPER).fits
    assert desk(shelf).opened()[1].fits


def test_a_bundle_inside_that_cannot_be_read_gives_way_too(shelf):
    rooms = desk(shelf)
    rooms.take(ALWAYS, "/ours", KEEPER)
    kept = read_kept(shelf.content)
    shelf.content = written(msgspec.structs.replace(kept, bundle=b"\x93\x01"))
    bundle, state = rooms.opened()
    assert bundle is None
    assert not state.fits


def test_what_cannot_be_worked_with_after_an_update_gives_way_too(shelf):
    desk(shelf).take(ALWAYS, "/ours", KEEPER)
    newer = {**CARD, "agencies.yaml": CARD["agencies.yaml"] + b"# newer\n"}
    shipped = Shipped(bundle_of(newer), lambda: newer, lambda: {"x.json": b'["{phone.nobody}"]'}, lambda: None)
    bundle, state = OwnErrands(shelf, shipped, FakeClock()).opened()
    assert bundle is None
    assert state is not None
    assert "phone.nobody" in state.first_fault


def test_removed_the_shipped_ones_are_alone_again(shelf):
    rooms = desk(shelf)
    assert not rooms.remove(KEEPER)
    rooms.take(ALWAYS, "/ours", KEEPER)
    assert rooms.remove(KEEPER)
    assert rooms.opened() == (None, None)


@pytest.mark.parametrize("role", Role)
def test_only_who_keeps_the_content_takes_errands_in_or_removes_them(shelf, role):
    desk(shelf).take(ALWAYS, "/ours", KEEPER)
    before = shelf.read()
    duty = Duty(FakeCasebook())
    duty.begin(Member(MemberId("m"), "Timo Testi", (role,), pin=""), role)
    if role in (Role.SERVICE_ADVISER, Role.SUPERVISOR, Role.CONTENT_KEEPER):
        assert desk(shelf).take(LOST, "/theirs", duty).fits
        assert desk(shelf).remove(duty)
        return
    for refused in (lambda: desk(shelf).take(LOST, "/theirs", duty), lambda: desk(shelf).remove(duty)):
        with pytest.raises(NotYourRole):
            refused()
    assert shelf.read() == before
