"""A pack file is what its publisher signed, or it is refused with the reason, before anything of it is unpacked."""

from __future__ import annotations

import errno
import lzma
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import FileMissing, PackDamaged, PackError, PackNewer, PackUnreadable
from desk.model.hours import HELSINKI
from desk.model.pack import (
    ErrandsVersion,
    PackedForm,
    PackHeader,
    PackInside,
    PackPayload,
    PackRecord,
    RecordKind,
    read_publisher_key,
)
from desk.model.refresh import read_area
from desk.model.search import Counts
from services import pack_file, pack_frame, pack_writing
from services.pack_file import PackFilesOnDisk, SealedFile
from services.signing import Ed25519Keys, signature
from tests.thorough import examples

MADE = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
INSIDE = PackInside(
    areas=(read_area("Municipality/297"),),
    as_of=MADE,
    source="a test",
    counts=Counts(services=1),
    errands=ErrandsVersion("abc", date(2026, 11, 1), 1),
    forms=(PackedForm("https://form.example/1.pdf", "Lomake", 9),),
)
SECRET = "07" * 32
RECORDS = (
    PackRecord(RecordKind.SERVICE, b'{"id": "one"}'),
    PackRecord(RecordKind.FORM, b"%PDF-1.7 " + bytes(range(256)) * 9),
    PackRecord(RecordKind.ERRANDS, b""),
)


def written(folder: Path, records=RECORDS, inside=INSIDE, secret=SECRET) -> Path:
    path = folder / "area.deskpack"
    PackFilesOnDisk().write(path, inside, records, (secret, "Kirjasto"), MADE)
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The bytes of a small pack."""
    return written(tmp_path_factory.mktemp("pack")).read_bytes()


def opened(content: bytes, folder: Path):
    """Everything in a file of these bytes."""
    path = folder / "given.deskpack"
    path.write_bytes(content)
    with PackFilesOnDisk().open(path) as pack:
        return pack.header, list(pack.records())


def refusal(content: bytes, folder: Path) -> str:
    with pytest.raises(PackDamaged) as caught:
        opened(content, folder)
    assert caught.value.details["path"].endswith("given.deskpack")
    return caught.value.details["kind"]


def test_what_was_written_is_read(small, tmp_path):
    header, records = opened(small, tmp_path)
    assert tuple(records) == RECORDS
    assert header.inside == INSIDE
    assert (header.publisher, header.publisher_name, header.made) == (Ed25519Keys().public(SECRET), "Kirjasto", MADE)
    assert header.payload.size < header.payload.unpacked
    assert [path.name for path in tmp_path.iterdir()] == ["given.deskpack"]


def test_the_same_contents_are_the_same_file(small, tmp_path):
    assert written(tmp_path).read_bytes() == small


def test_a_changed_byte_is_refused_wherever_it_is(small, tmp_path):
    for place in range(len(small)):
        for bit in (0, 7):
            changed = bytearray(small)
            changed[place] ^= 1 << bit
            with pytest.raises(PackDamaged) as caught:
                opened(bytes(changed), tmp_path)
            assert caught.value.details["kind"] in ("changed", "cut_short", "not_a_pack"), place


@settings(max_examples=examples(60))
@given(data=st.data())
def test_whatever_is_changed_is_refused(small, tmp_path_factory, data):
    changed = bytearray(small)
    places = data.draw(st.sets(st.integers(0, len(small) - 1), min_size=1, max_size=12))
    for place in places:
        changed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(PackDamaged):
        opened(bytes(changed), tmp_path_factory.mktemp("changed"))


def test_a_file_cut_short_is_refused_at_every_length(small, tmp_path):
    assert {refusal(small[:length], tmp_path) for length in range(len(small))} == {"cut_short"}


def test_a_file_that_goes_on_is_refused(small, tmp_path):
    assert refusal(small + b"\0", tmp_path) == "changed"


@pytest.mark.parametrize("content", [b"PK\x03\x04 a zip", b"%PDF-1.7", b"{}", bytes(5000), b"\x93TISKI\n" + bytes(90)])
def test_something_else_is_no_pack(content, tmp_path):
    assert refusal(content, tmp_path) == "not_a_pack"


def test_a_folder_or_nothing_is_no_pack(tmp_path):
    with pytest.raises(FileMissing), PackFilesOnDisk().open(tmp_path / "none.deskpack"):
        pass
    with pytest.raises(PackUnreadable), PackFilesOnDisk().open(tmp_path):
        pass


def test_a_pack_signed_by_another_than_it_says_is_changed(small, tmp_path, monkeypatch):
    other = "08" * 32
    monkeypatch.setattr(pack_writing, "signature", lambda _secret, text: signature(other, text))
    assert refusal(written(tmp_path).read_bytes(), tmp_path) == "changed"


def test_a_newer_format_is_told_from_a_damaged_one(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(pack_frame, "PACK_FORMAT", 2)
        newer = written(tmp_path).read_bytes()
    with pytest.raises(PackNewer):
        opened(newer, tmp_path)


def forged(folder: Path, payload: PackPayload, contents: bytes) -> bytes:
    """A pack that is signed well and declares or holds what no desk of ours would."""
    import hashlib

    payload = replace(payload, size=len(contents), sha512=hashlib.sha512(contents).hexdigest())
    header = PackHeader(Ed25519Keys().public(SECRET), "Kirjasto", MADE, INSIDE, payload)
    return pack_writing._beginning(header, SECRET) + contents


def packed(*frames: bytes) -> bytes:
    return lzma.compress(b"".join(frames), check=lzma.CHECK_NONE)


def test_a_bomb_is_refused_by_what_it_declares(tmp_path):
    bomb = packed(bytes(10 * 1024**2))
    declared = PackPayload(0, "", 100 * 1024**2, 1)
    assert refusal(forged(tmp_path, declared, bomb), tmp_path) == "too_large"


def test_a_bomb_that_declares_little_is_refused_before_it_grows(tmp_path):
    frame = pack_frame.framed(PackRecord(RecordKind.SERVICE, bytes(40 * 1024**2)))
    assert refusal(forged(tmp_path, PackPayload(0, "", 1000, 1), packed(frame)), tmp_path) == "too_large"


@pytest.mark.parametrize(
    ("contents", "unpacked", "records"),
    [
        (packed(b"\xff\x00\x00\x00\x00"), 5, 1),
        (packed(b"\x01\xff\xff\xff\xff"), 5, 1),
        (packed(b"\x01\x00\x00\x00\x09abc"), 8, 1),
        (packed(b"\x01\x00\x00\x00\x01a"), 6, 2),
        (packed(b"\x01\x00\x00\x00\x01a"), 7, 1),
        (packed(b"\x01\x00\x00\x00\x01a") + b"more", 6, 1),
        (packed(b"\x01\x00\x00\x00\x01a")[:-4], 6, 1),
        (b"no xz at all", 6, 1),
        (lzma.compress(b"", format=lzma.FORMAT_ALONE), 0, 0),
    ],
)
def test_signed_contents_that_nobody_could_mean_are_refused(contents, unpacked, records, tmp_path):
    assert refusal(forged(tmp_path, PackPayload(0, "", unpacked, records), contents), tmp_path) == "made_wrongly"


class Stick:
    """A file on a stick that is pulled out, or that gives other bytes when it is read again."""

    def __init__(self, content: bytes, fails_at: int | None = None, again: bytes | None = None) -> None:
        import io

        self._file = io.BytesIO(content)
        self._fails_at = fails_at
        self._again = again

    def read(self, size: int) -> bytes:
        if self._fails_at is not None and self._file.tell() + size > self._fails_at:
            raise OSError(errno.EIO, "Input/output error")
        return self._file.read(size)

    def seek(self, place: int) -> None:
        import io

        if self._again is not None:
            self._file = io.BytesIO(self._again)
        self._file.seek(place)


def sealed(stick: Any) -> SealedFile:
    return SealedFile(Path("stick"), stick)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_stick_that_is_pulled_out_is_a_known_error(small, share):
    with pytest.raises(PackUnreadable, match="Input/output error"):
        sealed(Stick(small, fails_at=int(len(small) * share)))


def test_a_stick_that_is_pulled_out_while_it_is_taken_in(small):
    stick = Stick(small)
    pack = sealed(stick)
    stick._fails_at = 0
    with pytest.raises(PackUnreadable):
        list(pack.records())


def test_a_stick_that_gives_other_bytes_the_second_time(small, tmp_path):
    header, _ = opened(small, tmp_path)
    other = small[: -header.payload.size] + packed(b"\x01\x00\x00\x00\x01a").ljust(header.payload.size, b"\0")
    pack = sealed(Stick(small, again=other))
    with pytest.raises(PackDamaged) as caught:
        list(pack.records())
    assert caught.value.details["kind"] == "changed"


def test_nothing_is_unpacked_before_the_signature_is_known(small, tmp_path, monkeypatch):
    def unpack():
        raise AssertionError("unpacked too early")

    monkeypatch.setattr(pack_file, "decompressor", unpack)
    with pytest.raises(PackDamaged):
        opened(small[:-1], tmp_path)
    with pytest.raises(PackDamaged):
        opened(small[:-1] + bytes([small[-1] ^ 1]), tmp_path)


def test_a_full_disk_leaves_no_half_pack_and_the_old_one(tmp_path, monkeypatch):
    path = written(tmp_path)
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(PackUnreadable) as caught:
        written(tmp_path, RECORDS[:1])
    assert caught.value.details["kind"] == "writing"
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(PackUnreadable) as caught:
        written(tmp_path / "none")
    assert caught.value.details["kind"] == "writing"


@given(secret=st.binary(min_size=32, max_size=32))
def test_a_key_is_spoken_and_understood(secret):
    key = Ed25519Keys().public(secret.hex())
    assert read_publisher_key(key.spoken().lower().replace(" ", "-")) == key
    assert [len(group) for group in key.fingerprint.split()] == [5] * 4


def test_a_slip_in_a_spoken_key_names_its_group():
    spoken = Ed25519Keys().public(SECRET).spoken().split()
    spoken[4] = spoken[4][::-1]
    with pytest.raises(PackError) as caught:
        read_publisher_key(" ".join(spoken))
    assert caught.value.details == {"group": "5", "groups": "13"}


def test_two_desks_draw_two_keys():
    keys = Ed25519Keys()
    assert keys.public(keys.new_secret()) != keys.public(keys.new_secret())
