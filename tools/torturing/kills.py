"""Kill -9 at random moments: during a visit, the founding of the folder, an import and an erasure."""

from __future__ import annotations

import json
import time
from typing import Any

from tests.national_catalogue.drawing import Sizes
from tests.national_catalogue.generate import write
from tools.torturing.findings import Findings
from tools.torturing.victim import Story, Unexpected, Victim, kill_after, killed

ENDS = (("open", False), ("plan_given", False), ("plan_given", True), ("park", False), ("discard", False))
ERASING = (("plan_given", False), ("discard", False))
MOST_LINES = 21
"""Of the longest script: opened, 15 answers, decided, noted, agreed, ended."""
PATIENCE = 60.0
SIZES = Sizes(services=600, organizations=400, general_descriptions=50)
SECONDS_OF_WRITING = 0.2
"""Of an import: it works everything out before its first byte goes to disk."""


def verify(victim: Victim, found: Findings, when: str) -> None:
    """Let the program itself verify the chain."""
    found.chains += 1
    report = json.loads(victim.desk("visits", "verify", "--json"))
    if not report["ok"]:
        found.wrong.append(f"chain: {when}: {report}")


def kill_a_visit(victim: Victim, found: Findings, number: int) -> None:
    """Run a visit, kill it after a random number of acknowledged lines, and look what is there."""
    story = victim.story(number, *victim.random.choice(ENDS))
    process = victim.start("visits", "run", str(victim.script(story)))
    assert process.stdout is not None
    lines: list[str] = []
    wanted = victim.random.randint(1, MOST_LINES)
    for line in process.stdout:
        lines.append(line.strip())
        if len(lines) >= wanted:
            break
    time.sleep(victim.random.random() * 0.004)
    said = killed(process, lines).lines
    found.kills += 1
    found.killed_after.append(len(said))
    look_for(victim, found, said, story)
    verify(victim, found, f"visit {number}")


def look_for(victim: Victim, found: Findings, said: tuple[str, ...], story: Story, kind: str = "visit") -> None:
    """Every acknowledged line is there, or the visit was erased on purpose and then nothing is."""
    opened = [line.split()[1] for line in said if line.startswith("opened ")]
    if not opened:
        return
    visit: dict[str, Any] = json.loads(victim.desk("visits", "show", opened[0], "--json"))
    found.acknowledged += len(said)
    erasing = (story.end, story.keep) in ERASING
    wrong = _erased_wrongly(victim, visit, story) if visit["erased"] else _lost(victim, visit, said, story)
    if visit["erased"] and not erasing:
        wrong.append("was erased and should not have been")
    found.wrong += [f"{kind}: {opened[0]} {what}" for what in wrong]


def _erased_wrongly(victim: Victim, visit: dict[str, Any], story: Story) -> list[str]:
    left = visit["answers"] or visit["steps"] or visit["plan_code"] or victim.left_behind(story.canaries)
    return [f"is half erased: {left}"] if left else []


def _lost(victim: Victim, visit: dict[str, Any], said: tuple[str, ...], story: Story) -> list[str]:
    wrong = [f"has lost: {line}" for line in said if not _is_there(line, visit)]
    if said[-1] in ("ended ended", "ended discarded") and not story.keep:
        wrong.append("was ended and is not erased")
    if visit["kept"] and victim.left_behind([story.note]):
        wrong.append("was kept, and the clerk's note is still there")
    return wrong


def _is_there(line: str, visit: dict[str, Any]) -> bool:
    verb, _, rest = line.partition(" ")
    name, _, said = rest.partition(" ")
    match verb:
        case "answered":
            stored = visit["answers"].get(name)
            return bool(said == (stored if isinstance(stored, str) else ",".join(stored or ())))
        case "decided":
            return bool(visit["steps"].get(name, {}).get("decision") == said)
        case "noted":
            # A note dies with the visit, also when the plan is kept.
            return bool(visit["steps"].get(name, {}).get("note")) is not visit["kept"]
        case "ended":
            return bool(visit["state"] == name)
        case _:
            return verb in ("opened", "agreed")


def kill_a_founding(victim: Victim, found: Findings, number: int) -> None:
    """Kill the very first start of a folder somewhere, then start again as if nothing had been."""
    newborn = Victim(victim.place / f"founding-{number}", victim.random)
    kill_after(newborn.start("catalogue", "status"), 0.4 + victim.random.random() * 2.2)
    found.foundings += 1
    try:
        status = json.loads(newborn.desk("catalogue", "status", "--json"))
        if not status["starter"]:
            found.wrong.append(f"founding: {number}: the starter catalogue is not there")
        newborn.desk("visits", "run", str(newborn.script(newborn.story(number, "open"))))
        verify(newborn, found, f"founding {number}")
    except Unexpected as unexpected:
        found.wrong.append(f"founding: {number}: {unexpected}")


def kill_an_import(victim: Victim, found: Findings, number: int) -> None:
    """Kill an import somewhere: the old catalogue stands, or the new one does."""
    before = _counts(victim)
    catalogue = write(victim.place / "catalogue", SIZES, seed=number)
    expected = {
        "services": before["services"] + SIZES.services,
        "channels": before["channels"] + SIZES.channels,
        "organizations": before["organizations"] + SIZES.organizations,
        "starter": before["starter"],
    }
    started = time.monotonic()
    process = victim.start("catalogue", "import", str(catalogue))
    # From the first byte that goes to disk the kill can hit the commit, or what is tidied up after it.
    quiet = _catalogue_size(victim)
    while _catalogue_size(victim) == quiet and process.poll() is None and time.monotonic() - started < PATIENCE:
        time.sleep(0.002)
    ended = kill_after(process, victim.random.random() * SECONDS_OF_WRITING)
    found.imports += 1
    after = _counts(victim)
    if after == expected:
        found.imports_taken += 1
    elif after != before or ended.code == 0:
        found.wrong.append(f"import: {before} became {after}, the whole of it would be {expected}")
    if not _finds_something(victim):
        found.wrong.append("import: the search finds nothing any more")


def _counts(victim: Victim) -> dict[str, int]:
    status = json.loads(victim.desk("catalogue", "status", "--json"))
    return {name: status[name] for name in ("services", "channels", "organizations", "starter")}


def _catalogue_size(victim: Victim) -> int:
    log = victim.data / "catalogue.db-wal"
    return log.stat().st_size if log.exists() else 0


def _finds_something(victim: Victim) -> bool:
    return bool(json.loads(victim.desk("catalogue", "search", "perunkirjoitus", "--json"))["hits"])


def kill_an_erasure(victim: Victim, found: Findings, number: int) -> None:
    """Kill ``visits erase`` when its first bytes reach the disk: all is there, or nothing is anywhere."""
    story = victim.story(number, "plan_given", keep=True)
    said = tuple(victim.desk("visits", "run", str(victim.script(story))).splitlines())
    visit = said[0].split()[1]
    process = victim.start("visits", "erase", visit)
    deadline = time.monotonic() + PATIENCE
    while not victim.bytes_logged() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.0002)
    kill_after(process, victim.random.choice([0.0, 0.001, 0.003, 0.006, 0.01, 0.02]))
    found.erasure_kills += 1
    shown = json.loads(victim.desk("visits", "show", visit, "--json"))
    if shown["erased"]:
        found.erasures_done += 1
        victim.desk("catalogue", "status")  # the next start; whatever was left half swept is swept now
        if shown["answers"] or shown["steps"] or victim.left_behind(story.canaries):
            found.wrong.append(f"erasure: {visit} is half erased: {victim.left_behind(story.canaries)}")
    else:
        look_for(victim, found, said, story, "erasure")
    verify(victim, found, f"erasure {number}")


def end_without_follow_up(victim: Victim, found: Findings, number: int) -> None:
    """End a visit and look for its day, reason and note with the key in hand."""
    story = victim.story(number, *victim.random.choice(ERASING))
    victim.desk("visits", "run", str(victim.script(story)))
    found.erasures += 1
    left = victim.left_behind(story.canaries)
    if left:
        found.wrong.append(f"left behind: visit {number} ({story.end}): {left}")
