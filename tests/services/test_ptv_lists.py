"""Pages and code lists of the API: whatever comes is read, or told in one way."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings, strategies as some

from desk.errors import NotJson
from desk.model.intake import ProblemKind
from services.wire.ptv_v11_lists import MOST_PAGES, PageFrame, read_codes, read_frame, read_id_page
from services.wire.ptv_v11_reading import read_answer
from tests.thorough import examples

KEYS = some.sampled_from(
    "id name code names itemList pageNumber pageSize pageCount serviceNames serviceChannelNames errorMessage".split()
)
ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)
HOLDS = {
    read_id_page: lambda page: all(line.id for line in page[1] if line.fetchable),
    read_codes: lambda codes: all(each.code for each in codes) and len({each.code for each in codes}) == len(codes),
    read_frame: lambda frame: all(number is None or number > 0 for number in (frame.size, frame.pages)),
    read_answer: lambda answer: (
        all(each.id and each.names for each in answer.objects)
        and all(each.kind is not ProblemKind.IDS_ONLY for each in answer.problems)
    ),
}
"""What whoever reads relies on, whatever the document."""
READERS = tuple(HOLDS)


@given(ANYTHING)
@settings(max_examples=examples(300))
def test_any_document_is_read_or_is_not_one(document):
    read_or_not_one(json.dumps(document).encode())


@given(some.binary(max_size=200))
@settings(max_examples=examples(100))
def test_any_bytes_too(content):
    read_or_not_one(content)


def read_or_not_one(content):
    for read, holds in HOLDS.items():
        with suppress(NotJson):
            assert holds(read("source", content))


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"<html>", b'"a"', b"5", b"\xff"])
def test_what_is_no_document_is_told(read, content):
    with pytest.raises(NotJson):
        read("source", content)


@pytest.mark.parametrize("read", [read_id_page, read_frame])
@pytest.mark.parametrize(
    "content", [{}, {"errorMessage": "?"}, [], {"itemList": {}}, {"itemList": "a"}, {"pageCount": 0}]
)
def test_what_is_no_page_is_not_taken_for_an_empty_one(read, content):
    with pytest.raises(NotJson):
        read("source", json.dumps(content).encode())


class TestIdPages:
    def test_lines_that_cannot_be_asked_for_are_marked_and_keep_their_place(self):
        lines = [
            {"id": "a", "name": "A"},
            {"id": "b", "name": None},
            {"id": "c", "name": ""},
            {"id": "d"},
            {"id": "e", "name": [{"language": "fi", "value": "E"}], "parentOrganizationId": None},
            {"id": None, "name": "F"},
            {"id": 7, "name": "G"},
            {"id": "00000000-0000-0000-0000-000000000000", "name": "H"},
            "I",
            None,
        ]
        page = {"pageNumber": 1, "pageSize": 10, "pageCount": 3, "itemList": lines}
        frame, listed = read_id_page("source", json.dumps(page).encode())
        assert frame == PageFrame(10, 3)
        assert [(each.id, each.fetchable) for each in listed] == [
            ("a", True),
            ("b", False),
            ("c", False),
            ("d", True),
            ("e", True),
            ("", False),
            ("", False),
            ("00000000-0000-0000-0000-000000000000", False),
            ("", False),
            ("", False),
        ]


class TestHowManyPages:
    @pytest.mark.parametrize("told", [None, 0, -3, "7", 2.5, True, MOST_PAGES + 1, 10**12])
    def test_a_count_that_cannot_be_is_found_out_page_by_page(self, told):
        frame = read_frame("source", json.dumps({"pageSize": 10, "pageCount": told, "itemList": None}).encode())
        assert frame.pages_after(page=4, found=10) == 5
        assert frame.pages_after(page=4, found=3) == 4

    def test_a_count_that_can_be_is_believed(self):
        assert PageFrame(10, 9).pages_after(page=4, found=10) == 9
        assert PageFrame(10, 4).pages_after(page=4, found=10) == 4

    def test_a_page_with_nothing_on_it_is_past_the_end(self):
        assert PageFrame(10, 9).pages_after(page=4, found=0) == 3
        assert PageFrame(10, 2).pages_after(page=4, found=0) == 2
        assert PageFrame(None, None).pages_after(page=1, found=0) == 0
