"""How the desk and the citizen meet: by phone, by remote service, out in the field, by letter; one visit throughout."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk.errors import MeetingRefused, NoRemoteService, NothingToReadBack, NotReadBack, SecretInText
from desk.events import KINDS, NeedsMapped
from desk.model.agreement import Agreement, Task
from desk.model.e_service_cards import CARD_FACTS, Card
from desk.model.expert_meeting import Connection
from desk.model.facts import Unsaid
from desk.model.ids import AgencyId, ErrandId, FactName
from desk.model.path import ChannelKind
from desk.model.plan import Decision
from desk.model.short_mapping import LEADS_TO, Need
from desk.model.visit import Accommodation, HelpMode, Profile, VisitChannel
from desk.usecases.experts import ExpertWish
from desk.usecases.say_cards import cards_of
from desk.usecases.visit_view import QuestionState
from i18n.language import Language
from tests.desk.usecases.rooms import BORN, CARD, FINE, LIFE, PAY_FINE, card_bundle, desk_over, opened
from tests.fakes import FakePrinters

DEATH = ErrandId("death_of_close_one")
KELA = AgencyId("kela")


def _way_by_e_service(view, step):
    """The way of a step that begins with a log-in, as it is shown."""
    (shown,) = [each for each in view.steps if each.step.id == step.id]
    return next((way for way in shown.step.channels if way.kind is ChannelKind.E_SERVICE), None)


def asked_of(desk, visit):
    """The facts whose questions are open."""
    view = desk.show_visit(visit, Language.FI)
    return [q.fact for s in view.sections for q in s.questions if q.state is QuestionState.ASKED]


def test_a_matter_moves_through_every_channel_and_nothing_is_asked_again(real_desk):
    visit = real_desk.open_visit(VisitChannel.PHONE, Profile(citizen_language=Language.SV), [DEATH]).id
    given, met = {}, set()
    channels = [*VisitChannel, *VisitChannel]
    while open_now := asked_of(real_desk, visit):
        fact = open_now[0]
        assert fact not in met, "asked twice"
        met.add(fact)
        said = "2026-11-20" if fact == "deceased.died_on" else Unsaid.UNKNOWN.value
        real_desk.answer_question.give(visit, fact, said)
        given[fact] = said
        state = real_desk.journal.load(visit)
        moved = channels[len(given) % len(channels)]
        after = real_desk.set_profile(visit, state.profile, moved)
        assert (after.channel, after.answers, after.profile) == (moved, given, state.profile)
    assert len(given) > len(VisitChannel)


def test_each_decided_step_says_in_which_channel_it_was_decided(desk):
    visit = opened(desk, CARD).id
    for fact, said in ((BORN, "1990-05-17"), (LIFE, "works"), (FINE, "12")):
        desk.answer_question.give(visit, fact, said)
    profile = desk.journal.load(visit).profile
    desk.set_profile(visit, profile, VisitChannel.PHONE)
    desk.take_step.decide(visit, PAY_FINE, Decision.AGREED)
    desk.set_profile(visit, profile, VisitChannel.LETTER)
    assert desk.journal.load(visit).steps[PAY_FINE].channel is VisitChannel.PHONE
    (step,) = [each for each in desk.make_plan.preview(visit, Language.EN).steps if each.id == PAY_FINE]
    assert step.decided_in is VisitChannel.PHONE


class TestByTelephone:
    @pytest.fixture
    def call(self, real_desk):
        profile = Profile(citizen_language=Language.SV)
        visit = real_desk.open_visit(VisitChannel.PHONE, profile, [DEATH]).id
        real_desk.answer_question.give(visit, FactName("deceased.died_on"), "2026-11-20")
        return visit

    def test_the_script_is_in_the_citizens_language_and_holds_every_question_and_answer(self, real_desk, call):
        script = real_desk.meeting.telephone.script(call)
        assert script.language is Language.SV
        assert [line.fact for line in script.to_ask] == asked_of(real_desk, call)
        swedish = {
            question.fact: question.question.text
            for section in real_desk.show_visit(call, Language.SV).sections
            for question in section.questions
        }
        assert {line.fact: line.question.text for line in (*script.to_ask, *script.said)} == swedish
        (said,) = script.said
        assert (said.fact, "2026" in said.said) == ("deceased.died_on", True)

    def test_no_plan_is_agreed_before_the_citizen_heard_their_answers(self, real_desk, call):
        with pytest.raises(NotReadBack):
            real_desk.make_plan.agree(call, Language.SV)
        real_desk.meeting.telephone.read_back(call)
        assert real_desk.make_plan.agree(call, Language.SV).plan is not None

    @pytest.mark.parametrize("change", ["answered", "withdrawn", "undone", "redone"])
    def test_a_correction_means_reading_back_again(self, real_desk, call, change):
        ask, died = real_desk.answer_question, FactName("deceased.died_on")
        if change == "redone":
            ask.give(call, died, "2026-11-19")
            ask.undo(call)
        real_desk.meeting.telephone.read_back(call)
        match change:
            case "answered":
                ask.give(call, died, "2026-11-18")
            case "withdrawn":
                ask.withdraw(call, died)
            case "undone":
                ask.undo(call)
            case "redone":
                ask.redo(call)
        assert not real_desk.journal.load(call).read_back

    def test_nothing_is_read_back_when_nothing_was_said(self, real_desk):
        visit = real_desk.open_visit(VisitChannel.PHONE, Profile(), [DEATH]).id
        with pytest.raises(NothingToReadBack):
            real_desk.meeting.telephone.read_back(visit)


class TestRemoteService:
    @pytest.fixture
    def visit(self, real_desk):
        visit = real_desk.open_visit(VisitChannel.DESK, Profile(), [DEATH]).id
        for fact, said in (("deceased.died_on", "2026-11-20"), ("deceased.relation", "spouse")):
            real_desk.answer_question.give(visit, FactName(fact), said)
        return visit

    def wish(self, desk, days=3, **other):
        at = desk.world.clock.now() + timedelta(days=days)
        return ExpertWish(**{"agency": KELA, "at": at, "room": "Huone 2", **other})

    def test_only_an_agreement_with_that_task_on_that_day_lets_it_be_offered(self, real_desk, visit):
        with pytest.raises(NoRemoteService):
            real_desk.meeting.experts.book(visit, self.wish(real_desk))
        real_desk.agreements.agree(Agreement(KELA, (Task.DOCUMENTS_IN,)))
        with pytest.raises(NoRemoteService):
            real_desk.meeting.experts.book(visit, self.wish(real_desk))
        last = real_desk.world.clock.today() + timedelta(days=5)
        real_desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,), None, last))
        offers = real_desk.meeting.experts.offers(visit, Language.FI)
        assert [offer.agency for offer in offers if offer.help.is_handled] == [KELA]
        assert offers[0].agency == KELA
        assert offers[0].bring, "what to have in hand comes from the steps"
        assert len(real_desk.meeting.experts.book(visit, self.wish(real_desk)).experts) == 1
        with pytest.raises(NoRemoteService):
            real_desk.meeting.experts.book(visit, self.wish(real_desk, days=6))

    def test_a_meeting_is_moved_and_called_off(self, real_desk, visit):
        real_desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
        book = real_desk.meeting.experts.book
        (first,) = book(visit, self.wish(real_desk)).experts
        moved = book(visit, self.wish(real_desk, days=4, connection=Connection.PHONE), first).experts
        assert [(id, each.connection) for id, each in moved.items()] == [(first, Connection.PHONE)]
        assert real_desk.meeting.experts.cancel(visit, first).experts == {}
        with pytest.raises(MeetingRefused):
            book(visit, self.wish(real_desk), first)
        with pytest.raises(MeetingRefused):
            real_desk.meeting.experts.cancel(visit, first)

    def test_what_cannot_be_is_refused(self, real_desk, visit):
        real_desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
        book = real_desk.meeting.experts.book
        with pytest.raises(MeetingRefused):
            book(visit, self.wish(real_desk, days=-1))
        with pytest.raises(MeetingRefused):
            book(visit, self.wish(real_desk, room=" "))
        for secret in ({"matter": "hetu 131052-308T"}, {"room": "PIN 4821"}):
            with pytest.raises(SecretInText):
                book(visit, self.wish(real_desk, **secret))

    def test_a_time_without_a_zone_is_the_desks(self, real_desk, visit):
        real_desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
        day = real_desk.world.clock.today() + timedelta(days=2)
        wish = self.wish(real_desk, at=datetime(day.year, day.month, day.day, 13))
        booked = real_desk.meeting.experts.book(visit, wish)
        (meeting,) = booked.experts.values()
        assert meeting.at.tzinfo == real_desk.world.clock.now().tzinfo


class TestCards:
    def test_what_a_card_says_is_not_said_by_the_step_too(self, real_desk):
        visit = real_desk.open_visit(VisitChannel.DESK, Profile(), [ErrandId("unemployment")]).id

        def warnings():
            return {each.step.id: each.step.warnings for each in real_desk.show_visit(visit, Language.FI).steps}

        cards = {each.step.id: each.cards for each in real_desk.show_visit(visit, Language.FI).steps if each.cards}
        before = warnings()
        for card in Card:
            real_desk.meeting.cards.said(visit, card)
        after = warnings()
        for step, shown in cards.items():
            said = {card.to_citizen.text for card in shown}
            assert not said & {each.text for each in before[step]}
            assert set(after[step]) >= set(before[step])
        assert any(len(after[step]) == len(before[step]) + 2 for step in cards), "both come back once they were said"

    def test_each_is_said_once_in_a_visit_in_the_citizens_language(self, real_desk):
        visit = real_desk.open_visit(VisitChannel.DESK, Profile(citizen_language=Language.SV), [DEATH]).id
        cards = real_desk.meeting.cards
        assert [card.card for card in cards.to_say(visit)] == list(Card)
        assert "Suomi.fi-meddelanden" in cards.to_say(visit)[1].to_citizen.text
        cards.said(visit, Card.LOOK_AWAY)
        assert [card.card for card in cards.to_say(visit)] == [Card.POST_MOVES]
        cards.said(visit, Card.LOOK_AWAY)
        cards.said(visit, Card.POST_MOVES)
        assert cards.to_say(visit) == ()

    def test_post_moves_at_authorities_alone_and_a_log_in_is_ones_own_everywhere(self, real_desk):
        visit = real_desk.open_visit(VisitChannel.DESK, Profile(), real_desk.world.bundle.errands)
        view = real_desk.show_visit(visit.id, Language.FI)
        left = real_desk.meeting.cards.of(visit)
        shown = {step.id: cards_of(step, _way_by_e_service(view, step), left) for step in view.path.shown}
        warned = {step.id: step.warnings for step in view.path.shown}
        with_cards = {id: [each.card for each in cards] for id, cards in shown.items() if cards}
        assert len(with_cards) > 20
        assert all(Card.LOOK_AWAY in cards for cards in with_cards.values())
        for id, cards in with_cards.items():
            assert (Card.POST_MOVES in cards) == ("messages_trap" in warned[id]), id
        assert {Card.POST_MOVES in cards for cards in with_cards.values()} == {True, False}

    @pytest.mark.parametrize(
        ("channel", "mode"), [(VisitChannel.PHONE, HelpMode.TOGETHER), (VisitChannel.DESK, HelpMode.ADVISE)]
    )
    def test_nobody_is_told_to_look_away_who_is_not_there(self, real_desk, channel, mode):
        visit = real_desk.open_visit(channel, Profile(mode), [DEATH]).id
        assert real_desk.meeting.cards.to_say(visit) == ()

    def test_what_was_not_seen_in_force_is_not_called_certain(self):
        post, look = CARD_FACTS[Card.POST_MOVES], CARD_FACTS[Card.LOOK_AWAY]
        assert (post.source.verified, post.in_force) == (False, None)
        assert look.source.verified
        assert all(fact.source.where and fact.source.checked for fact in CARD_FACTS.values())

    @pytest.mark.parametrize("language", [Language.FI, Language.SV, Language.EN])
    def test_that_post_moves_is_said_as_a_may(self, real_desk, language):
        visit = real_desk.open_visit(VisitChannel.DESK, Profile(citizen_language=language), [DEATH]).id
        card = next(c for c in real_desk.meeting.cards.to_say(visit) if c.card is Card.POST_MOVES)
        assert {"fi": "voi siirtyä", "sv": "kan", "en": "may"}[language.value] in card.to_citizen.text


class TestFirstTalk:
    def test_eight_questions_lead_to_errands_that_there_are(self, real_desk):
        assert len(Need) == 8
        assert set(LEADS_TO) == set(Need)
        assert set(LEADS_TO.values()) <= set(real_desk.world.bundle.errands)

    def test_what_is_heavy_becomes_what_the_visit_is_about(self, real_desk):
        visit = real_desk.open_visit(VisitChannel.OUTREACH, Profile(), [DEATH]).id
        mapped = real_desk.meeting.map_needs(visit, [Need.MONEY, Need.HOME, Need.DEBTS])
        assert mapped.needs == (Need.HOME, Need.MONEY, Need.DEBTS)
        assert mapped.errands == (DEATH, LEADS_TO[Need.HOME], LEADS_TO[Need.DEBTS])
        before = len(real_desk.world.casebook.events_of(visit))
        assert real_desk.meeting.map_needs(visit, [Need.HOME, Need.MONEY, Need.DEBTS]) == mapped
        assert len(real_desk.world.casebook.events_of(visit)) == before
        assert real_desk.meeting.map_needs(visit, []).errands == mapped.errands

    def test_what_was_heavy_is_erased_with_the_visit(self):
        assert KINDS[NeedsMapped.__name__].personal


def test_each_channel_has_its_own_printer():
    desk = desk_over(card_bundle(), printers=FakePrinters("Counter", "Portable"))
    printers = desk.meeting.printers
    assert printers.names(VisitChannel.OUTREACH) == printers.names(VisitChannel.DESK)
    names = printers.names(None)
    printers.remember(VisitChannel.OUTREACH, names[-1])
    printers.remember(VisitChannel.DESK, "a printer that was never there")
    assert printers.names(VisitChannel.OUTREACH)[0] == names[-1]
    assert printers.names(VisitChannel.DESK) == names


@pytest.mark.parametrize("discreet", [False, True])
def test_a_meeting_with_an_expert_stands_in_the_plan_and_the_calendar(real_desk, discreet):
    profile = Profile(accommodations=frozenset({Accommodation.DISCREET} if discreet else ()))
    visit = real_desk.open_visit(VisitChannel.DESK, profile, [DEATH]).id
    real_desk.answer_question.give(visit, FactName("deceased.died_on"), "2026-11-20")
    real_desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
    at = real_desk.world.clock.now() + timedelta(days=3)
    real_desk.meeting.experts.book(visit, ExpertWish(KELA, at, "Huone 2"))
    plan = real_desk.make_plan.preview(visit, Language.FI)
    (meeting,) = plan.meetings
    assert meeting.day == at.date()
    assert (meeting.expert.agency, meeting.expert.room) == (("", "") if discreet else ("Kela", "Huone 2"))
    days = b"".join(real_desk.make_calendar.file(visit, plan, named=True).split(b"\r\n ")).decode()
    begins = f"DTSTART;VALUE=DATE:{at:%Y%m%d}" if discreet else f"DTSTART:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    assert begins in days
    assert ("Huone 2" in days) is not discreet
    real_desk.world.clock.advance(days=4)
    assert real_desk.make_plan.preview(visit, Language.FI).meetings == ()


def events_of(desk, visit) -> dict[str, str]:
    """What the calendar file says of each meeting, by what it is called there."""
    plan = desk.make_plan.preview(visit, Language.FI)
    file = b"".join(desk.make_calendar.file(visit, plan, named=True).split(b"\r\n ")).decode()
    events = [each.split("END:VEVENT")[0] for each in file.split("BEGIN:VEVENT")[1:]]
    return {line[4:]: event for event in events for line in event.splitlines() if line.startswith("UID:")}


def test_a_calendar_is_told_of_a_move_and_of_what_was_called_off(real_desk):
    """The same name and a higher number, as a calendar knows an update by; also within one second (RFC 5545, 3.8.7)."""
    visit = real_desk.open_visit(VisitChannel.DESK, Profile(), [DEATH]).id
    real_desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
    at = real_desk.world.clock.now() + timedelta(days=3)
    experts = real_desk.meeting.experts
    (id,) = experts.book(visit, ExpertWish(KELA, at, "Huone 2")).experts
    before = events_of(real_desk, visit)
    (uid,) = (uid for uid, event in before.items() if "Huone 2" in event)

    experts.book(visit, ExpertWish(KELA, at + timedelta(days=1), "Huone 2"), id)
    moved = events_of(real_desk, visit)[uid]
    assert f"DTSTART:{(at + timedelta(days=1)).astimezone(UTC):%Y%m%dT%H%M%SZ}" in moved
    assert sequence_of(moved) == sequence_of(before[uid]) + 1
    assert "STATUS:CANCELLED" not in moved

    experts.cancel(visit, id)
    called_off = events_of(real_desk, visit)[uid]
    assert "STATUS:CANCELLED" in called_off
    assert "BEGIN:VALARM" in moved
    assert "BEGIN:VALARM" not in called_off
    assert sequence_of(called_off) == sequence_of(moved) + 1


@pytest.mark.parametrize("discreet", [False, True])
def test_the_plan_says_what_was_moved_and_what_was_called_off_until_its_day_is_over(real_desk, discreet):
    profile = Profile(accommodations=frozenset({Accommodation.DISCREET} if discreet else ()))
    visit = real_desk.open_visit(VisitChannel.DESK, profile, [DEATH]).id
    real_desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
    at, experts = real_desk.world.clock.now(), real_desk.meeting.experts
    for days in (2, 3):
        experts.book(visit, ExpertWish(KELA, at + timedelta(days=days), "Huone 2"))
    first, second = real_desk.journal.load(visit).experts
    experts.book(visit, ExpertWish(KELA, at + timedelta(days=4), "Huone 2"), first)
    experts.book(visit, ExpertWish(KELA, at + timedelta(days=4), "Huone 3"), first)
    experts.cancel(visit, second)
    off, moved = real_desk.make_plan.preview(visit, Language.FI).meetings
    assert (off.expert.id, off.expert.called_off) == (second, True)
    assert (moved.expert.id, moved.expert.called_off) == (first, False)
    assert moved.expert.moved_from == at + timedelta(days=2), "another room is no other time"
    assert {off.expert.agency, moved.expert.agency} == ({""} if discreet else {"Kela"})
    real_desk.world.clock.advance(days=4)
    assert [each.expert.id for each in real_desk.make_plan.preview(visit, Language.FI).meetings] == [first]


def sequence_of(event: str) -> int:
    return next(int(line.partition(":")[2]) for line in event.splitlines() if line.startswith("SEQUENCE:"))
