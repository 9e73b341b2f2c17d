"""How links are asked for: what each answer means, and that nobody is asked impolitely."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from desk.model.link_check import LinkFinding, LinkOutcome
from services.http_session import HttpSession, Manners, user_agent
from services.link_prober import PAUSE_SECONDS, HttpLinkProber
from tests.services.test_http_trust import certificate as certificate, url as untrusted

__all__ = ["certificate", "untrusted"]
"""Both are fixtures."""

GENTLE = Manners(connect_seconds=5, read_seconds=0.5, tries=1)


@dataclass
class House:
    """A server of many pages: ``/<status>`` answers so, the others as their names say."""

    url: str = ""
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def methods(self) -> list[str]:
        return [method for method, _, _ in self.asked]


GO_ON = {
    "/temporary": (302, "/200"),
    "/for-good": (301, "/new/200"),
    "/for-good-twice": (308, "/for-good"),
    "/for-good-then-not": (301, "/temporary"),
    "/slash": (301, "/slash/"),
    "/to-login": (302, "/tunnistus/alku?paluu=x"),
    "/to-gone": (301, "/404"),
    "/circle": (302, "/circle"),
    "/to-nonsense": (302, "http://[nowhere"),
}


def handler_of(house: House) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer("HEAD")

        def do_GET(self) -> None:
            self._answer("GET")

        def _answer(self, method: str) -> None:
            house.asked.append((method, self.path, dict(self.headers)))
            place = self.path.partition("?")[0]
            if place == "/silent":
                house.stop.wait(5)
                return
            if place in GO_ON:
                status, to = GO_ON[place]
                self._send(status, Location=to)
            elif place == "/no-head":
                self._send(405 if method == "HEAD" else 200)
            elif place == "/head-breaks":
                self._send(500 if method == "HEAD" else 200)
            else:
                last = place.rstrip("/").rpartition("/")[2]
                self._send(int(last) if last.isdecimal() else 200)

        def _send(self, status: int, **headers: str) -> None:
            self.send_response(status)
            self.send_header("Set-Cookie", "who=you; Path=/")
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Be still."""

    return Handler


@pytest.fixture
def house() -> Iterator[House]:
    made = House()
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_of(made)) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        made.url = f"http://127.0.0.1:{served.server_address[1]}"
        yield made
        made.stop.set()
        served.shutdown()
        thread.join()


@dataclass
class StandingClock:
    """Time goes on only when somebody pauses."""

    now: float = 100.0
    pauses: list[float] = field(default_factory=list)

    def read(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def prober(clock: StandingClock) -> Iterator[HttpLinkProber]:
    made = HttpLinkProber(HttpSession(manners=GENTLE), pause=clock.pause, clock=clock.read)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        ("200", LinkOutcome.FINE),
        ("204", LinkOutcome.FINE),
        ("401", LinkOutcome.NEEDS_LOGIN),
        ("403", LinkOutcome.UNSURE),
        ("404", LinkOutcome.GONE),
        ("410", LinkOutcome.GONE),
        ("418", LinkOutcome.UNSURE),
        ("429", LinkOutcome.UNSURE),
        ("500", LinkOutcome.SERVER_ERROR),
        ("503", LinkOutcome.SERVER_ERROR),
        ("no-head", LinkOutcome.FINE),
        ("head-breaks", LinkOutcome.FINE),
        ("temporary", LinkOutcome.FINE),
        ("slash", LinkOutcome.FINE),
        ("to-login", LinkOutcome.NEEDS_LOGIN),
        ("to-gone", LinkOutcome.GONE),
        ("for-good-then-not", LinkOutcome.FINE),
    ],
)
def test_what_an_answer_means(house: House, prober: HttpLinkProber, page: str, outcome: LinkOutcome) -> None:
    found = prober.probe(f"{house.url}/{page}")
    assert (found.url, found.outcome) == (f"{house.url}/{page}", outcome)


@pytest.mark.parametrize("page", ["for-good", "for-good-twice"])
def test_what_moved_for_good_is_told_with_its_new_address(house: House, prober: HttpLinkProber, page: str) -> None:
    url = f"{house.url}/{page}"
    assert prober.probe(url) == LinkFinding(url, LinkOutcome.MOVED, f"{house.url}/new/200")


def test_who_is_silent_or_not_there_gives_no_answer(house: House, prober: HttpLinkProber) -> None:
    assert prober.probe(f"{house.url}/silent").outcome is LinkOutcome.NO_ANSWER
    assert prober.probe("http://127.0.0.1:9/").outcome is LinkOutcome.NO_ANSWER
    assert prober.probe(f"{house.url}/circle").outcome is LinkOutcome.NO_ANSWER


@pytest.mark.parametrize("url", ["{house}/to-nonsense", "http://[nowhere", "https://[a#b]/", "mailto:a@b.example", ""])
def test_an_address_that_is_none_gives_no_answer(house: House, prober: HttpLinkProber, url: str) -> None:
    assert prober.probe(url.format(house=house.url)).outcome is LinkOutcome.NO_ANSWER


def test_a_certificate_that_nobody_trusts_is_told(untrusted: str, prober: HttpLinkProber) -> None:
    found = prober.probe(untrusted)
    assert found.outcome is LinkOutcome.CERTIFICATE
    assert found.detail


def test_a_page_that_answers_a_head_is_not_asked_twice(house: House, prober: HttpLinkProber) -> None:
    prober.probe(f"{house.url}/200")
    assert house.methods == ["HEAD"]


def test_one_host_is_given_a_pause_between_two_questions(
    house: House, prober: HttpLinkProber, clock: StandingClock
) -> None:
    for page in ("200", "no-head", "temporary"):
        prober.probe(f"{house.url}/{page}")
    assert len(house.asked) == 5
    assert clock.pauses == [PAUSE_SECONDS] * 4


def test_another_host_is_not_waited_for(house: House, prober: HttpLinkProber, clock: StandingClock) -> None:
    prober.probe(f"{house.url}/200")
    prober.probe(house.url.replace("127.0.0.1", "localhost") + "/200")
    assert clock.pauses == []


def test_nothing_is_told_but_who_asks_and_no_cookie_comes_back(house: House, prober: HttpLinkProber) -> None:
    for _ in range(2):
        prober.probe(f"{house.url}/200?form=AT1#part")
    for _, path, headers in house.asked:
        assert path == "/200?form=AT1"
        assert headers["User-Agent"] == user_agent()
        assert not {"Cookie", "Authorization", "Referer", "From"} & set(headers)
