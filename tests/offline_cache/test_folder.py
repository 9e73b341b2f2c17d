"""Each way a data folder can fail to open has its own error, and none of them loses anything."""

from __future__ import annotations

import json
import os
import shutil
import stat

import pytest

from desk.errors import (
    DeskBusy,
    FolderDescriptionBroken,
    FolderMissing,
    FolderNewer,
    KeyringGone,
    KeyringRefused,
    NoKeySource,
    NotADeskFolder,
    PassphrasesDiffer,
    PassphraseTooShort,
    StoreDamaged,
    StoreMissing,
    WrongKey,
)
from desk.model.ids import PlanCode
from offline_cache.casebook.journal import casebook_in
from offline_cache.description import KeySource, read_description
from offline_cache.folder import recover, recovery_key_again
from offline_cache.keys import read_recovery_key
from offline_cache.store import Access
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import in_another_process, opened, tools

PASSPHRASE = "koivu tähti järvi"


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def path(tmp_path, keyring):
    """A data folder with one setting in it."""
    path = tmp_path / "folder"
    folder = opened(path, tools(keyring))
    casebook_in(folder).set_setting("point.name", "Pielisen palvelupiste")
    folder.close()
    return path


def name_in(path, with_tools):
    folder = opened(path, with_tools, Access.READ)
    try:
        return casebook_in(folder).setting("point.name")
    finally:
        folder.close()


def sheet_of(folder):
    assert folder.recovery_key is not None
    return read_recovery_key(folder.recovery_key)


def files_of(path):
    return {file: file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file() and file.name != "desk.lock"}


def test_a_new_folder_is_its_owners_alone_and_says_how_it_is_opened(path, keyring):
    modes = {str(entry.relative_to(path)): stat.S_IMODE(entry.stat().st_mode) for entry in path.rglob("*")}
    assert modes.pop("backups") == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert set(modes) == {"backups/folder.json", "casebook.db", "catalogue.db", "desk.lock", "folder.json"}
    assert set(modes.values()) == {0o600}
    description = read_description(path)
    assert description.key_source is KeySource.KEYRING
    assert keyring.secrets[description.folder_id] not in (path / "folder.json").read_text()


def test_the_recovery_key_is_given_once(tmp_path, keyring):
    folder = opened(tmp_path / "folder", tools(keyring))
    assert sheet_of(folder).secret.hex() in keyring.secrets.values()
    folder.close()
    again = opened(tmp_path / "folder", tools(keyring))
    assert again.recovery_key is None
    assert again.device == folder.device
    again.close()


def test_a_sheet_that_was_lost_can_be_printed_again_by_whoever_opens_the_folder(tmp_path):
    path = tmp_path / "folder"
    folder = opened(path, tools(typed=PASSPHRASE))
    folder.close()
    assert recovery_key_again(path, tools(typed=PASSPHRASE)) == folder.recovery_key
    with pytest.raises(WrongKey):
        recovery_key_again(path, tools(typed="koivu tähti meri"))


def test_a_given_passphrase_makes_and_opens_a_folder_and_the_keyring_stays_empty(tmp_path, keyring):
    opened(tmp_path / "folder", tools(keyring, PASSPHRASE)).close()
    assert keyring.secrets == {}
    opened(tmp_path / "folder", tools(None, PASSPHRASE)).close()


def test_neither_keyring_nor_passphrase_makes_nothing(tmp_path):
    with pytest.raises(NoKeySource):
        opened(tmp_path / "folder", tools())
    assert not (tmp_path / "folder").exists()


def test_a_short_passphrase_makes_nothing(tmp_path):
    with pytest.raises(PassphraseTooShort):
        opened(tmp_path / "folder", tools(typed="abc"))
    assert not (tmp_path / "folder").exists()


class TwoThumbs:
    """Somebody who types something else the second time."""

    def is_given(self):
        return False

    def passphrase(self):
        return PASSPHRASE

    def new_passphrase(self):
        return PASSPHRASE, PASSPHRASE + "!"


def test_two_passphrases_that_differ_make_nothing(tmp_path):
    with_tools = tools()
    with pytest.raises(PassphrasesDiffer):
        opened(
            tmp_path / "folder", type(with_tools)(lambda: None, TwoThumbs(), with_tools.locks, with_tools.migrations)
        )
    assert not (tmp_path / "folder").exists()


class ForgetfulKeyring(FakeKeyring):
    """Takes a key and does not have it afterwards."""

    def store(self, name, secret):
        """Forget it."""


def test_a_keyring_that_does_not_keep_is_not_trusted_with_a_new_folder(tmp_path):
    with pytest.raises(NoKeySource):
        opened(tmp_path / "folder", tools(ForgetfulKeyring()))


@pytest.mark.parametrize("access", Access)
def test_a_wrong_passphrase_is_a_wrong_key_and_changes_nothing(tmp_path, access):
    path = tmp_path / "folder"
    opened(path, tools(typed=PASSPHRASE)).close()
    before = files_of(path)
    with pytest.raises(WrongKey):
        opened(path, tools(typed="koivu tähti meri"), access)
    with pytest.raises(NoKeySource):
        opened(path, tools(), access)
    assert files_of(path) == before
    opened(path, tools(typed=PASSPHRASE)).close()


def test_a_keyring_that_is_gone_or_empty_says_so_and_no_passphrase_is_asked_instead(path, keyring):
    before = files_of(path)
    for lost in (None, FakeKeyring()):
        with pytest.raises(KeyringGone):
            opened(path, tools(lost, PASSPHRASE))
    assert files_of(path) == before
    assert name_in(path, tools(keyring)) == "Pielisen palvelupiste"


@pytest.mark.parametrize("kept", ["00" * 32, "not a key", "abcd"])
def test_a_keyring_with_something_else_is_a_wrong_key(path, kept):
    strange = FakeKeyring({read_description(path).folder_id: kept})
    with pytest.raises(WrongKey):
        opened(path, tools(strange))


def test_the_recovery_sheet_fills_an_empty_keyring_again(tmp_path):
    path = tmp_path / "folder"
    folder = opened(path, tools(FakeKeyring()))
    folder.close()
    empty = FakeKeyring()
    recover(path, sheet_of(folder), tools(empty))
    opened(path, tools(empty)).close()
    with pytest.raises(KeyringGone):
        recover(path, sheet_of(folder), tools(None))
    with pytest.raises(KeyringRefused):
        recover(path, sheet_of(folder), tools(ForgetfulKeyring()))


def test_the_recovery_sheet_sets_a_new_passphrase(tmp_path):
    path = tmp_path / "folder"
    folder = opened(path, tools(typed=PASSPHRASE))
    folder.close()
    recover(path, sheet_of(folder), tools(typed="uusi hyvä salalause"))
    opened(path, tools(typed="uusi hyvä salalause")).close()
    with pytest.raises(WrongKey):
        opened(path, tools(typed=PASSPHRASE))


def test_the_recovery_sheet_of_another_folder_is_a_wrong_key(path, tmp_path):
    other = opened(tmp_path / "other", tools(FakeKeyring()))
    other.close()
    with pytest.raises(WrongKey):
        recover(path, sheet_of(other), tools(FakeKeyring()))


def test_somebody_elses_folder_is_left_alone(tmp_path, keyring):
    (tmp_path / "photos").mkdir(mode=0o755)
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    (tmp_path / "a file").write_bytes(b"")
    (tmp_path / "node").mkdir()
    (tmp_path / "node" / "folder.json").write_text('{"name": "something else"}')
    for folder in ("photos", "a file", "node"):
        with pytest.raises(NotADeskFolder):
            opened(tmp_path / folder, tools(keyring))
    assert [entry.name for entry in (tmp_path / "photos").iterdir()] == ["cat.jpg"]
    assert stat.S_IMODE((tmp_path / "photos").stat().st_mode) == 0o755


def test_an_empty_folder_is_taken_and_closed_to_others(tmp_path, keyring):
    (tmp_path / "empty").mkdir(mode=0o755)
    opened(tmp_path / "empty", tools(keyring)).close()
    assert stat.S_IMODE((tmp_path / "empty").stat().st_mode) == 0o700


def test_a_reading_command_makes_no_folder(tmp_path, keyring):
    with pytest.raises(FolderMissing):
        opened(tmp_path / "folder", tools(keyring), Access.READ)
    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize("content", [b"", b'{"program": "palvelutiski", "form', b"[]", b"\xff\xfe", b'{"program": 1}'])
def test_a_cut_description_is_told_and_its_copy_opens_the_folder(path, keyring, content):
    (path / "folder.json").write_bytes(content)
    before = files_of(path)
    with pytest.raises(FolderDescriptionBroken):
        opened(path, tools(keyring))
    assert files_of(path) == before
    shutil.copy(path / "backups" / "folder.json", path / "folder.json")
    assert name_in(path, tools(keyring)) == "Pielisen palvelupiste"


def test_a_description_that_is_gone_is_not_a_new_folder(path, keyring):
    (path / "folder.json").unlink()
    with pytest.raises(FolderDescriptionBroken):
        opened(path, tools(keyring))
    assert (path / "casebook.db").stat().st_size > 0


@pytest.mark.parametrize("change", [{"key_source": "passphrase"}, {"key_source": "post-it"}, {"key_check": 7}])
def test_a_description_that_contradicts_itself_is_broken(path, keyring, change):
    said = json.loads((path / "folder.json").read_text())
    (path / "folder.json").write_text(json.dumps(said | change))
    with pytest.raises(FolderDescriptionBroken):
        opened(path, tools(keyring))


def test_a_description_with_argon2_settings_that_would_eat_the_machine_is_broken(tmp_path):
    path = tmp_path / "folder"
    opened(path, tools(typed=PASSPHRASE)).close()
    said = json.loads((path / "folder.json").read_text())
    said["passphrase"]["memory_kib"] = 1 << 40
    (path / "folder.json").write_text(json.dumps(said))
    with pytest.raises(FolderDescriptionBroken):
        opened(path, tools(typed=PASSPHRASE))


def test_a_folder_of_a_newer_program_is_told_and_left(path, keyring):
    said = json.loads((path / "folder.json").read_text())
    (path / "folder.json").write_text(json.dumps(said | {"format": 2, "key_source": "smart card"}))
    before = files_of(path)
    with pytest.raises(FolderNewer):
        opened(path, tools(keyring))
    assert files_of(path) == before


def test_a_casebook_that_is_gone_is_a_loss_and_a_catalogue_can_be_made_anew(path, keyring):
    (path / "catalogue.db").unlink()
    assert name_in(path, tools(keyring)) == "Pielisen palvelupiste"
    assert (path / "catalogue.db").stat().st_size > 0
    (path / "casebook.db").unlink()
    with pytest.raises(StoreMissing):
        opened(path, tools(keyring))
    assert not (path / "casebook.db").exists()


@pytest.mark.parametrize(
    ("store", "told"), [("casebook", "folder.store_damaged"), ("catalogue", "folder.store_damaged")]
)
def test_a_damaged_store_is_not_a_wrong_key_and_says_which_it_is(path, keyring, store, told):
    in_another_process("import sys; open(sys.argv[1], 'r+b').write(bytes(64))", path / f"{store}.db")
    with pytest.raises(StoreDamaged) as caught:
        opened(path, tools(keyring))
    assert caught.value.details["kind"] == store
    with pytest.raises(StoreDamaged):
        opened(path, tools(keyring), Access.READ)


def test_a_cut_casebook_is_damaged(path, keyring):
    in_another_process(
        "import os, sys; os.truncate(sys.argv[1], os.path.getsize(sys.argv[1]) - 5000)", path / "casebook.db"
    )

    def read_all():
        folder = opened(path, tools(keyring), Access.READ)
        try:
            casebook_in(folder).verify()
            casebook_in(folder).setting("point.name")
            casebook_in(folder).visit_of_plan(PlanCode("x"))
        finally:
            folder.close()

    with pytest.raises(StoreDamaged):
        read_all()


def test_a_second_writer_is_told_who_writes_and_readers_go_on(path, keyring):
    writer = opened(path, tools(keyring))
    with pytest.raises(DeskBusy) as caught:
        opened(path, tools(keyring))
    assert caught.value.details["pid"] == str(os.getpid())
    assert caught.value.details["since"].startswith("2026-11-23 09:00")
    assert name_in(path, tools(keyring)) == "Pielisen palvelupiste"
    casebook_in(writer).set_setting("point.name", "Uusi nimi")
    assert name_in(path, tools(keyring)) == "Uusi nimi"
    writer.close()
    opened(path, tools(keyring)).close()


def test_a_founding_that_was_cut_is_finished_by_the_next_opening(path, keyring):
    said = json.loads((path / "folder.json").read_text())
    (path / "folder.json").write_text(json.dumps(said | {"complete": False}))
    (path / "casebook.db").unlink()
    folder = opened(path, tools(keyring))
    assert folder.recovery_key is not None
    assert casebook_in(folder).visits() == ()
    folder.close()
    assert read_description(path).complete
