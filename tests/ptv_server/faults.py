"""What goes wrong between a catalogue and its reader, on purpose and the same in every run.

A ``Planned`` fault is told in a test; ``FaultPlan.seeded`` plans for every address by itself, from a seed. Faults of
the line (429, 500, cut, slow …) take one answer each; faults of the catalogue change what is there; faults of an
object change how it is sent.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

ALWAYS = 0


class Fault(StrEnum):
    """Everything that the server can do to its readers."""

    BUSY = "busy"
    """429 with ``Retry-After``."""
    SERVER_ERROR = "server_error"
    BAD_GATEWAY = "bad_gateway"
    CUT_BEFORE = "cut_before"
    """The connection ends without an answer."""
    CUT_MIDDLE = "cut_middle"
    """The connection ends in the body."""
    SLOW = "slow"
    """The body trickles."""
    CUT_GZIP = "cut_gzip"
    """A whole answer whose gzip ends too early."""
    HTML = "html"
    """200, and a web page: what the networks of hotels do."""
    SHIFTED = "shifted"
    """Something listed earlier is withdrawn between two pages."""
    VANISHED = "vanished"
    """Something asked for was removed since it was listed."""
    WRONG_TYPE = "wrong_type"
    """A field of one object has the wrong type."""
    HUGE = "huge"
    """One object is as large as thousands."""


OF_THE_CATALOGUE = frozenset({Fault.SHIFTED, Fault.VANISHED})
OF_AN_OBJECT = frozenset({Fault.WRONG_TYPE, Fault.HUGE})
OF_THE_LINE = frozenset(Fault) - OF_THE_CATALOGUE - OF_AN_OBJECT
PASSING = tuple(sorted(frozenset(Fault) - {Fault.HUGE}))
"""What does not last. A huge object that is well-formed is the source's own word while it is sent."""


@dataclass(slots=True)
class Planned:
    """One fault: where (a part of the path with its query), how often (``ALWAYS`` or a number), of which object."""

    fault: Fault
    where: str = ""
    times: int = 1
    about: str | None = None
    """The id of the object that is sent broken; without it, the first of the answer."""
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.times

    def strikes(self, address: str) -> bool:
        """Tell whether it happens now, and count it."""
        if self.where not in address or (self.times != ALWAYS and self.left == 0):
            return False
        self.left -= 1
        return True


class FaultPlan:
    """All planned faults. Safe to use from several threads."""

    def __init__(self, planned: Iterable[Planned] = ()) -> None:
        self._planned = list(planned)
        self._lock = threading.Lock()
        self._seed: int | None = None
        self._share = 0.0
        self._times = 1
        self._faults: tuple[Fault, ...] = ()
        self.done: list[tuple[Fault, str]] = []
        """What happened, and where."""
        self.huge_bytes = 200_000
        self.slow_seconds = 0.05
        self.retry_after = "1"

    @classmethod
    def seeded(
        cls, seed: int, *, share: float = 0.2, times: int = 2, faults: Iterable[Fault] = tuple(Fault)
    ) -> FaultPlan:
        """Plan for a share of all addresses: each such address fails up to ``times`` times, then never again."""
        plan = cls()
        plan._seed, plan._share, plan._times = seed, share, times
        plan._faults = tuple(sorted(faults))
        return plan

    def add(self, fault: Fault, where: str = "", *, times: int = 1, about: str | None = None) -> Planned:
        """Plan one more."""
        planned = Planned(fault, where, times, about)
        with self._lock:
            self._planned.append(planned)
        return planned

    def clear(self) -> None:
        """From now on nothing goes wrong."""
        with self._lock:
            self._planned.clear()
            self._seed = None

    def strike(self, address: str) -> list[Planned]:
        """Return what happens to this answer: at most one fault of the line, and any of the others."""
        with self._lock:
            self._plan_for(address)
            struck: list[Planned] = []
            for planned in self._planned:
                line_is_hit = any(each.fault in OF_THE_LINE for each in struck)
                if not (line_is_hit and planned.fault in OF_THE_LINE) and planned.strikes(address):
                    struck.append(planned)
            self.done += [(planned.fault, address) for planned in struck]
        return struck

    def _plan_for(self, address: str) -> None:
        if self._seed is None or any(each.where == address for each in self._planned):
            return
        draw = random.Random(f"{self._seed}:{address}")
        if draw.random() < self._share:
            fault = draw.choice(self._faults)
            times = 1 if fault in OF_THE_CATALOGUE else draw.randint(1, self._times)
            self._planned.append(Planned(fault, address, times))
