"""Whatever is typed and whatever a file holds: an exit code of 0, 1 or 2, and never a traceback."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO, TextIOWrapper

import click
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from desk.bootstrap import content as bundle
from desk.cli.main import desk as whole, run
from desk.errors import DeskError
from desk.usecases.visit_script import read_script
from tests.thorough import examples

COMMANDS = [
    ("casebook", "backup"),
    ("casebook", "backups"),
    ("casebook", "check"),
    ("casebook", "rebuild"),
    ("casebook", "restore"),
    ("casebook", "retention"),
    ("casebook", "times"),
    ("catalogue", "changes"),
    ("catalogue", "import"),
    ("catalogue", "libraries"),
    ("catalogue", "links"),
    ("catalogue", "policy"),
    ("catalogue", "search"),
    ("catalogue", "show"),
    ("catalogue", "status"),
    ("catalogue", "sync"),
    ("catalogue", "worker"),
    ("days",),
    ("demo",),
    ("documents", "list"),
    ("documents", "print"),
    ("documents", "receive"),
    ("documents", "send"),
    ("documents", "transfer"),
    ("errands", "catalogue"),
    ("errands", "check"),
    ("errands", "coverage"),
    ("errands", "graph"),
    ("errands", "list"),
    ("errands", "new"),
    ("errands", "own"),
    ("errands", "phrases"),
    ("errands", "show"),
    ("errands", "table"),
    ("errands", "test"),
    ("errands", "translated"),
    ("errands", "try"),
    ("errands", "withdrawn"),
    ("forms", "fetch"),
    ("forms", "list"),
    ("forms", "save"),
    ("mandates", "act"),
    ("mandates", "draw"),
    ("mandates", "policy"),
    ("mandates", "print"),
    ("mandates", "register"),
    ("mandates", "renew"),
    ("mandates", "show"),
    ("mandates", "sign"),
    ("mandates", "verify"),
    ("mandates", "withdraw"),
    ("notes", "add"),
    ("notes", "export"),
    ("notes", "list"),
    ("notes", "settle"),
    ("notes", "withdraw"),
    ("notes", "wrong"),
    ("pack", "distrust"),
    ("persons", "find"),
    ("pack", "key"),
    ("pack", "make"),
    ("pack", "open"),
    ("pack", "show"),
    ("pack", "trust"),
    ("pack", "trusted"),
    ("path",),
    ("point",),
    ("point", "agree"),
    ("point", "agreements"),
    ("point", "end"),
    ("point", "set-up"),
    ("print", "calendar"),
    ("print", "correction"),
    ("print", "guidance"),
    ("print", "plan"),
    ("recover",),
    ("staff", "add"),
    ("staff", "change"),
    ("staff", "list"),
    ("staff", "pin"),
    ("staff", "retire"),
    ("visits", "affected"),
    ("visits", "changes"),
    ("visits", "erase"),
    ("visits", "export"),
    ("visits", "follow"),
    ("visits", "hand-over"),
    ("visits", "kept"),
    ("visits", "list"),
    ("visits", "refer"),
    ("visits", "referral"),
    ("visits", "run"),
    ("visits", "show"),
    ("visits", "stay"),
    ("visits", "take"),
    ("visits", "take-over"),
    ("visits", "verify"),
    ("visits", "waiting"),
]
FACTS = ["deceased.died_on", "citizen.device", "estate.papers", "citizen.age", "no.such.fact"]
TYPED = ["?", "-", "<", "why", "path", "", "0", "1", "2", "1 2", "yes", "1.11.2026", "2026-11-02", "91", "091", "12,50"]
ONCE = settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])

words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
scalars = st.one_of(
    words, st.integers().map(str), st.dates().map(str), st.sampled_from(["yes", "no", "unknown", "", "~", "{", "- a"])
)
mappings = st.dictionaries(st.one_of(st.sampled_from(FACTS), words), scalars, max_size=5)
yaml_like = mappings.map(lambda entries: "\n".join(f"{key}: {value}" for key, value in entries.items()).encode())
contents = st.one_of(st.binary(max_size=200), yaml_like, words.map(str.encode))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself(call, nowhere, command):
    said = call(*command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Usage: desk")


def test_the_list_of_commands_here_is_whole():
    context = click.Context(whole)
    rooms = {name: command for name in whole.list_commands(context) if (command := whole.get_command(context, name))}
    inner = {name: list(getattr(command, "commands", ())) for name, command in rooms.items()}
    known: set[tuple[str, ...]] = {(name, sub) for name, subs in inner.items() for sub in subs}
    known |= {
        (name,)
        for name, command in rooms.items()
        if not inner[name] or getattr(command, "invoke_without_command", False)
    }
    assert set(COMMANDS) == known


@pytest.mark.parametrize(
    "words",
    [
        ["no-such-command"],
        ["catalogue"],
        ["catalogue", "no-such-command"],
        ["catalogue", "import"],
        ["catalogue", "show"],
        ["catalogue", "search"],
        ["errands", "show"],
        ["path"],
        ["path", "E02", "--no-such-option"],
        ["path", "E02", "--as-of"],
        ["visits", "run"],
        ["visits", "show"],
        ["visits", "show", "a", "b"],
        ["print"],
        ["--data-dir"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_on_standard_error_with_exit_code_2(call, nowhere, words):
    said = call(*words)
    assert said.code == 2
    assert said.out == ""
    assert said.err


@ONCE
@given(typed=st.lists(st.one_of(words, st.sampled_from(TYPED)), max_size=30), ending=st.binary(max_size=20))
def test_whatever_is_typed_into_an_interview_it_ends_well(typed, ending, capsys):
    lines = "".join(f"{line}\n" for line in typed).encode() + ending
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(lines), encoding="utf-8"))
        assert code_of(["errands", "try", "E02", "E04", "--lang", "en"], capsys) == 0


@ONCE
@given(content=contents)
def test_any_bytes_as_an_answers_file_end_well(content, tmp_path, capsys):
    answers = tmp_path / "answers.yaml"
    answers.write_bytes(content)
    assert code_of(["path", "E02", "--answers", str(answers), "--json"], capsys) in (0, 1)


@ONCE
@given(
    content=contents, key=st.sampled_from(["answers", "steps", "errands", "end", "keep", "accommodations", "channel"])
)
def test_any_bytes_as_a_visit_script_end_well(content, key, tmp_path, capsys):
    """Scripts are checked before the folder is opened for anything but reading: here there is no folder at all."""
    script = tmp_path / "visit.yaml"
    indented = b"\n".join(b"  " + line for line in content.splitlines())
    script.write_bytes(key.encode() + b":\n" + indented)
    place = place_of_the_mistake(script)
    assert place is None or place.startswith(f"{script}:")


def place_of_the_mistake(script):
    """The file and the line that the script's reader names; nothing when the script can be run."""
    try:
        read_script(str(script), script.read_bytes(), bundle(), date(2026, 11, 23))
    except DeskError as known:
        return str(known.details["path"])
    return None


@ONCE
@given(words=st.lists(st.one_of(words.filter(lambda word: word not in ("demo",)), st.sampled_from(
    ["path", "errands", "list", "show", "E02", "--json", "--lang", "sv", "--as-of", "2026-11-23", "--", "-h"]
)), min_size=1, max_size=5))  # fmt: skip
def test_any_words_on_the_line_end_well(words, capsys):
    assert code_of(words, capsys) in (0, 1, 2)


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, b"a: " * 100_000, b"{a: " * 10_000, b"- " * 100_000, b"x" * 1_000_000, b"? " * 10_000],
    ids=["lists", "keys", "maps", "items", "one word", "questions"],
)
def test_files_without_end_end_well(content, tmp_path, capsys):
    answers = tmp_path / "answers.yaml"
    answers.write_bytes(content)
    assert code_of(["path", "E02", "--answers", str(answers)], capsys) == 1


def code_of(line, capsys):
    """How a command ends: with no traceback, and when it says 1, with one line of why."""
    capsys.readouterr()
    code = run(line)
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    if code == 1:
        assert told.err.strip()
        assert len(told.err.strip().splitlines()) == 1, told.err
    return code
