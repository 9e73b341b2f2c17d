"""The road of a text from the code to the translators and back; the gate that finds what is not translated."""

import pytest
from babel.messages.catalog import Catalog

from i18n.language import Language
from i18n.translator import Lexicon
from tools import messages
from tools.check_translations import faults_of


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "screen.py").write_text(
        "# Translators: on a button\n"
        'words.text("Save")\nwords.ptext("verb", "Open")\nwords.ntext("{n} visit", "{n} visits", n)\n'
        'words.nptext("short", "{n} min", "{n} min", n)\nTABLE = (N_("Row"), NP_("state", "Open"))\nlabel.text()\n'
    )
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(messages, "SOURCES", {"desk": ("ui",)})
    monkeypatch.setattr(messages, "LANGUAGES", {"desk": ("fi",)})
    return tmp_path


def test_every_way_to_say_something_is_collected(project):
    found = {(message.context, message.id) for message in messages.collected("desk") if message.id}
    assert found == {
        (None, "Save"),
        ("verb", "Open"),
        ("state", "Open"),
        (None, ("{n} visit", "{n} visits")),
        ("short", ("{n} min", "{n} min")),
        (None, "Row"),
    }


def test_what_was_collected_is_fresh_until_the_code_says_something_new(project):
    messages.collect()
    assert messages.check() == 0
    with (project / "ui" / "screen.py").open("a") as screen:
        screen.write('words.text("Something new")\n')
    assert messages.check() == 1


def test_a_text_that_the_extractor_cannot_see_is_named(project, capsys):
    with (project / "ui" / "screen.py").open("a") as screen:
        screen.write("label.setText(f\"{words.text('Narrow')} v\")\n")
    messages.collect()
    assert messages.check() == 1
    line = len((project / "ui" / "screen.py").read_text().splitlines())
    assert f"screen.py:{line}: a text inside an f-string" in capsys.readouterr().out


def test_translations_stay_when_texts_are_collected_again(project):
    messages.collect()
    path = project / "locale" / "fi" / "LC_MESSAGES" / "desk.po"
    path.write_text(path.read_text().replace('msgid "Save"\nmsgstr ""', 'msgid "Save"\nmsgstr "Tallenna"'))
    messages.collect()
    assert "Tallenna" in [each.string for each in messages.read(path)]
    assert messages.check() == 0


def test_a_changed_text_is_a_new_text(project):
    messages.collect()
    path = project / "locale" / "fi" / "LC_MESSAGES" / "desk.po"
    path.write_text(path.read_text().replace('msgid "Save"\nmsgstr ""', 'msgid "Save"\nmsgstr "Tallenna"'))
    screen = project / "ui" / "screen.py"
    screen.write_text(screen.read_text().replace("Save", "Save it"))
    messages.collect()
    assert "Tallenna" not in [each.string for each in messages.read(path)]


@pytest.mark.parametrize(
    ("msgid", "string", "fault"),
    [
        ("Save", "Tallenna", ""),
        ("Save", "", "not translated"),
        ("Until {day}", "{paiva} asti", "other {places}"),
        (("{n} day", "{n} days"), ("päivä", "{n} päivää"), ""),
        (("{n} day", "{n} days"), ("päivä", ""), "not translated"),
        (("{n} day", "{n} days"), ("päivä", "{m} päivää"), "other {places}"),
    ],
)
def test_what_is_wrong_in_a_translation_is_named(msgid, string, fault):
    catalogue = Catalog(locale="fi")
    catalogue.add(msgid, string)
    faults = list(faults_of(catalogue, complete=True))
    assert [each.startswith(fault) for each in faults] == ([True] if fault else [])


def test_a_language_that_need_not_be_complete_may_lack_texts_but_not_places():
    catalogue = Catalog(locale="se")
    catalogue.add("Save", "")
    catalogue.add("Until {day}", "{beaivi}")
    assert len(list(faults_of(catalogue, complete=False))) == 1


def test_a_plural_without_a_translation_is_compiled_as_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    path = tmp_path / "se" / "LC_MESSAGES" / "desk.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] ""\nmsgstr[1] ""\n')
    messages.compile_all()
    words = Lexicon(tmp_path).words(Language.SE)
    assert words.is_missing("{n} day", None, "{n} days")
