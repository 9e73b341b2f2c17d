"""Which reader speaks with which national catalogue: told by the version in the address, and by nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from desk.errors import SourceRefused
from services.http_session import HttpSession, Manners, Stopped, Waiter, never, wait_in_slices
from services.ptv_v11_reader import PtvV11Reader

if TYPE_CHECKING:
    from desk.ports.catalogue_feeds import CatalogueReader

READERS = {"v11": PtvV11Reader}
"""A reader for another version comes in here."""
NEWEST = "v11"
VERSION = re.compile(r"v\d+")


def reader_for(
    url: str, *, stopped: Stopped = never, wait: Waiter = wait_in_slices, manners: Manners | None = None
) -> CatalogueReader:
    """Return a reader of the catalogue at this address; whoever asks closes it.

    An address that ends before the version (``https://host``, ``https://host/api``) means the newest that we can read.
    Raises ``SourceRefused`` for a version that we cannot.
    """
    base, version = _base_and_version(url)
    reader = READERS.get(version)
    if reader is None:
        raise SourceRefused(kind="version", source=urlsplit(url).netloc, version=version.removeprefix("v"))
    return reader(HttpSession(stopped=stopped, wait=wait, manners=manners), base)


def _base_and_version(url: str) -> tuple[str, str]:
    parts = urlsplit(url.strip())
    steps = [step for step in parts.path.split("/") if step]
    versions = [step for step in steps if VERSION.fullmatch(step)]
    if not versions:
        steps += [NEWEST] if steps[-1:] == ["api"] else ["api", NEWEST]
    base = urlunsplit((parts.scheme, parts.netloc, "/".join(["", *steps]), "", ""))
    return base, versions[-1] if versions else NEWEST
