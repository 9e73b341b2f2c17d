"""What happens at the desk in that week, and every word of it that must be nowhere in clear."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from tools.torturing.week import Trace, Week

ERRAND = "death_of_close_one"
DAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai")


@dataclass
class Told:
    """The words of the week. Each is somebody's and stands nowhere else."""

    words: list[str] = field(default_factory=list)

    def say(self, word: str) -> str:
        """Return the word, to be looked for later."""
        self.words.append(word)
        return word


def live(week: Week, days: int = len(DAYS)) -> Told:
    """Some days: each with a visit that ends without follow-up, one that is kept, and one that is left open."""
    told = Told()
    for number, day in enumerate(DAYS[:days]):
        for end, keep in (("plan_given", False), ("plan_given", True), ("open", False)):
            _visit(week, told, f"{day}-{end}-{keep}", number, (end, keep))
    for row in json.loads(week.desk("visits", "list", "--json"))["visits"]:
        if row["kept"]:
            week.desk("visits", "show", row["id"], "--json")
            week.desk("visits", "export", row["id"])
            week.desk("print", "plan", "--visit", row["id"], "--out", week.paper(f"{row['number']}.pdf"))
            week.desk("print", "calendar", "--visit", row["id"], "--out", week.paper(f"{row['number']}.ics"))
    week.desk("visits", "verify", "--json")
    return told


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
