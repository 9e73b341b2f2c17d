"""Run inside its own D-Bus session: starts the program and reads its window as a screen reader does, over AT-SPI.

Prints one JSON list of what it met: role, name, whether it can have the focus, whether it has it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
FOCUSABLE, FOCUSED, SHOWING = 11, 12, 25
PATIENCE = 60.0

Node = tuple[str, str]


class Reader:
    """Walks what applications tell of themselves."""

    def __init__(self) -> None:
        session = open_dbus_connection("SESSION")
        call = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        address = session.send_and_get_reply(call).body[0]
        session.close()
        self._bus: DBusConnection = open_dbus_connection(address)

    def windows(self, name: str) -> list[Node]:
        """The applications of this name."""
        found = self._ask(("org.a11y.atspi.Registry", ROOT), ACCESSIBLE, "GetChildren")[0]
        return [node for node in found if name in self._name(node)]

    def walk(self, node: Node) -> list[dict[str, Any]]:
        """Everything that is shown, from the outside in."""
        low, high = self._ask(node, ACCESSIBLE, "GetState")[0]
        bits = low | high << 32
        met = [
            {
                "role": self._ask(node, ACCESSIBLE, "GetRoleName")[0],
                "name": self._name(node),
                "focusable": bool(bits >> FOCUSABLE & 1),
                "focused": bool(bits >> FOCUSED & 1),
                "showing": bool(bits >> SHOWING & 1),
            }
        ]
        for child in self._ask(node, ACCESSIBLE, "GetChildren")[0]:
            met += self.walk(child)
        return met

    def _name(self, node: Node) -> str:
        return str(self._ask(node, "org.freedesktop.DBus.Properties", "Get", "ss", (ACCESSIBLE, "Name"))[0][1])

    def _ask(self, node: Node, interface: str, method: str, types: str | None = None, body: Any = ()) -> Any:
        call = new_method_call(DBusAddress(node[1], node[0], interface), method, types, body)
        reply = self._bus.send_and_get_reply(call)
        if reply.header.message_type.name == "error":
            raise LookupError(reply.body)
        return reply.body


def read(command: list[str]) -> list[dict[str, Any]]:
    """Start the program, wait until something in it has the focus, and read it."""
    program = subprocess.Popen(command)
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            met = _met()
            if any(node["focused"] and node["role"] not in ("frame", "application") for node in met):
                return met
            time.sleep(0.3)
        return _met()
    finally:
        program.terminate()
        program.wait(10)


def _met() -> list[dict[str, Any]]:
    try:
        reader = Reader()
        return [node for window in reader.windows("alvelutiski") for node in reader.walk(window)]
    except LookupError:
        return []


if __name__ == "__main__":
    json.dump(read(sys.argv[1:]), sys.stdout)
