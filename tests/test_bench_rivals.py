"""The engines that the search is measured beside find what they are asked, or the figures would mean nothing."""

import pytest

from tests.national_catalogue.drawing import Sizes
from tests.national_catalogue.generate import write
from tools.benching.rivals import BareTable, Tantivy, texts_of

SIZES = Sizes(services=100, organizations=400, general_descriptions=10)


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    return list(texts_of(write(tmp_path_factory.mktemp("national"), SIZES)))


def test_all_that_is_searched_goes_into_both(texts):
    assert len(texts) == SIZES.services + SIZES.channels + SIZES.general_descriptions


@pytest.mark.parametrize("unfinished", [True, False])
def test_a_word_of_a_name_is_found(tmp_path, texts, unfinished):
    word = texts[-1][0].split()[0].strip(",").casefold()
    typed = word[:4] if unfinished else word
    bare, other = BareTable(tmp_path / "bare.db", texts), Tantivy(tmp_path / "tantivy", texts)
    found = [bare.best(typed, unfinished=unfinished), bare.first(typed, unfinished=unfinished)]
    found.append(other.best(typed, unfinished=unfinished))
    nothing = [bare.best("qqqq", unfinished=unfinished), other.best("qqqq", unfinished=unfinished)]
    bare.close()
    assert min(found) >= 1
    assert nothing == [0, 0]
