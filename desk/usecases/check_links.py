"""Check the links that errands use: seldom, politely, and never taking our own lack of a network for their fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from desk.model.ids import ErrandId
from desk.model.link_check import LinkCheck, LinkFinding, LinkOutcome
from desk.model.unwatched import nobody_stops, nobody_watches
from desk.ports import Clock
from desk.ports.link_prober import LinkChecks, LinkProber
from desk.usecases.shelf import Shelf
from desk.usecases.used_links import UsedLinks
from i18n.language import Language

EVERY = timedelta(days=7)
MOST_AT_ONCE = 60
SILENT_IN_A_ROW = 4
"""So many hosts without an answer and none with one: we have no network, and ask no more."""
_PROVES_NOTHING = frozenset({LinkOutcome.NO_ANSWER, LinkOutcome.CERTIFICATE})
"""Without a network, and behind a hotel's log-in page, every link looks like this."""


@dataclass(frozen=True, slots=True)
class LinkRound:
    """What one round found. ``offline``: nobody answered at all, so nothing was found out about anybody."""

    findings: tuple[LinkFinding, ...]
    offline: bool = False


@dataclass(frozen=True, slots=True)
class LinkReport:
    """How a round ended."""

    checked: int
    offline: bool
    failing: tuple[LinkCheck, ...]


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One link that the errands use, and what is known of it. ``used_by`` are titles of errands."""

    url: str
    check: LinkCheck | None
    used_by: tuple[str, ...]


class CheckLinks:
    """In three parts, so that no store waits for the network: what is due, the round itself, what is kept of it."""

    def __init__(self, used: UsedLinks, checks: LinkChecks, clock: Clock) -> None:
        self._used = used
        self._checks = checks
        self._clock = clock

    def __call__(
        self,
        prober: LinkProber,
        *,
        told: Callable[[int, int], None] = nobody_watches,
        stopped: Callable[[], bool] = nobody_stops,
    ) -> LinkReport:
        """All three parts, where nobody waits."""
        return self.keep(probe_all(self.due(), prober, told=told, stopped=stopped))

    def due(self, most: int = MOST_AT_ONCE) -> tuple[str, ...]:
        """Return the links to ask for now: those that were never asked for, then the oldest, host after host.

        A link is asked for once a week; one that failed once, again on another day. Where all that is due did not
        work before, one that did comes with it: else nobody could tell their silence from ours.
        """
        known = {check.url: check for check in self._checks.all()}
        used = self._used()
        due = [url for url in used if self._is_due(known.get(url))]
        due.sort(key=lambda url: (known[url].checked.timestamp() if url in known else 0.0, url))
        turns = _taking_turns(due[:most])
        if due and all(url in known and known[url].failed_days for url in due):
            turns += _witness([known[url] for url in used if url in known], {_host(url) for url in due})
        return tuple(turns)

    def _is_due(self, check: LinkCheck | None) -> bool:
        if check is None:
            return True
        if check.failed_days == 1:
            return check.checked.date() < self._clock.today()
        return self._clock.now() - check.checked >= EVERY

    def keep(self, found: LinkRound) -> LinkReport:
        """Remember what a round found, and say what is failing now."""
        known = {check.url: check for check in self._checks.all()}
        now = self._clock.now()
        today = self._clock.today()
        self._checks.keep(
            [
                LinkCheck(each.url, now, each.outcome, each.detail, *_failing(each, known.get(each.url), today))
                for each in found.findings
            ]
        )
        return LinkReport(len(found.findings), found.offline, self._checks.failing())


def _failing(found: LinkFinding, before: LinkCheck | None, today: date) -> tuple[int, date | None]:
    """On how many days in a row it failed, and since when; twice on one day is once."""
    if not found.failed:
        return 0, None
    if before is None or not before.failed_days:
        return 1, today
    return before.failed_days + (before.checked.date() != today), before.failed_since or today


def _witness(known: Iterable[LinkCheck], but_of: Set[str]) -> list[str]:
    """The link of another host that worked and was not asked for the longest."""
    working = [check for check in known if not check.failed_days and check.url.startswith("https:")]
    others = [check for check in working if _host(check.url) not in but_of]
    return [check.url for check in sorted(others, key=lambda check: (check.checked, check.url))[:1]]


def _taking_turns(urls: Iterable[str]) -> list[str]:
    """The same links with those of one host as far apart as can be."""
    turns: dict[str, int] = {}
    placed: list[tuple[int, str]] = []
    for url in urls:
        host = _host(url)
        turns[host] = turns.get(host, -1) + 1
        placed.append((turns[host], url))
    return [url for _, url in sorted(placed, key=lambda each: each[0])]


def _host(url: str) -> str:
    return urlsplit(url).netloc


def probe_all(
    urls: Sequence[str],
    prober: LinkProber,
    *,
    told: Callable[[int, int], None] = nobody_watches,
    stopped: Callable[[], bool] = nobody_stops,
) -> LinkRound:
    """Ask for one link after another. No store is touched: this may take minutes, and runs beside everything else."""
    asking = _Round(prober)
    for done, url in enumerate(urls):
        if stopped() or asking.seems_offline:
            break
        told(done, len(urls))
        asking.ask(url)
    return asking.ended(asked=bool(urls))


class _Round:
    """Holds back what proves nothing until somebody answers after it, encrypted: then the network was there."""

    def __init__(self, prober: LinkProber) -> None:
        self._prober = prober
        self._found: list[LinkFinding] = []
        self._held_back: list[LinkFinding] = []
        self._answered: str | None = None

    @property
    def seems_offline(self) -> bool:
        """Many hosts are silent, and not one answers now."""
        silent = {_host(each.url) for each in self._held_back if each.outcome in _PROVES_NOTHING}
        return len(silent) >= SILENT_IN_A_ROW and not self._is_there_still()

    def ask(self, url: str) -> None:
        """Ask for one link."""
        finding = self._prober.probe(url)
        if not _proves_a_network(finding):
            self._held_back.append(finding)
            return
        self._answered = url
        self._believe()
        self._found.append(finding)

    def ended(self, *, asked: bool) -> LinkRound:
        """What was found; nothing at all, though it was asked for, means that we are offline."""
        if self._held_back:
            self._is_there_still()
        return LinkRound(tuple(self._found), asked and not self._found)

    def _is_there_still(self) -> bool:
        """Ask once more for what answered before: what was held back is believed only if it answers again."""
        if self._answered is None or not _proves_a_network(self._prober.probe(self._answered)):
            return False
        self._believe()
        return True

    def _believe(self) -> None:
        self._found += self._held_back
        self._held_back = []


def _proves_a_network(finding: LinkFinding) -> bool:
    """A log-in page in between answers unencrypted questions itself, and has no certificate for the others."""
    return finding.outcome not in _PROVES_NOTHING and finding.url.startswith("https:")


class ListLinks:
    """The links that the errands use, those that fail first."""

    def __init__(self, used: UsedLinks, checks: LinkChecks, shelf: Shelf) -> None:
        self._used = used
        self._checks = checks
        self._shelf = shelf

    def __call__(self, language: Language) -> tuple[LinkLine, ...]:
        """Return every link with what is known of it."""
        known = {check.url: check for check in self._checks.all()}
        wording = self._shelf.wording(language)

        def titles(errands: Iterable[ErrandId]) -> tuple[str, ...]:
            return tuple(wording.errand_title(errand).text for errand in errands)

        lines = [LinkLine(url, known.get(url), titles(errands)) for url, errands in self._used().items()]
        return tuple(sorted(lines, key=_worst_first))


def _worst_first(line: LinkLine) -> tuple[int, str]:
    if line.check is None:
        return 3, line.url
    if line.check.failed_days:
        return 0 if line.check.is_failing else 1, line.url
    return 2 if line.check.outcome is not LinkOutcome.FINE else 4, line.url
