"""YAML is read as the text that was written, and whatever is clever is refused with its place."""

from typing import Any

import pytest

from desk.errands.yaml_text import YamlFault, plain, read_yaml


def read(text):
    return plain(read_yaml("x.yaml", text.encode()))


def test_every_scalar_stays_as_it_was_written():
    text = "a: no\nb: 00100\nc: 12:30\nd: 2026-05-01\ne: 1e3\nf: ~\ng: 'yes'\nh: [on, 0x1f]\n"
    assert read(text) == {
        "a": "no",
        "b": "00100",
        "c": "12:30",
        "d": "2026-05-01",
        "e": "1e3",
        "f": "~",
        "g": "yes",
        "h": ["on", "0x1f"],
    }


def test_an_empty_file_is_an_empty_mapping_and_a_byte_order_mark_is_no_text():
    assert read("") == {}
    assert plain(read_yaml("x.yaml", b"\xef\xbb\xbfa: b")) == {"a": "b"}


def test_places_are_counted_from_one():
    tree: Any = read_yaml("x.yaml", b'a:\n  - b: "cd"\n    e: f g\n')
    item = tree.entries["a"].items[0]
    assert str(item.entries["b"].place) == "x.yaml:2:9"
    assert str(item.entries["e"].place_at(2)) == "x.yaml:3:10"
    assert str(item.keys["e"].place) == "x.yaml:3:5"


def test_a_folded_text_points_at_its_start():
    tree: Any = read_yaml("x.yaml", b"a: one\n  two three\n")
    assert tree.entries["a"].text == "one two three"
    assert str(tree.entries["a"].place_at(9)) == "x.yaml:1:4"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (b"a: 1\nb: 2\na: 3\n", "E306", "x.yaml:3:1"),
        (b"a: &x 1\nb: *x\n", "E304", "x.yaml:1:4"),
        (b"a: !!int 1\n", "E304", "x.yaml:1:4"),
        (b"a: !x {b: c}\n", "E304", "x.yaml:1:4"),
        (b"<<: {a: 1}\n", "E304", "x.yaml:1:1"),
        (b"? [a, b]\n: c\n", "E305", "x.yaml:1:3"),
        (b"a: 1\n---\nb: 2\n", "E303", "x.yaml:1:1"),
        (b"a: b: c\n", "E302", "x.yaml:1:5"),
        (b"a: 'b\n", "E302", None),
        (b"a: 1\n\tb: 2\n", "E302", None),
        (b"a: 1\nb: \xff\n", "E301", "x.yaml:2:1"),
        (b"a: \x07\n", "E302", None),
    ],
)
def test_what_is_refused(text, code, place):
    with pytest.raises(YamlFault) as fault:
        read_yaml("x.yaml", text)
    assert fault.value.diagnostic.code == code
    assert place is None or str(fault.value.diagnostic.place) == place
