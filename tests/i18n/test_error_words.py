"""Every known error says what happened and what to do, and everyone who raises one gives the details it needs."""

import ast
import inspect
from pathlib import Path
from string import Formatter

import pytest

from desk import errors
from desk.model.free_text import Secret
from i18n.error_text import UNSAID, entry_for, error_text
from i18n.error_words import ERROR_WORDS, ErrorWords
from i18n.language import Language
from i18n.translator import Lexicon

ROOT = Path(__file__).parent.parent.parent
HOUSE = ("desk", "ui", "services", "printing", "offline_cache")
KNOWN = {name: cls for name, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, errors.DeskError)}
BLAMING = ("virheellinen", "epäkelpo", "kielletty", "unohdit", "ole hyvä", "pahoittelu", "hups", "ogiltig", "förbjud")
BLAMING_IN_ENGLISH = ("please", "sorry", "invalid", "forbidden", "oops", "illegal")


@pytest.mark.parametrize("cls", KNOWN.values(), ids=lambda cls: cls.id)
def test_every_error_has_words(cls):
    entry = ERROR_WORDS[cls.id]
    assert entry.what
    assert entry.what_to_do


def test_every_word_belongs_to_an_error():
    ids = {cls.id for cls in KNOWN.values()}
    assert not [key for key in ERROR_WORDS if key not in ids and key.rpartition(".")[0] not in ids]


def test_no_two_errors_share_an_id():
    assert len({cls.id for cls in KNOWN.values()}) == len(KNOWN)


def raised():
    """Every place in the house that makes an error, with the details it writes out there."""
    for folder in HOUSE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and (cls := KNOWN.get(_name(node.func))):
                    given = {keyword.arg: keyword.value for keyword in node.keywords}
                    yield pytest.param(cls, given, id=f"{path.relative_to(ROOT).as_posix()}:{node.lineno}:{cls.id}")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _entries(error_id: str, given: dict[str | None, ast.expr]) -> list[ErrorWords]:
    """The entries that may be shown: one when the kind is written out, else all of the error's kinds."""
    kind = given.get("kind")
    if kind is None or isinstance(kind, ast.Constant):
        return [entry_for(error_id, str(kind.value) if kind else "")]
    return [entry for key, entry in ERROR_WORDS.items() if key == error_id or key.rpartition(".")[0] == error_id]


@pytest.mark.parametrize(("cls", "given"), list(raised()))
def test_who_raises_an_error_gives_the_details_that_its_words_name(cls, given):
    if None in given:
        pytest.skip("details are passed on as they came")
    named = {place for entry in _entries(cls.id, given) for text in entry for place in _places(text)}
    assert named <= set(given)


def test_the_words_are_filled_with_the_details():
    said = error_text(Lexicon().words(Language.EN), "folder.store_damaged", {"path": "casebook.db"})
    assert said.where == "File: casebook.db."
    assert said.line().endswith(said.what_to_do)


def test_a_kind_has_its_finer_words():
    assert "bank account" in entry_for("input.secret_in_text", Secret.ACCOUNT_NUMBER).what
    assert entry_for("input.secret_in_text", "another kind") == ERROR_WORDS["input.secret_in_text"]


@pytest.mark.parametrize("kind", Secret)
def test_each_kind_of_secret_is_called_by_its_name(kind):
    assert entry_for("input.secret_in_text", kind) != ERROR_WORDS["input.secret_in_text"]


def test_an_error_without_its_details_is_told_all_the_same():
    said = error_text(Lexicon().words(Language.EN), "errand.unknown", {})
    assert UNSAID in said.what


def test_an_error_without_words_of_its_own_speaks_with_its_familys():
    assert entry_for("folder.something_new") == ERROR_WORDS["folder"]
    assert entry_for("new.something") == ERROR_WORDS["desk"]


@pytest.mark.parametrize("language", Language)
def test_nobody_is_blamed(language):
    words = Lexicon().words(language)
    texts = [words.text(text, **_places(text)).lower() for entry in ERROR_WORDS.values() for text in entry if text]
    banned = BLAMING_IN_ENGLISH if language is Language.EN else BLAMING
    assert not [text for text in texts if any(word in text for word in banned)]


def _places(text: str) -> dict[str, str]:
    return {name: "x" for _, name, _, _ in Formatter().parse(text) if name}
