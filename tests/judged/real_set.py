"""The second set: queries over real general descriptions, which lie outside the project and are not always there."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
import yaml

from desk.bootstrap import open_desk
from services.catalogue_files import CatalogueFiles
from services.passphrases import GivenPassphrase
from tests.judged.judging import ERRAND, STARTER, Judged, Query, judge
from tests.judged.searched import PASSPHRASE

HERE = Path(__file__).parent / "real_queries"
REAL = Path(__file__).resolve().parents[3] / "shared" / "ptv" / "real" / "general_descriptions.json"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Described(msgspec.Struct):
    """As much of a general description as is needed."""

    id: str


def real_ids() -> list[str]:
    """The ids of all real general descriptions."""
    content = REAL.read_bytes().removeprefix(BYTE_ORDER_MARK)
    return [each.id for each in msgspec.json.decode(content, type=list[Described])]


def real_queries(ids: Sequence[str]) -> list[Query]:
    """The set; right is every id that begins as written, and one that none begins with is a mistake of ours.

    What the program itself ships may be right too: a service (``tiski-``) or an errand (``errand:``).
    """
    return [
        Query(said, path.stem, f"{path.stem} {kind}", frozenset(_starting(ids, told.split())))
        for path in sorted(HERE.glob("*.yaml"))
        for kind, rows in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader).items()
        for said, told in rows.items()
    ]


def _starting(ids: Sequence[str], beginnings: Sequence[str]) -> list[str]:
    found = [
        [beginning.removeprefix(ERRAND)]
        if beginning.startswith((STARTER, ERRAND))
        else [each for each in ids if each.startswith(beginning)]
        for beginning in beginnings
    ]
    if not all(found):
        raise ValueError(f"no id begins with one of {', '.join(beginnings)}")
    return [each for group in found for each in group]


def judge_real() -> list[Judged]:
    """Ask them all, in a new desk with the real general descriptions."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_desk(Path(folder) / "desk", GivenPassphrase(PASSPHRASE)) as opened,
    ):
        opened.desk.import_catalogue(CatalogueFiles((REAL,)))
        return list(judge(real_queries(real_ids()), opened.desk.find_service))
