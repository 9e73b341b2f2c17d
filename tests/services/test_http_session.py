"""How the desk asks the network: who it says it is, how it waits, what it refuses, and when it gives up."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from desk.errors import ImportCancelled, SourceBusy, SourceRefused, SourceUnreachable, SourceUnreadable
from services.http_session import HttpSession, Manners
from tests.ptv_server.faults import Fault
from tests.ptv_server.server import PtvServer

GENTLE = Manners(connect_seconds=5, read_seconds=5)


@pytest.fixture
def server() -> Iterator[PtvServer]:
    with PtvServer() as server:
        yield server


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def http(waits) -> Iterator[HttpSession]:
    session = HttpSession(wait=lambda seconds, _stopped: waits.append(seconds), manners=GENTLE)
    yield session
    session.close()


@contextmanager
def answering(status: int = 200, body: bytes = b"", **headers: str) -> Iterator[str]:
    """A server that has one answer."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_HEAD = do_GET

        def log_message(self, *_args):
            """Be still."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{served.server_address[1]}/"
        finally:
            served.shutdown()
            thread.join()


class TestManners:
    def test_it_says_who_it_is_and_asks_for_packed_answers(self, server, http):
        http.get_json_bytes(f"{server.url}/Service")
        headers = server.requests[0].headers
        assert headers["user-agent"].startswith("Palvelutiski/")
        assert headers["accept-encoding"] == "gzip"

    def test_no_password_ever_goes_out(self, server, http, fresh_home, monkeypatch):
        netrc = fresh_home / ".netrc"
        netrc.write_text("machine 127.0.0.1 login a password b\ndefault login a password b\n")
        netrc.chmod(0o600)
        monkeypatch.setenv("NETRC", str(netrc))
        http.get_json_bytes(f"{server.url}/Service")
        http.get_json_bytes(f"{server.url.replace('//', '//user:word@')}/Service")
        assert not [each for each in server.requests if "authorization" in each.headers]
        assert len(server.requests) == 2

    def test_no_cookie_is_kept(self, http):
        with answering(body=b"{}", Set_Cookie="a=b") as url:
            http.get_json_bytes(url)
            assert not http._session.cookies

    def test_a_proxy_of_the_environment_is_used_but_not_for_this_machine(self, server, http, monkeypatch):
        with answering(body=b'{"from": "proxy"}') as proxy:
            for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
                monkeypatch.setenv(name, proxy)
            monkeypatch.delenv("no_proxy", raising=False)
            monkeypatch.delenv("NO_PROXY", raising=False)
            assert b"itemList" in http.get_json_bytes(f"{server.url}/Service")
            assert http.knock("GET", "http://kirjasto.example/").status == 200

    def test_what_came_over_the_wire_is_counted(self, http):
        body = b'{"a": "' + b"x" * 100_000 + b'"}'
        packed = gzip.compress(body)
        with answering(body=packed, Content_Encoding="gzip") as url:
            assert http.get_json_bytes(url) == body
            assert http.received == len(packed) < 1_000

    def test_a_mark_of_the_byte_order_is_not_part_of_the_document(self, http):
        with answering(body=b'\xef\xbb\xbf{"itemList": null}') as url:
            assert http.get_json_bytes(url) == b'{"itemList": null}'

    def test_the_clock_of_the_first_answer_is_kept(self, server, http):
        assert http.source_time is None
        first = server.catalogue.now
        http.get_json_bytes(f"{server.url}/Service")
        server.catalogue.advance(days=1)
        http.get_json_bytes(f"{server.url}/Service")
        assert http.source_time == first


class TestTryingAgain:
    @pytest.mark.parametrize(
        "fault",
        [
            Fault.BUSY,
            Fault.SERVER_ERROR,
            Fault.BAD_GATEWAY,
            Fault.CUT_BEFORE,
            Fault.CUT_MIDDLE,
            Fault.CUT_GZIP,
            Fault.HTML,
        ],
    )
    def test_what_passes_is_waited_out(self, server, http, waits, fault):
        server.faults.add(fault, times=GENTLE.tries - 1)
        assert b"pageCount" in http.get_json_bytes(f"{server.url}/Service")
        assert len(waits) == GENTLE.tries - 1

    @pytest.mark.parametrize(
        ("fault", "error"),
        [
            (Fault.BUSY, SourceBusy),
            (Fault.BAD_GATEWAY, SourceBusy),
            (Fault.SERVER_ERROR, SourceUnreadable),
            (Fault.CUT_BEFORE, SourceUnreadable),
            (Fault.CUT_MIDDLE, SourceUnreadable),
            (Fault.CUT_GZIP, SourceUnreadable),
            (Fault.HTML, SourceUnreadable),
        ],
    )
    def test_what_stays_is_told_after_so_many_tries(self, server, http, fault, error):
        server.faults.add(fault, times=0)
        with pytest.raises(error) as told:
            http.get_json_bytes(f"{server.url}/Service")
        assert len(server.requests) == GENTLE.tries
        assert told.value.details["source"] in server.origin
        assert told.value.details["reason"]

    def test_a_slow_answer_is_an_answer(self, server, http, waits):
        server.faults.add(Fault.SLOW)
        assert http.get_json_bytes(f"{server.url}/Service")
        assert not waits

    def test_an_endlessly_slow_one_is_not(self, server, waits):
        server.faults.add(Fault.SLOW, times=0)
        session = HttpSession(wait=lambda *_: None, manners=Manners(whole_seconds=0.001, tries=2))
        with pytest.raises(SourceUnreadable):
            session.get_json_bytes(f"{server.url}/Service")
        session.close()

    def test_it_waits_longer_each_time_and_never_the_same(self, server, http, waits):
        server.faults.add(Fault.SERVER_ERROR, times=0)
        with pytest.raises(SourceUnreadable):
            http.get_json_bytes(f"{server.url}/Service")
        for number, seconds in enumerate(waits):
            assert 0.25 * 2**number <= seconds <= 0.5 * 2**number

    def test_it_waits_as_long_as_it_is_told(self, server, http, waits):
        server.faults.retry_after = "7"
        server.faults.add(Fault.BUSY)
        http.get_json_bytes(f"{server.url}/Service")
        assert waits == [7.0]

    def test_or_until_the_moment_that_it_is_told(self, http, waits):
        with answering(503, Retry_After="Thu, 01 Jan 1970 00:00:00 GMT") as url, pytest.raises(SourceBusy):
            http.get_json_bytes(url)
        assert len(waits) == GENTLE.tries - 1

    @pytest.mark.parametrize("told", ["", "soon", "Mon, 01 Jan 99999999999 00:00:00 GMT"])
    def test_a_moment_that_there_is_not_is_no_reason_to_wait_longer(self, http, waits, told):
        with answering(503, Retry_After=told) as url, pytest.raises(SourceBusy):
            http.get_json_bytes(url)
        assert len(waits) == GENTLE.tries - 1
        assert max(waits) < 5

    def test_but_not_for_hours(self, server, http, waits):
        server.faults.retry_after = "7200"
        server.faults.add(Fault.BUSY)
        with pytest.raises(SourceBusy):
            http.get_json_bytes(f"{server.url}/Service")
        assert not waits

    @pytest.mark.parametrize("status", [400, 401, 403, 410])
    def test_a_refusal_is_not_asked_again(self, http, waits, status):
        with answering(status, b"{}") as url, pytest.raises(SourceRefused) as told:
            http.get_json_bytes(url)
        assert told.value.details["reason"].startswith(str(status))
        assert not waits

    def test_nobody_there(self, http, server):
        with answering() as url:
            pass
        with pytest.raises(SourceUnreachable) as told:
            http.get_json_bytes(url)
        assert "0x" not in told.value.details["reason"]
        assert "refused" in told.value.details["reason"].lower()

    def test_a_name_that_nobody_knows(self, http, monkeypatch):
        def nobody(*_args: object, **_more: object) -> None:
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", nobody)
        with pytest.raises(SourceUnreachable) as told:
            http.get_json_bytes("https://palvelut.example/api")
        assert told.value.details["source"] == "palvelut.example"
        assert "Name or service not known" in told.value.details["reason"]
        assert "Connection" not in told.value.details["reason"]


class TestStopping:
    def test_before_it_asks(self, server):
        session = HttpSession(stopped=lambda: True)
        with pytest.raises(ImportCancelled):
            session.get_json_bytes(f"{server.url}/Service")
        assert not server.requests
        session.close()

    def test_while_it_waits(self, server):
        server.faults.add(Fault.SERVER_ERROR, times=0)
        stop = threading.Event()

        def wait(_seconds, stopped):
            assert not stopped()
            stop.set()

        session = HttpSession(stopped=stop.is_set, wait=wait)
        with pytest.raises(ImportCancelled):
            session.get_json_bytes(f"{server.url}/Service")
        assert len(server.requests) == 1
        session.close()

    def test_its_own_waiting_ends_when_it_is_stopped(self, server):
        server.faults.retry_after = "100"
        server.faults.add(Fault.BUSY)
        answers = iter([False, False, True, True])
        session = HttpSession(stopped=lambda: next(answers))
        with pytest.raises(ImportCancelled):
            session.get_json_bytes(f"{server.url}/Service")
        session.close()

    def test_within_an_answer(self, server):
        server.faults.add(Fault.SLOW)
        stopped = iter([False, True])
        session = HttpSession(stopped=lambda: next(stopped))
        with pytest.raises(ImportCancelled):
            session.get_json_bytes(f"{server.url}/Service")
        session.close()


class TestLimits:
    @pytest.fixture
    def small(self) -> Iterator[HttpSession]:
        session = HttpSession(wait=lambda *_: None, manners=Manners(longest_answer=10_000))
        yield session
        session.close()

    def test_a_long_answer_is_not_asked_for_again(self, small):
        with answering(body=b"[" + b" " * 20_000 + b"]") as url, pytest.raises(SourceUnreadable) as told:
            small.get_json_bytes(url)
        assert "MB" in told.value.details["reason"]
        assert small.received <= 20_002

    def test_a_bomb_is_not_unpacked(self, small):
        bomb = gzip.compress(b"[" + b" " * 50_000_000 + b"]")
        with answering(body=bomb, Content_Encoding="gzip") as url, pytest.raises(SourceUnreadable) as told:
            small.get_json_bytes(url)
        assert "MB" in told.value.details["reason"]

    def test_a_packed_answer_without_its_check_sum_is_cut_off(self, small):
        whole = gzip.compress(b"{}")
        with answering(body=whole[:-4], Content_Encoding="gzip") as url, pytest.raises(SourceUnreadable) as told:
            small.get_json_bytes(url)
        assert "cut off" in told.value.details["reason"]

    def test_packed_in_a_way_that_nobody_asked_for(self, small):
        with answering(body=b"{}", Content_Encoding="br") as url, pytest.raises(SourceUnreadable) as told:
            small.get_json_bytes(url)
        assert "br" in told.value.details["reason"]


class TestWhereItGoes:
    @pytest.mark.parametrize(
        "url",
        [
            "http://palvelut.example/api",
            "ftp://127.0.0.1/",
            "file:///etc/passwd",
            "https://",
            "palvelut",
            "",
            "http://[",
        ],
    )
    def test_nowhere_unencrypted_but_this_machine(self, http, url):
        with pytest.raises(SourceRefused) as told:
            http.get_json_bytes(url)
        assert told.value.details["kind"] == "unencrypted"

    def test_it_follows_on_this_machine(self, server, http):
        with answering(302, Location=f"{server.url}/Service") as url:
            assert b"pageCount" in http.get_json_bytes(url)

    @pytest.mark.parametrize("to", ["http://palvelut.example/", "file:///etc/passwd", "ftp://127.0.0.1/"])
    def test_it_does_not_follow_to_what_it_would_not_ask(self, http, to):
        with answering(302, Location=to) as url, pytest.raises(SourceRefused) as told:
            http.get_json_bytes(url)
        assert told.value.details["kind"] == "sent_on"

    def test_a_page_where_data_should_be_is_called_so(self, server, http):
        server.faults.add(Fault.HTML, times=0)
        with pytest.raises(SourceUnreadable) as told:
            http.get_json_bytes(f"{server.url}/Service")
        assert told.value.details["kind"] == "page"

    def test_it_does_not_go_round_in_circles(self, http):
        with answering(302, Location="/") as url, pytest.raises(SourceRefused):
            http.get_json_bytes(url)


class TestNotThere:
    def test_the_apis_own_404_is_nothing(self, server, http):
        assert http.find_json_bytes(f"{server.url}/Service/no-such-id", absent=b"errorMessage") is None

    def test_anybody_elses_is_a_refusal(self, server, http):
        with pytest.raises(SourceRefused):
            http.find_json_bytes(f"{server.origin}/elsewhere", absent=b"")
        with answering(404, b'{"message": "No such place"}') as url, pytest.raises(SourceRefused):
            http.find_json_bytes(url, absent=b"errorMessage")
        with pytest.raises(SourceRefused):
            http.get_json_bytes(f"{server.url}/Service/no-such-id")


class TestFilesAndDoors:
    def test_a_file_comes_as_it_is(self, http):
        with answering(body=b"%PDF-1.7", Content_Type="application/pdf; x=1") as url:
            answer = http.get_bytes(url)
        assert (answer.body, answer.content_type) == (b"%PDF-1.7", "application/pdf")

    def test_a_file_that_is_not_there(self, http):
        with answering(404) as url, pytest.raises(SourceRefused):
            http.get_bytes(url)

    @pytest.mark.parametrize("status", [200, 404, 429, 500, 503])
    def test_every_status_is_told_of_a_door(self, http, waits, status):
        with answering(status) as url:
            assert http.knock("HEAD", url).status == status
        assert not waits

    def test_where_a_door_sends_us_on_to(self, http):
        with answering(301, Location="/uusi") as url:
            knock = http.knock("GET", url)
        assert (knock.status, knock.location) == (301, url + "uusi")

    def test_no_door_at_all(self, http):
        with answering() as url:
            pass
        knock = http.knock("HEAD", url)
        assert knock.status is None
        assert knock.reason
        assert http.knock("HEAD", "mailto:a@b.example").reason == "mailto"
