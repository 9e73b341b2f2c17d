"""The generated catalogue, which figures are measured on, reads whole, is the same each time, and grows at its end."""

from collections import Counter

import msgspec
import pytest

from services.wire.ptv_v11_reading import read_document
from tests.national_catalogue.channels import PLACE, kind_of
from tests.national_catalogue.drawing import MOST_SHARED, SHARED, Drawing, Sizes
from tests.national_catalogue.generate import National, national, write

SMALL = Sizes(services=60, organizations=400, general_descriptions=20)
LARGER = Sizes(services=90, organizations=400, general_descriptions=20)


@pytest.fixture(scope="module")
def documents():
    return list(national(SMALL))


def test_every_object_can_be_read(documents):
    read = [document for name, content in documents for document in read_document(name, content)]
    assert not [problem for document in read for problem in document.problems]
    assert sum(len(document.objects) for document in read) == SMALL.objects


def test_the_same_seed_makes_the_same_and_another_another(documents):
    assert documents == list(national(SMALL))
    assert documents != list(national(SMALL, seed=2))


def test_a_larger_catalogue_begins_with_the_smaller_one():
    small, larger = National(SMALL), National(LARGER)
    for kind in ("organizations", "general-descriptions", "services"):
        assert list(small.objects(kind)) == list(larger.objects(kind, until=len(list(small.objects(kind)))))
    of_larger = {each["id"]: each for each in larger.objects("channels")}
    for number, channel in enumerate(small.objects("channels")):
        same = of_larger[channel["id"]]
        if number in SHARED:  # it tells of all the services that are there
            assert {**same, "services": []} == {**channel, "services": []}
        else:
            assert same == channel


def test_services_and_channels_tell_the_same_of_each_other(documents):
    read = [each for name, content in documents for each in msgspec.json.decode(content)]
    services = {each["id"]: each for each in read if "serviceNames" in each}
    channels = {each["id"]: each for each in read if "serviceChannelType" in each}
    from_services = {(key, c["serviceChannel"]["id"]) for key, s in services.items() for c in s["serviceChannels"]}
    from_channels = {(c["service"]["id"], key) for key, channel in channels.items() for c in channel["services"]}
    assert from_services == from_channels
    assert {channel for _, channel in from_services} <= set(channels)


def test_the_nation_has_the_sizes_that_were_counted():
    whole = Sizes()
    assert (whole.channels, whole.collections) == (72_000, 706)
    kinds = Counter(map(kind_of, range(whole.channels)))
    assert kinds[PLACE] == 38_000
    assert max(len(Drawing(1, whole).sharing(channel)) for channel in SHARED) == MOST_SHARED


def test_files_are_made_once(tmp_path):
    folder = write(tmp_path / "made", SMALL)
    written = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert {path.name: path.stat().st_mtime_ns for path in write(folder, SMALL).iterdir()} == written
    (folder / "services-0001.json").unlink()
    (folder / "whole.txt").unlink()
    assert {path.name for path in write(folder, SMALL).iterdir()} == set(written)
