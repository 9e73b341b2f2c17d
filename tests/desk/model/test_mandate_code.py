"""The code on a mandate: it changes with every field, is read however it is typed, and finds each slip."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import MandateCodeMistyped, PlanCodeMistyped
from desk.model.ids import AgencyId, ErrandId, MandateCode, MandateId
from desk.model.mandate import DataKind, Lasting, LineNames, Mandate, MandateForm, ScopeLine
from desk.model.mandate_code import canonical_text, code_of, is_unchanged, read_mandate_code, with_code, written_code
from desk.model.plan_code import read_code
from desk.model.spoken_code import ALPHABET
from i18n.language import Language
from tests.thorough import examples

NAMES = st.dictionaries(st.sampled_from(Language), st.text(max_size=12), min_size=1)
DAYS = st.dates(date(2026, 1, 1), date(2030, 1, 1))
LINES = st.builds(
    ScopeLine,
    errand=st.sampled_from([ErrandId("a"), ErrandId("b")]),
    agency=st.sampled_from([AgencyId("kela"), AgencyId("vero")]),
    kinds=st.frozensets(st.sampled_from(DataKind), min_size=1),
)
VALUES = {
    "id": st.uuids().map(lambda id: MandateId(str(id))),
    "giver": st.text(max_size=20),
    "lines": st.lists(LINES, min_size=1, max_size=3).map(tuple),
    "lasting": st.sampled_from(Lasting),
    "drawn_on": DAYS,
    "last_day": DAYS,
    "form": st.sampled_from(MandateForm),
    "template": st.sampled_from(["mandate 2026-11", "mandate 2027-01"]),
    "code": st.just(MandateCode("")),
    "holder": NAMES,
    "born": st.none() | DAYS,
    "languages": st.lists(st.sampled_from(Language), min_size=1, max_size=2, unique=True).map(tuple),
    "names": st.lists(st.builds(LineNames, errand=NAMES, agency=NAMES), max_size=3).map(tuple),
    "renews": st.none() | st.uuids().map(lambda id: MandateId(str(id))),
}
MANDATES = st.builds(Mandate, **VALUES)


def test_every_field_of_a_mandate_is_drawn_here_and_stands_in_its_canonical_text():
    known = {field.name for field in fields(Mandate)}
    assert known == VALUES.keys()
    text = json.loads(canonical_text(with_code(_some())))
    assert known - {"code"} <= text.keys()


@settings(max_examples=examples(200))
@given(mandate=MANDATES, other=MANDATES, name=st.sampled_from(sorted(VALUES.keys() - {"code"})))
def test_codes_differ_when_any_field_differs(mandate, other, name):
    changed = replace(mandate, **{name: getattr(other, name)})
    assert (code_of(changed) == code_of(mandate)) is (getattr(changed, name) == getattr(mandate, name))


@settings(max_examples=examples(100))
@given(mandate=MANDATES)
def test_a_mandate_with_its_code_is_unchanged_and_any_other_code_tells(mandate):
    whole = with_code(mandate)
    assert is_unchanged(whole)
    assert not is_unchanged(replace(whole, last_day=whole.last_day + timedelta(days=1)))
    assert not is_unchanged(replace(whole, code=MandateCode("000000000000000")))


@settings(max_examples=examples(100))
@given(mandate=MANDATES, slip=st.integers(0, 14), sign=st.sampled_from(ALPHABET))
def test_a_code_is_read_however_it_is_typed_and_a_slip_is_found_in_its_group(mandate, slip, sign):
    code = code_of(mandate)
    spoken = written_code(code)
    assert len(spoken.split("-")) == 3
    for typed in (spoken, spoken.lower(), code, " ".join(code), spoken.replace("0", "O").replace("1", "l")):
        assert read_mandate_code(typed) == code
    slipped = code[:slip] + sign + code[slip + 1 :]
    if slipped != code:
        with pytest.raises(MandateCodeMistyped) as refused:
            read_mandate_code(slipped)
        assert refused.value.details["group"] == str(slip // 5 + 1)


def test_no_mandate_code_is_taken_for_a_plan_code():
    code = code_of(_some())
    with pytest.raises(PlanCodeMistyped):
        read_code(code)
    with pytest.raises(MandateCodeMistyped):
        read_mandate_code("K7QM-4T2X-9")


def test_the_canonical_text_knows_no_order_of_sets_and_dictionaries():
    line = ScopeLine(ErrandId("a"), AgencyId("kela"), frozenset(DataKind))
    other = ScopeLine(ErrandId("a"), AgencyId("kela"), frozenset(reversed(list(DataKind))))
    names = {Language.FI: "yksi", Language.SV: "en"}
    there = replace(_some(), lines=(line,), holder=names)
    here = replace(_some(), lines=(other,), holder=dict(reversed(names.items())))
    assert canonical_text(there) == canonical_text(here)


def _some() -> Mandate:
    return Mandate(
        id=MandateId("01a20000-0000-7000-8000-000000000000"),
        giver="Maija Mallikas",
        lines=(ScopeLine(ErrandId("a"), AgencyId("kela"), frozenset({DataKind.CONTACT})),),
        lasting=Lasting.UNTIL_DAY,
        drawn_on=date(2026, 11, 23),
        last_day=date(2026, 12, 31),
        form=MandateForm.PAPER,
        template="mandate 2026-11",
        code=MandateCode(""),
        holder={Language.FI: "Kallion asiointipiste"},
    )
