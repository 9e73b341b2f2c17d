"""The plan code is read as people type it, and a slip of one sign is never another plan."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from desk.errors import PlanCodeMistyped
from desk.model.plan_code import ALPHABET, draw_code, read_code, written


def test_a_drawn_code_reads_back_as_printed_and_as_typed_carelessly() -> None:
    for _ in range(50):
        code = draw_code()
        assert len(code) == 9
        assert read_code(written(code)) == code
        assert read_code(f"  {written(code).lower()} ") == code
        assert read_code(code.replace("0", "o").replace("1", "l")) == code


@given(place=st.integers(0, 8), other=st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_always_found(place: int, other: str) -> None:
    code = draw_code()
    wrong = code[:place] + other + code[place + 1 :]
    if wrong != code:
        with pytest.raises(PlanCodeMistyped):
            read_code(wrong)


@given(place=st.integers(0, 7))
def test_two_neighbours_swapped_are_always_found(place: int) -> None:
    code = draw_code()
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        with pytest.raises(PlanCodeMistyped):
            read_code(wrong)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        code = read_code(text)
    except PlanCodeMistyped as refused:
        told = refused.details["typed"]
    else:
        assert code in text.upper().translate(str.maketrans("OIL", "011", " -–"))
        told = text
    assert told == text
