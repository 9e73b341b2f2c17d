"""A paper goes through a real CUPS to a printer that listens on a socket of ours."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.errors import NoPrinter, PrintRefused
from desk.ports import Queue
from printing.spool import CupsQueues, ShellQueues

CUPSD = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin:/usr/local/sbin")
LPADMIN = shutil.which("lpadmin") or shutil.which("lpadmin", path="/usr/sbin:/usr/local/sbin")
PAPER = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"
SECONDS = 20.0

CUPSD_CONF = """
Listen 127.0.0.1:{port}
LogLevel debug
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

CUPS_FILES_CONF = """
ServerRoot {root}/root
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/spool/tmp
AccessLog {root}/access
ErrorLog {root}/error
PageLog {root}/page
"""


class Printer:
    """Takes what a network printer would take."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.received: list[bytes] = []
        self.arrived = threading.Event()
        self.thread = threading.Thread(target=self._listen)
        self.thread.start()

    @property
    def port(self) -> int:
        return int(self.socket.getsockname()[1])

    def _listen(self) -> None:
        while True:
            connection, _ = self.socket.accept()
            with connection, connection.makefile("rb") as stream:
                taken = stream.read()
            if taken == b"stop":
                return
            self.received.append(taken)
            self.arrived.set()

    def close(self) -> None:
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.sendall(b"stop")
        self.thread.join()
        self.socket.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not ready():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def printer() -> Iterator[Printer]:
    printer = Printer()
    yield printer
    printer.close()


@pytest.fixture
def cups(tmp_path: Path) -> Iterator[CupsQueues]:
    """A CUPS of the test's own, which nobody else can see."""
    if CUPSD is None or LPADMIN is None or shutil.which("lp") is None:
        pytest.skip("CUPS is not installed")
    port = free_port()
    (tmp_path / "spool" / "tmp").mkdir(parents=True)
    for name in ("root", "cache", "state"):
        (tmp_path / name).mkdir()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.name.startswith(("pytest-", "popen-")):
            folder.chmod(0o755)
    tmp_path.chmod(0o755)
    (tmp_path / "cupsd.conf").write_text(CUPSD_CONF.format(port=port))
    (tmp_path / "cups-files.conf").write_text(CUPS_FILES_CONF.format(root=tmp_path))
    server = subprocess.Popen(
        [CUPSD, "-f", "-c", str(tmp_path / "cupsd.conf"), "-s", str(tmp_path / "cups-files.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: answers(port) or server.poll() is not None)
        assert server.poll() is None, (tmp_path / "error").read_text()
        yield CupsQueues({"CUPS_SERVER": f"127.0.0.1:{port}"})
    finally:
        server.terminate()
        server.wait(SECONDS)


def add_queue(cups: CupsQueues, name: str, device: str) -> None:
    assert LPADMIN is not None
    server = cups.environment["CUPS_SERVER"]
    subprocess.run(
        [LPADMIN, "-h", server, "-p", name, "-E", "-v", device, "-m", "raw"], check=True, capture_output=True
    )


def set_default(cups: CupsQueues, name: str) -> None:
    assert LPADMIN is not None
    subprocess.run([LPADMIN, "-h", cups.environment["CUPS_SERVER"], "-d", name], check=True, capture_output=True)


@pytest.mark.alone
def test_a_paper_arrives_byte_for_byte(cups: CupsQueues, printer: Printer, tmp_path: Path) -> None:
    add_queue(cups, "Atk", "socket://127.0.0.1:9")
    add_queue(cups, "Tiski", f"socket://127.0.0.1:{printer.port}")
    set_default(cups, "Tiski")
    assert cups.queues() == (Queue("Tiski", True), Queue("Atk", False))

    cups.send(PAPER, None, "Palvelutiski")
    assert printer.arrived.wait(SECONDS)
    assert printer.received == [PAPER]
    assert 'argv[3]="Palvelutiski"' in (tmp_path / "error").read_text()


@pytest.mark.alone
def test_a_named_queue_is_used_and_an_unknown_one_is_known(cups: CupsQueues, printer: Printer) -> None:
    with pytest.raises(NoPrinter):
        cups.send(PAPER, None, "Palvelutiski")
    add_queue(cups, "Tiski", f"socket://127.0.0.1:{printer.port}")
    cups.send(PAPER, "Tiski", "Palvelutiski")
    assert printer.arrived.wait(SECONDS)
    with pytest.raises(NoPrinter):
        cups.send(PAPER, "Kellari", "Palvelutiski")


@pytest.mark.alone
def test_a_printer_that_takes_no_jobs_refuses(cups: CupsQueues) -> None:
    add_queue(cups, "Rikki", "socket://127.0.0.1:9")
    rejecting = shutil.which("cupsreject", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    assert rejecting is not None
    subprocess.run([rejecting, "-h", cups.environment["CUPS_SERVER"], "Rikki"], check=True, capture_output=True)
    with pytest.raises(PrintRefused) as refused:
        cups.send(PAPER, "Rikki", "Palvelutiski")
    assert refused.value.details["queue"] == "Rikki"
    assert "not accepting jobs" in refused.value.details["reason"]


def test_where_nothing_answers_there_is_no_printer() -> None:
    nobody = CupsQueues({"CUPS_SERVER": f"127.0.0.1:{free_port()}"})
    assert nobody.queues() == ()
    with pytest.raises(NoPrinter):
        nobody.send(PAPER, None, "Palvelutiski")


def test_without_cups_there_is_no_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert CupsQueues().queues() == ()
    with pytest.raises(NoPrinter):
        CupsQueues().send(PAPER, None, "Palvelutiski")


def test_windows_prints_with_the_verb_of_the_shell_and_leaves_no_paper() -> None:
    started: list[tuple[str, ...]] = []
    papers: list[bytes] = []

    def start(*verb: str) -> None:
        started.append(verb[1:])
        papers.append(Path(verb[0]).read_bytes())

    listed = [sys.executable, "-c", """print('[{"Name":"Aula","Default":false},{"Name":"Tiski","Default":true}]')"""]
    windows = ShellQueues(start, listed)
    assert windows.queues() == (Queue("Tiski", True), Queue("Aula", False))
    windows.send(PAPER, None, "Palvelutiski")
    windows.send(PAPER, "Aula", "Palvelutiski")
    assert started == [("print",), ("printto", '"Aula"')]
    assert papers == [PAPER, PAPER]
    assert windows.folder is not None
    folder = Path(windows.folder.name)
    windows.close()
    assert not folder.exists()


def test_windows_without_a_program_for_pdf_says_so() -> None:
    def start(*verb: str) -> None:
        raise OSError(1155, "No application is associated with the specified file")

    windows = ShellQueues(start, ["no-such-program"])
    assert windows.queues() == ()
    with pytest.raises(PrintRefused):
        windows.send(PAPER, None, "Palvelutiski")
    windows.close()
