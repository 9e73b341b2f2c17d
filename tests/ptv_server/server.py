"""The server itself: real HTTP on 127.0.0.1, in threads of its own, with a log of every question.

with PtvServer(sample_catalogue(seed=7), id_page_size=50, object_page_size=10) as server:
    server.url                                  # http://127.0.0.1:54321/api/v11
    server.catalogue.rename(id, "Toinen nimi")  # publish, change, change_connection, archive, withdraw, remove …
    server.faults.add(Fault.BUSY, "/Service", times=2)
    server.poison.add(id)                       # 500 whenever it is asked for
    server.requests, server.most_at_once
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from types import TracebackType

from tests.ptv_server.catalogue import ServerCatalogue
from tests.ptv_server.faults import FaultPlan
from tests.ptv_server.handler import Handler
from tests.ptv_server.routes import Routes, Sizes

BASE = "/api/v11"


@dataclass(frozen=True, slots=True)
class Request:
    """One question as it came; header names are in small letters. ``at_once``: how many were open with it."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    at_once: int


class PtvServer:
    """A catalogue on the network of this machine. Whoever makes it closes it."""

    def __init__(
        self,
        catalogue: ServerCatalogue | None = None,
        *,
        id_page_size: int = 1000,
        object_page_size: int = 100,
        faults: FaultPlan | None = None,
        port: int = 0,
    ) -> None:
        self.catalogue = catalogue or ServerCatalogue()
        self.faults = faults or FaultPlan()
        self.sizes = Sizes(id_page_size, object_page_size)
        self.routes = Routes(self.catalogue, self.sizes)
        self.page_count: int | None = None
        """What pages say of their number, when it is not the truth."""
        self.pages: dict[str, int] = {}
        """Other pages of this machine, outside the API: path → status."""
        self._requests: list[Request] = []
        self._open = 0
        self._lock = threading.Lock()
        self._http = _Http(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, name="ptv")
        self._thread.start()

    @property
    def origin(self) -> str:
        """The address without a path."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def url(self) -> str:
        """The address of the API."""
        return self.origin + BASE

    @property
    def poison(self) -> set[str]:
        """Ids that make the server fall over whenever it is asked for them."""
        return self.routes.poison

    @property
    def requests(self) -> tuple[Request, ...]:
        """Every question so far."""
        with self._lock:
            return tuple(self._requests)

    @property
    def most_at_once(self) -> int:
        """How many questions were open at the same time, at the most."""
        return max((request.at_once for request in self.requests), default=0)

    def forget_requests(self) -> None:
        """Begin a new log."""
        with self._lock:
            self._requests.clear()

    def arrived(self, method: str, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> None:
        """Log a question (the handler calls this)."""
        with self._lock:
            self._open += 1
            self._requests.append(Request(method, path, query, headers, self._open))

    def left(self) -> None:
        """A question was answered (the handler calls this)."""
        with self._lock:
            self._open -= 1

    def close(self) -> None:
        """Stop, and cut all connections."""
        self._http.shutdown()
        self._thread.join()
        self._http.cut_all()
        self._http.server_close()

    def __enter__(self) -> PtvServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Http(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, address: tuple[str, int], owner: PtvServer) -> None:
        self.owner = owner
        self._handlers: set[Handler] = set()
        self._handlers_lock = threading.Lock()
        super().__init__(address, Handler)

    def know(self, handler: Handler) -> None:
        """Remember an open connection."""
        with self._handlers_lock:
            self._handlers.add(handler)

    def forget(self, handler: Handler) -> None:
        """A connection has ended."""
        with self._handlers_lock:
            self._handlers.discard(handler)

    def cut_all(self) -> None:
        """End every open connection."""
        with self._handlers_lock:
            for handler in self._handlers:
                handler.hang_up()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no matter of ours; anything else is, and is told as usual."""
        import sys

        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]
