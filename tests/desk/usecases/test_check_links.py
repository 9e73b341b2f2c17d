"""Links are checked seldom, told as failing only when they surely are, and never because we have no network."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from desk.model.catalogue import Contacts, WebLink
from desk.model.ids import ErrandId
from desk.model.link_check import LinkOutcome
from desk.model.visit import Profile, VisitChannel
from desk.usecases.check_links import probe_all
from desk.usecases.used_links import is_checkable
from i18n.language import Language
from tests.desk.usecases.fresh_desk import LINK, NOTICE, FreshDesk
from tests.fresh_fakes import FakeLinkProber

KELA = "https://kela.fi/omakela"
DEATH = ErrandId("death_of_close_one")
FAILING = [LinkOutcome.GONE, LinkOutcome.SERVER_ERROR, LinkOutcome.CERTIFICATE, LinkOutcome.NO_ANSWER]
WORKING = [LinkOutcome.FINE, LinkOutcome.MOVED, LinkOutcome.NEEDS_LOGIN, LinkOutcome.UNSURE]


@pytest.fixture
def fresh():
    return FreshDesk()


def check(fresh: FreshDesk, outcome: LinkOutcome, url: str = LINK):
    return fresh.desk.check_links(FakeLinkProber({url: outcome}))


def test_links_of_steps_agencies_and_of_the_services_they_point_at_are_used(fresh):
    lines = {line.url: line for line in fresh.desk.list_links(Language.EN)}
    assert LINK in lines
    assert KELA in lines
    assert lines[LINK].used_by == ("Death of a close one",)
    assert not any("api." in url for url in lines), "where the desk fetches from is no link of an errand"


@pytest.mark.parametrize(
    ("url", "fit"),
    [
        ("https://kela.fi", True),
        ("http://kela.fi/a?b=c", True),
        ("https://user:secret@kela.fi/", False),
        ("https://user@kela.fi/", False),
        ("ftp://kela.fi/", False),
        ("javascript:alert(1)", False),
        ("kela.fi", False),
        ("https://kela/", False),
        ("http://127.0.0.1/", False),
        ("http://192.168.1.1/admin", False),
        ("http://[::1]/", False),
        ("http://localhost/", False),
        ("https://[broken", False),
        (" https://kela.fi", False),
        ("https://kela.fi/a b", False),
        ("https://kela.fi/" + "a" * 2000, False),
        ("", False),
    ],
)
def test_only_whole_public_addresses_without_a_name_are_asked_for(url, fit):
    assert is_checkable(url) is fit


@pytest.mark.parametrize("outcome", FAILING)
def test_failing_on_two_days_in_a_row_is_told_and_once_is_not(fresh, outcome):
    assert check(fresh, outcome).failing == ()
    fresh.clock.advance(days=1)
    (failing,) = check(fresh, outcome).failing
    assert (failing.url, failing.outcome, failing.failed_days) == (LINK, outcome, 2)
    assert failing.failed_since == fresh.clock.today() - timedelta(days=1)
    assert fresh.desk.show_service(NOTICE).broken_links == (failing,)


@pytest.mark.parametrize("outcome", WORKING)
def test_what_works_in_between_begins_the_count_anew(fresh, outcome):
    check(fresh, LinkOutcome.GONE)
    fresh.clock.advance(days=1)
    check(fresh, outcome)
    fresh.clock.advance(days=7)
    assert check(fresh, LinkOutcome.GONE).failing == ()


def test_twice_on_one_day_is_once(fresh):
    check(fresh, LinkOutcome.GONE)
    fresh.clock.advance(hours=2)
    again = probe_all((LINK, KELA), FakeLinkProber({LINK: LinkOutcome.GONE}))
    assert fresh.desk.check_links.keep(again).failing == ()


def test_a_link_is_asked_for_once_a_week_and_one_that_failed_once_the_next_day(fresh):
    check(fresh, LinkOutcome.GONE)
    assert fresh.desk.check_links.due() == ()
    fresh.clock.advance(hours=23)
    failed, witness = fresh.desk.check_links.due()
    assert failed == LINK
    assert witness != LINK, "one that works shows that the silence of the other is its own"
    check(fresh, LinkOutcome.GONE)
    fresh.clock.advance(days=5)
    assert fresh.desk.check_links.due() == ()
    fresh.clock.advance(days=1, hours=1)
    assert KELA in fresh.desk.check_links.due()


def test_a_round_is_bounded_begins_with_what_was_never_asked_and_takes_turns(fresh):
    links = tuple(WebLink(f"https://{host}.example/{page}") for host in "abc" for page in range(4))
    sheet = fresh.catalogue.sheets[NOTICE]
    office = sheet.channels[0]
    fresh.catalogue.sheets[NOTICE] = type(sheet)(
        sheet.kind,
        sheet.id,
        sheet.names,
        channels=(type(office)(office.id, office.kind, office.names, contacts=Contacts(links=links)),),
    )
    assert len(fresh.desk.check_links.due(5)) == 5
    due = [url for url in fresh.desk.check_links.due(1000) if ".example/" in url]
    hosts = [url.split("/")[2] for url in due]
    assert all(one != other for one, other in pairwise(hosts))
    fresh.desk.check_links.keep(probe_all(fresh.desk.check_links.due(5), FakeLinkProber()))
    rest = fresh.desk.check_links.due(1000)
    assert len(rest) == len(fresh.desk.list_links(Language.EN)) - 5


def test_without_a_network_nothing_is_marked_and_few_are_asked(fresh):
    prober = FakeLinkProber(offline=True)
    before = fresh.desk.list_links(Language.EN)
    report = fresh.desk.check_links(prober)
    assert (report.checked, report.offline) == (0, True)
    assert fresh.desk.list_links(Language.EN) == before
    assert len(prober.asked) == 4


class Vanishing(FakeLinkProber):
    """A network that goes away after so many answers."""

    def __init__(self, answers: int) -> None:
        super().__init__()
        self.answers = answers

    def probe(self, url: str):
        self.offline = len(self.asked) >= self.answers
        return super().probe(url)


def test_a_network_that_goes_away_on_the_way_marks_only_what_answered_before(fresh):
    report = fresh.desk.check_links(Vanishing(answers=3))
    assert (report.checked, report.offline) == (3, False)
    assert all(
        line.check is None or line.check.outcome is LinkOutcome.FINE for line in fresh.desk.list_links(Language.EN)
    )


def test_one_silent_host_among_others_is_marked(fresh):
    due = fresh.desk.check_links.due()
    found = probe_all(due, FakeLinkProber({due[-1]: LinkOutcome.NO_ANSWER}))
    assert [each.url for each in found.findings if each.failed] == [due[-1]]
    assert len(found.findings) == len(due)


def test_a_log_in_page_in_between_marks_nothing(fresh):
    urls = ("http://plain.example/", *(f"https://{host}.example/" for host in "abcdef"))
    behind = FakeLinkProber(dict.fromkeys(urls[1:], LinkOutcome.CERTIFICATE))
    found = probe_all(urls, behind)
    assert (found.findings, found.offline) == ((), True)


def test_a_round_can_be_stopped_and_says_how_far_it_is(fresh):
    told: list[tuple[int, int]] = []
    urls = tuple(f"https://{host}.example/" for host in "abcdef")
    found = probe_all(
        urls, FakeLinkProber(), told=lambda *how_far: told.append(how_far), stopped=lambda: len(told) == 2
    )
    assert told == [(0, 6), (1, 6)]
    assert [each.url for each in found.findings] == list(urls[:2])


def test_nothing_due_is_not_offline(fresh):
    assert not probe_all((), FakeLinkProber()).offline


def test_a_steps_own_link_that_fails_is_marked_on_screen_and_paper(fresh):
    fresh.desk.open_visit(VisitChannel.DESK, Profile(), (DEATH,))
    for _ in range(2):
        check(fresh, LinkOutcome.GONE, KELA)
        fresh.clock.advance(days=1)
    visit = fresh.desk.open_visit(VisitChannel.DESK, Profile(), (DEATH,))
    view = fresh.desk.show_visit(visit.id, Language.FI)
    plan = fresh.desk.make_plan.preview(visit.id, Language.FI)
    marked = [each for each in view.steps if each.broken_links]
    with_link = [each for each in view.steps if any(c.url and c.url.text == KELA for c in each.step.channels)]
    assert marked == with_link
    assert [step.id for step in plan.steps if step.broken_links] == [each.step.id for each in with_link]
    assert marked
