"""One connection: reads questions, answers them from the routes, and does what the fault plan says."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from copy import deepcopy
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from tests.ptv_server.faults import Fault, Planned
from tests.ptv_server.kinds import NAMES, Kind, kind_of
from tests.ptv_server.routes import Reply

if TYPE_CHECKING:
    from tests.ptv_server.server import PtvServer

BASE = "/api/v11/"
JSON = "application/json; charset=utf-8"
PAGE = b"<!DOCTYPE html><html><title>Welcome</title><p>Sign in to the network</html>"
SLOW_PIECES = 20


class Handler(BaseHTTPRequestHandler):
    """Speaks HTTP/1.1 and keeps the connection."""

    protocol_version = "HTTP/1.1"
    server_version = "PTV"
    sys_version = ""
    disable_nagle_algorithm = True

    def setup(self) -> None:
        super().setup()
        self.server.know(self)  # type: ignore[attr-defined]

    def finish(self) -> None:
        self.server.forget(self)  # type: ignore[attr-defined]
        with suppress(OSError):
            super().finish()

    def hang_up(self) -> None:
        """End the connection now."""
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The clock of the catalogue."""
        return format_datetime(self._owner.catalogue.now, usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:
        """The log is a list, not a stream."""

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = dict(parse_qsl(address.query, keep_blank_values=True))
        self._owner.arrived(self.command, address.path, query, {k.lower(): v for k, v in self.headers.items()})
        try:
            self._answer(address.path, query)
        finally:
            self._owner.left()

    @property
    def _owner(self) -> PtvServer:
        return self.server.owner  # type: ignore[attr-defined,no-any-return]

    def _answer(self, path: str, query: Mapping[str, str]) -> None:
        if not self.headers.get("User-Agent"):
            self._send(HTTPStatus.BAD_REQUEST, b'{"errorMessage":"User-Agent is missing."}')
        elif "Authorization" in self.headers:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, b'{"errorMessage":"An error occurred."}')
        elif not path.startswith(BASE):
            self._send(self._owner.pages.get(path, HTTPStatus.NOT_FOUND), PAGE, kind="text/html")
        else:
            struck = {each.fault: each for each in self._owner.faults.strike(self.path)}
            self._change_catalogue(path, query, struck)
            if not self._instead(struck):
                reply = self._sent_broken(self._owner.routes.reply(path.removeprefix(BASE), query), struck)
                body = b"" if reply.document is None else msgspec.json.encode(self._with_page_count(reply.document))
                self._deliver(reply.status, body, struck)

    def _change_catalogue(self, path: str, query: Mapping[str, str], struck: Mapping[Fault, Planned]) -> None:
        parts = path.removeprefix(BASE).split("/")
        catalogue = self._owner.catalogue
        if Fault.SHIFTED in struck and parts[0] in list(Kind) and int(query.get("page", "1")) > 1:
            first = next(iter(catalogue.entries(Kind(parts[0]), lambda each: each.state == "Published")), None)
            if first:
                catalogue.withdraw(first.id)
        if Fault.VANISHED in struck and "guids" in query:
            catalogue.remove(query["guids"].split(",")[0])

    def _instead(self, struck: Mapping[Fault, Planned]) -> bool:
        """Send something else than the answer; tells whether it did."""
        if Fault.CUT_BEFORE in struck:
            self.hang_up()
        elif Fault.BUSY in struck:
            self._send(HTTPStatus.TOO_MANY_REQUESTS, b"", **{"Retry-After": self._owner.faults.retry_after})
        elif Fault.SERVER_ERROR in struck:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, b'{"errorMessage":"An error occurred."}')
        elif Fault.BAD_GATEWAY in struck:
            self._send(HTTPStatus.BAD_GATEWAY, b"<html>Bad gateway</html>", kind="text/html")
        elif Fault.HTML in struck:
            self._send(HTTPStatus.OK, PAGE, kind="text/html")
        else:
            return False
        return True

    def _sent_broken(self, reply: Reply, struck: Mapping[Fault, Planned]) -> Reply:
        document = reply.document
        for planned in (struck[fault] for fault in (Fault.WRONG_TYPE, Fault.HUGE) if fault in struck):
            document = deepcopy(document)
            for wire in _objects(document):
                if planned.about in (None, wire["id"]):
                    names = NAMES[kind_of(wire)]
                    if planned.fault is Fault.WRONG_TYPE:
                        wire[names] = 7
                    else:
                        long = "x" * self._owner.faults.huge_bytes
                        wire[names] = [*wire[names], {"language": "fi", "value": long, "type": "AlternativeName"}]
                    break
        return Reply(reply.status, document)

    def _with_page_count(self, document: Any) -> Any:
        if self._owner.page_count is None or not isinstance(document, dict) or "pageCount" not in document:
            return document
        return document | {"pageCount": self._owner.page_count}

    def _deliver(self, status: int, body: bytes, struck: Mapping[Fault, Planned]) -> None:
        zipped = "gzip" in self.headers.get("Accept-Encoding", "")
        sent = gzip.compress(body, 1) if zipped else body
        if Fault.CUT_GZIP in struck and zipped:
            sent = sent[: len(sent) // 2]
        self._head(status, len(sent), JSON, {"Content-Encoding": "gzip"} if zipped else {})
        if self.command == "HEAD":
            return
        if Fault.CUT_MIDDLE in struck:
            self.wfile.write(sent[: len(sent) // 2])
            self.hang_up()
        elif Fault.SLOW in struck:
            self._trickle(sent)
        else:
            self.wfile.write(sent)

    def _trickle(self, sent: bytes) -> None:
        size = max(1, len(sent) // SLOW_PIECES)
        pause = threading.Event()
        for start in range(0, len(sent), size):
            self.wfile.write(sent[start : start + size])
            self.wfile.flush()
            pause.wait(self._owner.faults.slow_seconds / SLOW_PIECES)

    def _send(self, status: int, body: bytes, kind: str = JSON, **headers: str) -> None:
        self._head(status, len(body), kind, headers)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: int, length: int, kind: str, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


def _objects(document: Any) -> list[dict[str, Any]]:
    """The whole objects in an answer, if it has any."""
    if document is None:
        return []
    items = document.get("itemList", [document]) if isinstance(document, dict) else document
    return [item for item in items or () if "id" in item and any(key in item for key in NAMES.values())]
