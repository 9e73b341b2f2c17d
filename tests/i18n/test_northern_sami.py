"""Northern Sámi is never guessed: each word of it in the program stands in the list of words seen, with its page."""

from pathlib import Path

import pytest
import yaml

from desk.errands.loader import load
from i18n.language import Language
from i18n.notation import NOTATIONS
from services.content_files import content_files
from tools.messages import LOCALE, read

CONTENT = Path(__file__).parents[2] / "desk" / "content"
LIST = yaml.load((LOCALE / "se" / "sources.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
SHOWN = set(LIST["shown"])
SEARCHED = SHOWN | set(LIST["searched"]) | set(LIST["searched_unseen"])
SE = Language.SE.value


def small(word: str) -> str:
    """A heading begins with a capital letter, the list does not."""
    return word if word in SHOWN else word[:1].lower() + word[1:]


@pytest.fixture(scope="module")
def content():
    return load(content_files(CONTENT))


def shown_words(content):
    """Every Northern Sámi word that a screen or a paper may show, with where it stands."""
    for path in (LOCALE / "se").rglob("*.po"):
        for message in read(path):
            if message.id:
                forms = (message.string,) if isinstance(message.string, str) else message.string or ()
                yield from ((form, path.name) for form in forms if form)
    for key, text in content.words.words.get(SE, {}).items():
        yield from ((line, key) for line in ((text,) if isinstance(text, str) else text))
    for agency in content.definitions.agencies.values():
        if SE in agency.names:
            yield agency.names[SE], agency.id
    for parameter in content.definitions.parameters.values():
        for value in parameter.values:
            yield from ((part[SE], parameter.name) for part in (value.value, value.hours) if SE in part)


def searched_words(content):
    for row in content.vernacular.rows:
        yield from (*row.said.get(SE, ()), *row.means.get(SE, ()))
    yield from content.vernacular.fillers.get(SE, ())


def test_each_word_that_is_shown_was_seen_on_a_page(content):
    unseen = [(word, where) for word, where in shown_words(content) if small(word) not in SHOWN]
    assert unseen == [], "write where each was seen in i18n/locale/se/sources.yaml, or leave it Finnish"


def test_days_are_named_in_finnish_until_their_names_have_been_seen():
    assert NOTATIONS[Language.SE].weekdays == NOTATIONS[Language.FI].weekdays


def test_each_word_of_the_search_is_known_to_have_been_seen_or_not(content):
    assert sorted(set(searched_words(content)) - SEARCHED) == []


def test_the_list_names_a_page_for_each_word_and_holds_no_word_that_nothing_uses(content):
    for word, seen in (LIST["shown"] | LIST["searched"]).items():
        assert seen["page"] in LIST["pages"], word
        assert seen["means"], word
    assert {small(word) for word, _ in shown_words(content)} == SHOWN
    assert set(LIST["searched_unseen"]) | set(LIST["searched"]) <= set(searched_words(content))
    assert not SHOWN & set(LIST["searched_unseen"])
