"""The server: ten libraries an answer unless asked for more, concrete days, and at most 5,000 of them.

with KirkantaServer([library(1, "Pääkirjasto", "Kuopio")]) as server:
    server.url            # http://127.0.0.1:54321/v4/
    server.asked          # the queries as they came
    server.says[1] = …    # bytes in place of the second answer
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

USUAL_LIMIT = 10
MOST_ROWS = 5_000
MONDAY = date(2026, 11, 23)
"""The Monday of the week in which the tests play."""
STAFF, UNSTAFFED, SHUT = 1, 2, 0


@dataclass
class OnTheWire:
    """One library as the directory keeps it."""

    city: str
    item: dict[str, Any]
    days: list[dict[str, Any]] = field(default_factory=list)


def times(*spans: tuple[str, str, int]) -> list[dict[str, Any]]:
    """Stretches of a day as they are sent."""
    return [{"from": opens, "to": closes, "status": status} for opens, closes, status in spans]


def day(when: date, *spans: tuple[str, str, int], info: str | None = None) -> dict[str, Any]:
    """One date as it is sent; without spans it is closed."""
    return {"period": 1, "date": when.isoformat(), "info": info, "closed": not spans, "times": times(*spans)}


def usual_weeks(count: int = 6) -> list[dict[str, Any]]:
    """Weeks with staff in the middle of working days, self-service around it, and Sundays closed."""
    spans = (("08:00", "10:00", UNSTAFFED), ("10:00", "18:00", STAFF), ("18:00", "20:00", UNSTAFFED))
    found = []
    for offset in range(count * 7):
        when = MONDAY + timedelta(days=offset)
        found.append(day(when) if when.weekday() == 6 else day(when, *spans))
    return found


def library(
    identity: int,
    name: str | Mapping[str, str | None],
    city: str,
    days: Sequence[dict[str, Any]] | None = None,
    **more: Any,
) -> OnTheWire:
    """A library with the fields that an answer has."""
    item = {
        "id": identity,
        "city": 15885,
        "name": name,
        "slug": f"library-{identity}",
        "type": "municipal",
        "address": {"area": None, "city": city, "info": None, "street": None, "zipcode": None, "boxNumber": None},
        "coordinates": None,
        **more,
    }
    return OnTheWire(city, item, list(usual_weeks() if days is None else days))


class KirkantaServer:
    """A directory on the network of this machine. Whoever makes it closes it."""

    def __init__(self, libraries: Iterable[OnTheWire] = (), *, counts: bool = True) -> None:
        self.libraries = list(libraries)
        self.counts = counts
        """Whether it says how many there are."""
        self.says: dict[int, bytes] = {}
        self.status = HTTPStatus.OK
        self.asked: list[dict[str, str]] = []
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = False
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, name="kirkanta"
        )
        self._thread.start()

    @property
    def url(self) -> str:
        """The address of the interface."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v4/"

    def answer(self, query: dict[str, str]) -> bytes:
        """The page that is asked for."""
        number = len(self.asked)
        self.asked.append(query)
        if number in self.says:
            return self.says[number]
        wanted = [each for each in self.libraries if each.city == query.get("city.name", each.city)]
        skip, limit = int(query.get("skip", 0)), int(query.get("limit", USUAL_LIMIT))
        left = MOST_ROWS
        items = []
        for each in wanted[skip : skip + limit]:
            item = dict(each.item)
            if query.get("with") == "schedules" and "schedules" not in item:
                item["schedules"] = each.days[:left]
                left -= len(item["schedules"])
            items.append(item)
        total = len(wanted) if self.counts else None
        return json.dumps({"type": "library", "total": total, "items": items, "refs": {"period": {}}}).encode()

    def close(self) -> None:
        """Stop."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def __enter__(self) -> KirkantaServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _handler(server: KirkantaServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            known = parts.path == "/v4/library"
            body = server.answer(dict(parse_qsl(parts.query))) if known else b'{"error": "not found"}'
            self.send_response(server.status if known else HTTPStatus.NOT_FOUND)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the tests read ``asked``."""

    return Handler
