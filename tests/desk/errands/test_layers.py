"""A region's own errands over the shipped ones: what takes whose place, and what is said when it does not fit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.checker import check
from desk.errands.layers import MARK, laid_over
from desk.errands.own_errands import (
    FORMAT,
    KeptErrands,
    OwnThing,
    compiled_anew,
    compiled_over,
    failed_examples,
    own_things,
    read_kept,
    written,
)
from desk.errors import ErrandsBroken
from tests.desk.errands.conftest import FIXTURE, bundle_of, files_in
from tests.thorough import examples

CARD = files_in(FIXTURE)
PHONE = (
    b"parameters:\n"
    b"  - name: phone.library\n"
    b"    values: [{value: 08 111 1111, valid_from: 2020-01-01, source: ours, checked: 2026-02-02}]\n"
)
OFFICE = b"agencies: [{id: library, names: {fi: Oma kirjasto, sv: Eget, en: Our own}, kind: municipality}]\n"
WORDS = b'documents: {identity_document: "fi: A paper with a picture"}\n'


def lost_card(**changed: tuple[str, str]) -> dict[str, bytes]:
    """The errand of the lost card as a region's own."""
    own = {path: content for path, content in CARD.items() if path.startswith("errands/lost_card/")}
    for path, (old, new) in changed.items():
        file = f"errands/lost_card/{path.replace('__', '/')}.yaml"
        assert old.encode() in own[file]
        own[file] = own[file].replace(old.encode(), new.encode(), 1)
    return own


def words_of(own: dict[str, bytes], key: str):
    compiled, _ = compiled_over(CARD, own)
    assert compiled.bundle is not None, compiled.diagnostics
    return compiled.bundle.words("fi")[key]


def test_an_errand_of_the_same_id_takes_its_place_whole():
    own = lost_card(errand=("reader.fine < 100 or reader.life = works", "always"))
    del own["errands/lost_card/texts/sv.yaml"]
    compiled, layers = compiled_over(CARD, own)
    assert compiled.bundle is not None
    assert compiled.bundle.definitions.errands["lost_card"].steps[0].applies.text == "always"
    assert "errand.lost_card.title" not in compiled.bundle.words("sv"), "nothing of the shipped one is left"
    assert "library_card" in compiled.bundle.definitions.errands
    assert {path for path in layers.own if "sv" in path} == set()


def test_words_alone_take_the_place_of_the_file():
    texts = "errands/lost_card/texts/fi.yaml"
    own = {texts: CARD[texts].replace(b"Close the card", b"Lock the card")}
    assert words_of(own, "step.close_card.title") == "fi: Lock the card"
    assert words_of({}, "step.close_card.title") == "fi: Close the card"


@pytest.mark.parametrize("path", ["parameters/library.yaml", "parameters/ours.yaml", "parameters/a/b.yaml"])
def test_a_value_of_the_same_name_takes_its_place_wherever_it_stands(path):
    compiled, _ = compiled_over(CARD, {path: PHONE})
    assert compiled.bundle is not None, compiled.diagnostics
    parameters = compiled.bundle.definitions.parameters
    assert [value.value[""] for value in parameters["phone.library"].values] == ["08 111 1111"]
    assert "fee.new_card" in parameters


@pytest.mark.parametrize("path", ["agencies.yaml", "agencies/ours.yaml"])
def test_an_agency_of_the_same_id_takes_its_place(path):
    compiled, _ = compiled_over(CARD, {path: OFFICE})
    assert compiled.bundle is not None, compiled.diagnostics
    assert compiled.bundle.definitions.agencies["library"].names["en"] == "Our own"
    assert "school" in compiled.bundle.definitions.agencies


@pytest.mark.parametrize("path", ["texts/fi.yaml", "texts/fi/ours.yaml"])
def test_a_shared_text_of_the_same_key_takes_its_place(path):
    assert words_of({path: WORDS}, "document.identity_document") == "fi: A paper with a picture"
    assert words_of({path: WORDS}, "warning.no_codes") == "fi: Never tell your codes."


def test_a_set_of_facts_comes_whole_and_what_it_lacks_is_told_where_it_is_missed():
    own = {"facts/reader.yaml": b"set: reader\nfacts: [{fact: reader.fine, type: money}]\n"}
    compiled, layers = compiled_over(CARD, own)
    assert compiled.bundle is None
    told = [str(each) for each in layers.said_of_own(compiled.diagnostics)]
    assert any(line.startswith("desk/content/errands/library_card/errand.yaml:") for line in told)


def test_twice_in_ones_own_is_an_error_still():
    compiled, layers = compiled_over(CARD, {"parameters/one.yaml": PHONE, "parameters/two.yaml": PHONE})
    (found,) = layers.said_of_own(compiled.diagnostics)
    assert (found.code, found.place.file) == ("E307", "parameters/two.yaml")
    assert "see parameters/one.yaml:2:5" in str(found)


def test_findings_name_the_files_as_they_lie_in_the_folder():
    own = {"agencies.yaml": OFFICE.replace(b"municipality", b"municipalty"), "texts/fi.yaml": b"documents: {x: [1]}\n"}
    compiled, layers = compiled_over(CARD, own)
    told = [str(each) for each in layers.said_of_own(compiled.diagnostics)]
    assert any(line.startswith("agencies.yaml:1:") for line in told)
    assert any(line.startswith("texts/fi.yaml:1:") for line in told)
    assert not any(MARK in line for line in told)


def test_only_what_is_ones_own_is_told_of_the_gate():
    layers = laid_over(CARD, lost_card(errand=("applies: reader.fine < 100 or reader.life = works", "applies: never")))
    told = layers.said_of_own(check(layers.files))
    assert told
    assert all(each.is_error or each.place.file.startswith("errands/lost_card/") for each in told)


def test_the_hash_is_that_of_both():
    changed = {**CARD, "agencies.yaml": CARD["agencies.yaml"] + b"\n"}
    contents = [(CARD, {}), (CARD, {"parameters/x.yaml": PHONE}), (CARD, lost_card()), (changed, lost_card())]
    hashes = {bundle_of(laid_over(shipped, own).files).content_hash for shipped, own in contents}
    assert len(hashes) == 3, "an errand that is the same byte for byte changes nothing"


def test_what_lies_over_what():
    own = {**lost_card(), "parameters/x.yaml": PHONE, "agencies.yaml": OFFICE.replace(b"id: library", b"id: archive")}
    compiled, layers = compiled_over(CARD, {**own, "texts/fi.yaml": WORDS})
    assert own_things(compiled.loaded, layers, bundle_of(CARD)) == (
        OwnThing("agency", "archive", replaces=False),
        OwnThing("errand", "lost_card", replaces=True),
        OwnThing("parameter", "phone.library", replaces=True),
        OwnThing("text", "document.identity_document", replaces=True),
    )


def test_words_alone_lie_over_a_file():
    texts = "errands/lost_card/texts/fi.yaml"
    compiled, layers = compiled_over(CARD, {texts: CARD[texts], "errands/lost_card/texts/se.yaml": b"title: x\n"})
    assert own_things(compiled.loaded, layers, bundle_of(CARD)) == (
        OwnThing("file", texts, replaces=True),
        OwnThing("file", "errands/lost_card/texts/se.yaml", replaces=False),
    )


def kept(own: dict[str, bytes]) -> KeptErrands:
    bundle = bundle_of(laid_over(CARD, own).files).to_bytes()
    return KeptErrands(FORMAT, "/ours", datetime(2026, 11, 22, tzinfo=UTC), "then", (), own, bundle)


def test_it_is_compiled_anew_when_the_shipped_content_changed():
    before = kept(lost_card())
    assert read_kept(written(before)) == before
    shipped = {**CARD, "parameters/library.yaml": CARD["parameters/library.yaml"].replace(b"4.50", b"5.50")}
    after = compiled_anew(before, shipped, "now")
    assert (after.shipped, after.found, after.things) == ("now", (), before.things)
    assert after.bundle is not None
    assert after.bundle != before.bundle


def test_what_no_longer_fits_is_told_and_has_no_bundle():
    shipped = {**CARD, "agencies.yaml": CARD["agencies.yaml"].replace(b"id: library", b"id: archive")}
    after = compiled_anew(kept(lost_card()), shipped, "now")
    assert after.bundle is None
    assert any(line.startswith("errands/lost_card/errand.yaml:") and " E4" in line for line in after.found)


def test_an_example_of_ones_own_that_fails_is_told():
    case = b"case: A\nas_of: 2026-01-01\nanswers: {reader.life: works}\nexpect: {not_steps: [close_card]}\n"
    compiled, layers = compiled_over(CARD, {**lost_card(), "errands/lost_card/cases/a.yaml": case})
    (failed,) = failed_examples(compiled, layers)
    assert "close_card" in failed
    passing, layers = compiled_over(CARD, lost_card())
    assert failed_examples(passing, layers) == [], "examples of the shipped errands are not ours to answer for"


@pytest.mark.parametrize("content", [b"", b"\x00", b"\x93\x01\x02\x03", b"\xff" * 40])
def test_a_kept_file_that_cannot_be_read_is_known(content):
    with pytest.raises(ErrandsBroken):
        read_kept(content)


def test_a_kept_file_of_another_format_is_known():
    other = written(kept(lost_card())).replace(b"\xa6format\x01", b"\xa6format\x02")
    with pytest.raises(ErrandsBroken):
        read_kept(other)


def test_a_hint_of_the_same_id_takes_its_place():
    path, hints = "hints/any.yaml", b"hints: [{id: a, kind: may_be_entitled}]"
    assert laid_over({path: hints}, {path: hints}).files.keys() == {path, f"hints/{MARK}any.yaml"}
    for shared in ("hints/texts/fi.yaml", "phrases/texts/fi/x.yaml", "withdrawals.yaml", "translated/hints.json"):
        assert laid_over({shared: b""}, {shared: b""}).hidden == frozenset(), shared


def test_a_file_that_nobody_reads_is_told():
    strays = [
        "errand/x.yaml",
        "errands/x/text/fi.yaml",
        "errands/x/errands.yaml",
        "facts/texts/finnish/a/b.yaml",
        "x.yaml",
    ]
    layers = laid_over(CARD, {**lost_card(), **dict.fromkeys(strays, b"a: b")})
    found = layers.said_of_own(check(layers.files))
    assert sorted(each.place.file for each in found if each.code == "W332") == sorted(strays)


_PATHS = st.sampled_from(
    [
        *sorted(CARD),
        "agencies/x.yaml",
        "facts/x.yaml",
        "facts/texts/fi.yaml",
        "texts/se/x.yaml",
        "errands/x/errand.yaml",
        "translated/texts.json",
        "translated/lost_card.json",
        "synonyms.yaml",
        "municipalities.yaml",
        "plain_words/fi.yaml",
        f"parameters/{MARK}x.yaml",
        "drafts/errands/x/errand.yaml",
        "nonsense",
    ]
)
_CONTENTS = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(sorted(CARD.values())),
    st.sampled_from([PHONE, OFFICE, WORDS, b"[]", b"{}", b"a: [", b"set: reader", b"errand: lost_card"]),
)


@settings(max_examples=examples(60), deadline=None)
@given(st.dictionaries(_PATHS, _CONTENTS, max_size=6))
def test_any_folder_is_an_errand_or_is_refused_with_places(own):
    compiled, layers = compiled_over(CARD, own)
    told = layers.said_of_own(compiled.diagnostics)
    assert compiled.is_whole or any(each.is_error for each in told)
    assert all(each.place.line >= 1 and each.place.column >= 1 and each.place.file for each in told)
    failed_examples(compiled, layers)
    own_things(compiled.loaded, layers, bundle_of(CARD))
