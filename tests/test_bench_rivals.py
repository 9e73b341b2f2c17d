"""The engines that the search is measured beside find what they are asked, or the figures would mean nothing."""

import pytest

from tests.national_catalogue.drawing import Sizes
from tests.national_catalogue.generate import write
from tools.benching.rivals import BareTable, Tantivy, texts_of

SIZES = Sizes(services=100, organizations=400, general_descriptions=10)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return write(tmp_path_factory.mktemp("national"), sizes=SIZES)


@pytest.fixture(scope="module")
def names(catalogue):
    return [name for name, _ in texts_of(catalogue)]


def test_everything_that_is_searched_is_in_both(names):
    assert len(names) == SIZES.services + SIZES.channels + SIZES.general_descriptions


@pytest.mark.parametrize("unfinished", [True, False])
def test_a_word_of_a_name_is_found(tmp_path, catalogue, names, unfinished):
    word = names[-1].split()[0].strip(",").casefold()
    typed = word[:4] if unfinished else word
    bare, other = BareTable(tmp_path / "bare.db", catalogue), Tantivy(tmp_path / "tantivy", catalogue)
    found = [bare.best(typed, unfinished=unfinished), bare.first(typed, unfinished=unfinished)]
    found.append(other.best(typed, unfinished=unfinished))
    nothing = [bare.best("qqqq", unfinished=unfinished), other.best("qqqq", unfinished=unfinished)]
    bare.close()
    assert min(found) >= 1
    assert nothing == [0, 0]
