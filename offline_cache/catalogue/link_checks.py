"""What was found of links, in the catalogue store: it can be found out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desk.model.hours import HELSINKI
from desk.model.link_check import LinkCheck, LinkOutcome
from offline_cache.connection import StoreConnection, transaction
from offline_cache.store import DeskFolder

_COLUMNS = "url, checked, outcome, detail, failed_days, failed_since"
_ALL = f"SELECT {_COLUMNS} FROM link_check ORDER BY url"  # noqa: S608  put together from constants
_FAILING = f"SELECT {_COLUMNS} FROM link_check WHERE failed_days > 1 ORDER BY url"  # noqa: S608
_KEEP = f"REPLACE INTO link_check ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608


def link_checks_in(folder: DeskFolder) -> SqlLinkChecks:
    """The link checks of an open data folder."""
    return SqlLinkChecks(folder.catalogue)


class SqlLinkChecks:
    """The port ``desk.ports.link_prober.LinkChecks``. One thread uses it at a time."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def all(self) -> tuple[LinkCheck, ...]:
        """Every link that was ever checked."""
        return tuple(_check(row) for row in self._connection.execute(_ALL).fetchall())

    def failing(self) -> tuple[LinkCheck, ...]:
        """The links that did not work twice in a row."""
        return tuple(_check(row) for row in self._connection.execute(_FAILING).fetchall())

    def keep(self, checks: Sequence[LinkCheck]) -> None:
        """Keep what was found, all or nothing."""
        with transaction(self._connection):
            self._connection.executemany(_KEEP, [_row(check) for check in checks])


def _row(check: LinkCheck) -> tuple[object, ...]:
    since = check.failed_since.isoformat() if check.failed_since else None
    return check.url, check.checked.isoformat(), check.outcome.value, check.detail, check.failed_days, since


def _check(row: tuple[str, ...]) -> LinkCheck:
    url, checked, outcome, detail, failed_days, failed_since = row
    return LinkCheck(
        url=url,
        checked=datetime.fromisoformat(checked).astimezone(HELSINKI),
        outcome=LinkOutcome(outcome),
        detail=detail,
        failed_days=int(failed_days),
        failed_since=date.fromisoformat(failed_since) if failed_since else None,
    )
