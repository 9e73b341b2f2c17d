"""What happens at the desk in that week, and every word of it that must be nowhere in clear."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tools.torturing.week import Trace, Week

ERRAND = "death_of_close_one"
ENDINGS = (("plan_given", False), ("plan_given", True), ("open", False))
DAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai")


@dataclass
class Told:
    """The words of the week. Each is somebody's and stands nowhere else."""

    words: list[str] = field(default_factory=list)

    def say(self, word: str) -> str:
        """Return the word, to be looked for later."""
        self.words.append(word)
        return word


def live(week: Week, days: int = len(DAYS), endings: Sequence[tuple[str, bool]] = ENDINGS) -> Told:
    """Some days: each with a visit that ends without follow-up, one that is kept and one left open, or fewer."""
    told = Told()
    week.desk("point", "--name", "Keksilän asiointipiste")
    for number, day in enumerate(DAYS[:days]):
        for end, keep in endings:
            _visit(week, told, f"{day}-{end}-{keep}", number, (end, keep))
        _act_for_somebody(week, told, day)
    for row in json.loads(week.desk("visits", "list", "--json"))["visits"]:
        if row["kept"]:
            _follow_up(week, told, row["id"])
            _read_and_print(week, row["id"])
    _work_in_the_window(week, told)
    week.desk("days", "--json")
    week.desk("casebook", "backup")
    week.desk("visits", "verify", "--json")
    return told


def _work_in_the_window(week: Week, told: Told) -> None:
    """The same in the real window, with a paper looked at and words in the search field."""
    words = [told.say("2026-10-19"), told.say("muistio ikkunasta käki"), told.say("käen sukunimi")]
    week.run([sys.executable, "-m", "tools.torturing.week_window", str(week.data)], "\n".join(words))


def _act_for_somebody(week: Week, told: Told, day: str) -> None:
    """A mandate is given, a document is left; the visit stays open."""
    script = "\n".join(
        [
            f"errands: [{ERRAND}]",
            "mode: act_for",
            "answers: {deceased.relation: spouse}",
            "mandate:",
            "  capacity: clear",
            f"  draw: {{giver: {told.say(f'Käki {day.title()} Kukkulainen')}}}",
            f"  sign: {{kept_where: mappi 1, witness: {told.say(f'Todistaja {day.title()} Käki')}}}",
            "end: open",
        ]
    )
    ran = week.desk("visits", "run", week.given(f"{day}-act.yaml", script))
    _hand_on(week, told, ran.split()[1])


def _follow_up(week: Week, told: Told, visit: str) -> None:
    """What comes after: a reference, a promise, a way to be reached."""
    mark, soon = visit[-6:], date.today() + timedelta(days=7)
    follow = "\n".join(
        [
            "steps:",
            "  estate_inventory:",
            f"    {{owner: agency, progress: waiting, reference: {told.say(f'VERO-{mark}-käki')}, "
            f"expected_on: {soon.isoformat()}}}",
            "call_backs:",
            f"  - {{day: {soon.isoformat()}, words: {told.say(f'soita {mark} käelle')}}}",
            "contact:",
            f"  ways: [{{kind: letter, where: {told.say(f'Käkitie {mark}')}, safe: yes}}]",
        ]
    )
    week.desk("visits", "follow", visit, "-", said=follow)


def _hand_on(week: Week, told: Told, visit: str) -> None:
    """A document is left, and a letter goes to an authority."""
    mark = visit[-6:]
    document = f"{{agency: kela, what: {told.say(f'hakemus {mark} käki')}, giver: {told.say(f'Tuoja Käki {mark}')}}}"
    week.desk("documents", "receive", visit, "-", "--told", "--out", week.paper(f"{mark}-receipt.pdf"), said=document)
    sentence = told.say(f"Käki {mark} tarvitsee asunnon.")
    referral = f'{{agency: dvv, kinds: [housing], sentences: ["{sentence}"], ground: law, law: "434/2003, 8 §"}}'
    week.desk("visits", "refer", visit, "-", "--letter", week.paper(f"{mark}-letter.pdf"), said=referral)


def _read_and_print(week: Week, visit: str) -> None:
    week.desk("visits", "show", visit, "--json")
    week.desk("visits", "export", visit, "--json")
    week.desk("print", "plan", "--visit", visit, "--out", week.paper(f"{visit}.pdf"))
    week.desk("print", "calendar", "--visit", visit, "--out", week.paper(f"{visit}.ics"))


def _visit(week: Week, told: Told, name: str, number: int, ending: tuple[str, bool]) -> None:
    end, keep = ending
    script = "\n".join(
        [
            f"errands: [{ERRAND}]",
            "citizen_language: sv",
            "answers:",
            f"  deceased.died_on: {told.say(f'2026-11-{number + 2:02}')}",
            "  deceased.relation: spouse",
            "steps:",
            f"  estate_inventory: {{decision: agreed, reason: '{told.say(f'syy {name} käki')}',"
            f" note: '{told.say(f'muistio {name} käki')}'}}",
            f"end: {end}",
            f"keep: {'yes' if keep else 'no'}",
        ]
    )
    week.desk("visits", "run", week.given(f"{name}.yaml", script))


def found_in_clear(week: Week, told: Told) -> list[Trace]:
    """What of it can be read by one who has the computer and not the key."""
    return week.traces(told.words)
