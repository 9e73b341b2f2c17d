"""Packs on the command line: from the desk that has a network to a laptop that never had one."""

from __future__ import annotations

import json
import shutil
import socket
from datetime import date
from pathlib import Path

import msgspec
import pytest

from desk import bootstrap
from desk.bootstrap import building
from desk.cli.main import run
from desk.errands.bundle import Bundle, read_bundle
from offline_cache.store import Access
from services.passphrases import GivenPassphrase
from tests.desk.cli.conftest import PASSPHRASE, is_root

FORM = "https://forms.example/asumistuki.pdf"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"
ANSWERS = "deceased.died_on: 2026-11-02\ndeceased.relation: spouse\n"


def named(text, kind="Name"):
    return [{"language": "fi", "value": text, "type": kind}]


OBJECTS = [
    {
        "id": "8f1f0000-0000-4000-8000-000000000001",
        "serviceNames": named("Kotiin tuotava kirjapalvelu"),
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "municipalities": [{"code": "297"}]}],
        "serviceChannels": [{"serviceChannel": {"id": "8f1f0000-0000-4000-8000-000000000002", "name": None}}],
        "publishingStatus": "Published",
    },
    {
        "id": "8f1f0000-0000-4000-8000-000000000002",
        "serviceChannelType": "PrintableForm",
        "serviceChannelNames": named("Yleisen asumistuen hakemus"),
        "formIdentifier": [{"language": "fi", "value": "AT 1"}],
        "channelUrls": [{"language": "fi", "value": FORM, "type": "PDF"}],
        "publishingStatus": "Published",
    },
    {
        "id": "8f1f0000-0000-4000-8000-000000000003",
        "serviceNames": named("Oulun uimahalli"),
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "municipalities": [{"code": "564"}]}],
        "publishingStatus": "Published",
    },
]


@pytest.fixture(scope="module")
def publisher(tmp_path_factory):
    """A desk with a catalogue, a form and a name, its key as it is read out, and a pack of Kuopio."""
    folder = tmp_path_factory.mktemp("publisher")
    data, wire, pack = folder / "data", folder / "ptv.json", folder / "kuopio.deskpack"
    wire.write_text(json.dumps(OBJECTS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DESK_PASSPHRASE", PASSPHRASE)
        patch.setenv("DESK_DATA_DIR", str(data))
        assert run(["point", "--name", "Kuopion palvelupiste"]) == 0
        assert run(["catalogue", "import", str(wire)]) == 0
        with bootstrap.open_desk(data, GivenPassphrase(PASSPHRASE)) as opened, bootstrap.packs(opened) as rooms:
            rooms.forms._shelf.put(FORM, "Asumistuki", PDF, opened.desk.world.clock.now())
            key = rooms.publishers.own().key
        assert run(["pack", "make", "--area", "Municipality/297", "--out", str(pack)]) == 0
    return key, pack


@pytest.fixture
def stick(publisher, tmp_path):
    """The pack on a stick of the test's own."""
    return Path(shutil.copy(publisher[1], tmp_path / "usb.deskpack"))


@pytest.fixture
def trusting(call, folder, publisher):
    """A fresh desk that trusts the publisher."""
    said = call("pack", "trust", *publisher[0].spoken().split(), "--name", "Kuopio")
    assert (said.code, said.err) == (0, "")
    return folder


@pytest.fixture
def no_socket(monkeypatch):
    """A machine without a network: not even a socket can be made."""

    def none(*_args, **_more):
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", none)
    monkeypatch.setattr(socket, "getaddrinfo", none)


def status(call):
    return call("catalogue", "status", "--json").document


def test_a_machine_that_never_was_online(no_socket, call, trusting, stick, tmp_path, write):
    assert status(call)["as_of"] is None
    preview = call("pack", "open", stick, "--preview", "--json").document
    assert (preview["trusted_as"], preview["services"], preview["areas"]) == ("Kuopio", 1, ["Municipality/297"])
    assert (preview["changes"]["new"], preview["changes"]["forms"], preview["changes"]["errands"]) == (2, 1, "same")
    assert status(call)["services"] == 0
    taken = call("pack", "open", stick, "--yes", "--json")
    assert (taken.code, taken.document["changes"]["new"]) == (0, 2)
    assert (status(call)["services"], status(call)["source"]) == (1, "Kuopio")
    hits = call("catalogue", "search", "kirjapalvelu", "--json").document["hits"]
    assert hits[0]["id"] == OBJECTS[0]["id"]
    forms = call("forms", "list", "--json").document["forms"]
    assert [(form["url"], form["stored"]["size"]) for form in forms] == [(FORM, len(PDF))]
    assert {"moving_within_finland", "unemployment"} <= set(forms[0]["errands"])
    saved = tmp_path / "form.pdf"
    assert call("forms", "save", FORM, "--out", saved).code == 0
    assert saved.read_bytes() == PDF
    plan = tmp_path / "plan.pdf"
    answers = write("answers.yaml", ANSWERS)
    assert call("print", "plan", "--errand", "death_of_close_one", "--answers", answers, "--out", plan).code == 0
    assert plan.read_bytes().startswith(b"%PDF")


def test_an_offline_day_with_three_visits_after_a_pack(no_socket, call, trusting, stick, write):
    assert call("pack", "open", stick, "--yes").code == 0
    visit = write("visit.yaml", "channel: outreach\nerrands: [death_of_close_one]\nend: plan_given\nkeep: no\n")
    assert [call("visits", "run", visit).code for _ in range(3)] == [0, 0, 0]
    assert len(call("visits", "list", "--json").document["visits"]) == 3
    assert call("visits", "verify").code == 0


def test_an_unknown_key_is_refused_and_says_how_to_trust_it(call, folder, publisher, stick):
    shown = call("pack", "open", stick, "--preview", "--json").document
    assert (shown["trusted_as"], shown["changes"]) == (None, None)
    refused = call("pack", "open", stick, "--yes")
    assert refused.code == 1
    assert publisher[0].fingerprint in refused.one_line
    assert "Kuopion palvelupiste" in refused.one_line
    assert "desk pack trust" in refused.one_line
    assert status(call)["services"] == 0


def test_a_pack_that_was_changed_or_cut_is_refused(call, trusting, stick):
    whole = stick.read_bytes()
    stick.write_bytes(whole[: len(whole) // 2])
    assert "cut short" in call("pack", "open", stick, "--yes").one_line
    stick.write_bytes(whole[:-9] + b"X" + whole[-8:])
    assert "changed or damaged" in call("pack", "open", stick, "--yes").one_line
    stick.write_bytes(b"{}")
    assert "not a pack" in call("pack", "open", stick, "--preview").one_line
    assert status(call)["services"] == 0


def test_an_older_pack_needs_insisting(call, trusting, stick, write):
    newer = [{**OBJECTS[0], "serviceNames": named("Kirjat kotiin")}]
    assert call("catalogue", "import", write("newer.json", json.dumps(newer))).code == 0
    refused = call("pack", "open", stick, "--yes")
    assert (refused.code, "--older-too" in refused.one_line) == (1, True)
    assert status(call)["channels"] == 0
    preview = call("pack", "open", stick, "--preview", "--json").document
    assert (preview["older"], preview["changes"]["changed"]) == (True, 1)
    assert call("pack", "open", stick, "--yes", "--older-too").code == 0
    assert status(call)["channels"] == 1


def test_an_open_desk_keeps_packs_out(call, trusting, stick):
    with bootstrap.open_desk(trusting, GivenPassphrase(PASSPHRASE), Access.WRITE):
        refused = call("pack", "open", stick, "--yes")
        assert refused.code == 1
        assert call("pack", "open", stick, "--preview").code == 0
    assert call("pack", "open", stick, "--yes").code == 0
    assert refused.err.count("\n") == 1


def test_a_pack_is_made_beside_an_open_window_once_the_key_is_there(call, folder, tmp_path, write):
    assert call("catalogue", "import", write("ptv.json", json.dumps(OBJECTS))).code == 0
    assert call("pack", "key").code == 0
    out = tmp_path / "all.deskpack"
    with bootstrap.open_desk(folder, GivenPassphrase(PASSPHRASE), Access.WRITE):
        made = call("pack", "make", "--everything", "--out", out, "--json")
    assert made.document["services"] == 2
    assert made.document["forms_missing"] == [FORM]
    assert made.document["bytes"] == out.stat().st_size


def test_newer_errands_are_used_from_the_next_opening(call, trusting, publisher, tmp_path, monkeypatch):
    own = bootstrap.content()
    newer = newer_than(own)
    data, pack = Path(publisher[1]).parent / "data", tmp_path / "newer.deskpack"
    monkeypatch.setattr(building, "content", lambda _installation=None: newer)
    assert call("--data-dir", data, "pack", "make", "--area", "Municipality/297", "--out", pack).code == 0
    monkeypatch.setattr(building, "content", lambda _installation=None: own)
    assert call("pack", "open", pack, "--yes", "--json").document["changes"]["errands"] == "newer"
    with bootstrap.open_desk(trusting, GivenPassphrase(PASSPHRASE)) as opened:
        assert opened.desk.world.bundle.content_hash == newer.content_hash
    assert call("pack", "open", pack, "--yes", "--json").document["changes"]["errands"] == "same"
    assert status(call)["starter"] > 40


def newer_than(bundle: Bundle) -> Bundle:
    """The same errands, checked once more on a later day."""
    stored = msgspec.structs.replace(bundle._stored, content_hash="f" * 64)
    definitions = bundle.definitions
    name, parameter = next(iter(definitions.parameters.items()))
    values = tuple(msgspec.structs.replace(value, checked=date(2026, 11, 1)) for value in parameter.values)
    parameters = {**definitions.parameters, name: msgspec.structs.replace(parameter, values=values)}
    changed = msgspec.structs.replace(definitions, parameters=parameters)
    return read_bundle(
        msgspec.msgpack.encode(
            msgspec.structs.replace(stored, definitions=msgspec.Raw(msgspec.msgpack.encode(changed)))
        )
    )


def test_errands_that_no_longer_fit_the_program_are_left_aside(call, trusting, stick):
    assert call("pack", "open", stick, "--yes").code == 0
    with bootstrap.open_desk(trusting, GivenPassphrase(PASSPHRASE)) as opened:
        connection = opened.folder.catalogue
        connection.execute(
            "INSERT INTO errands_bundle VALUES ('x', '2099-01-01', 1, 'x', '2026-11-23T09:00:00', x'00')"
        )
        own = opened.desk.world.bundle.content_hash
    with bootstrap.open_desk(trusting, GivenPassphrase(PASSPHRASE)) as opened:
        assert opened.desk.world.bundle.content_hash == own == bootstrap.content().content_hash


def test_publishers_are_listed_and_let_go(call, trusting, publisher):
    (listed,) = call("pack", "trusted", "--json").document["publishers"]
    assert (listed["name"], listed["fingerprint"]) == ("Kuopio", publisher[0].fingerprint)
    assert call("pack", "distrust", "somebody").code == 1
    assert call("pack", "distrust", *publisher[0].fingerprint.lower().split()).code == 0
    assert call("pack", "trusted", "--json").document["publishers"] == []
    assert "itself" in call("pack", "trusted").out


def test_a_slip_in_the_key_is_named(call, folder, publisher):
    groups = publisher[0].spoken().split()
    groups[2] = groups[2][::-1]
    said = call("pack", "trust", " ".join(groups), "--name", "Kuopio")
    assert (said.code, "group 3 of 13" in said.one_line) == (1, True)


def test_the_own_key_is_drawn_once_and_only_its_public_half_is_shown(call, folder):
    first, again = call("pack", "key", "--json").document, call("pack", "key", "--json").document
    assert first == again
    with bootstrap.open_desk(folder, GivenPassphrase(PASSPHRASE)) as opened:
        secret = opened.desk.world.casebook.setting("publisher.key")
    assert secret not in call("pack", "key").out + json.dumps(first)
    assert len(call("pack", "key").out.split("Fingerprint")[0].split()) == 13


@pytest.mark.parametrize(
    "words",
    [
        ("pack", "make", "--out", "x"),
        ("pack", "make", "--everything", "--area", "Municipality/297", "--out", "x"),
        ("pack", "open", "x"),
        ("pack", "trust", "KEY"),
    ],
)
def test_wrong_usage(call, folder, words):
    assert call(*words).code == 2


def test_nothing_to_pack_and_a_place_that_cannot_be_written(call, folder, tmp_path, write):
    assert "sync" in call("pack", "make", "--everything", "--out", tmp_path / "x.deskpack").one_line
    assert call("catalogue", "import", write("ptv.json", json.dumps(OBJECTS))).code == 0
    if not is_root():
        (tmp_path / "closed").mkdir(mode=0o500)
    said = call("pack", "make", "--everything", "--out", tmp_path / "closed" / "no" / "x.deskpack")
    assert "could not be written" in said.one_line
    assert call("forms", "save", FORM, "--out", tmp_path / "x.pdf").code == 1
