"""The coverage of the content as a page of Markdown, which is kept among the documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from desk.errands.check_easy import Ease
from desk.errands.content_coverage import ContentCoverage, ErrandCoverage, Texts

COMMAND = "desk errands coverage --write docs/errand-coverage.md"
_AS_OF = re.compile(r"^As of (\d{4}-\d{2}-\d{2})\.", re.MULTILINE)
_NAMES = {"fi": "Finnish", "sv": "Swedish", "en": "English", "se": "Northern Sámi"}

_Column = tuple[str, Callable[[ErrandCoverage], int]]


def as_of_in(page: str) -> str | None:
    """The day that a page was made for."""
    found = _AS_OF.search(page)
    return found[1] if found else None


def page(coverage: ContentCoverage) -> str:
    """Everything, ending with what is still to be asked from the agencies."""
    return "\n".join(_lines(coverage)) + "\n"


def _lines(coverage: ContentCoverage) -> Iterator[str]:
    errands = coverage.errands
    yield from ("# What the errands cover", "")
    yield f"As of {coverage.as_of.isoformat()}. Made by `{COMMAND}`; a test holds that it is what the command makes."
    yield ""
    yield f"{len(errands)} errands, {coverage.agencies} agencies, {coverage.hints} hints. Each counted once, though"
    sure = f"of which {coverage.values_verified} are verified"
    yield f"errands share them: {coverage.questions} questions, and {coverage.values} values in force, {sure}."
    yield from _chapter("What is asked, and what follows", _ASKED_TELLS, _table(errands, _ASKED))
    yield from _chapter("Words", _WORDS_TELL, _words(coverage))
    yield from _chapter("How sure it is", _SURE_TELLS, _table(errands, _SURE))
    yield from _chapter("How it is done", _DONE_TELLS, _table(errands, _DONE))
    yield from _chapter("One matter in several errands", _MATTERS_TELL, _matters(errands))
    to_check = (f"- **{each.number}** {', '.join(each.sure.to_check) or 'nothing'}" for each in errands)
    yield from _chapter("To be checked with the agency", _CHECK_TELLS, to_check)
    old = (f"- **{each.number}** {', '.join(each.sure.old) or 'none'}" for each in errands)
    yield from _chapter("Sources seen long ago", _OLD_TELLS, old)


def _chapter(title: str, tells: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", f"## {title}", "", *tells.splitlines(), "", *lines)


_ASKED_TELLS = """\
Of a repeated group (each child) the first member is counted. A condition is *seen* when somebody in the examples,
or a made-up citizen, met it true and somebody not true; *by examples* counts the examples alone."""
_WORDS_TELL = """\
How many of the Finnish texts there are in each language. *Easy*: of the texts that a citizen reads, how many have an
easy Finnish wording or are easy as they stand; nobody has reviewed them. Questions that errands share count in each."""
_SURE_TELLS = """\
*Verified*: an authority's page or the Statute Book was seen to say so; all else is told with *check with the agency*.
*Old*: the source was last seen more than a year before that day (an act by its number: three years)."""
_DONE_TELLS = """\
*To do*: what does not come by itself. *Open to all*: there is a way without e-ID and without a device."""
_MATTERS_TELL = "In a visit with several of these errands it is one step."
_CHECK_TELLS = "Steps, and values by their names with a dot, that an authority's page was not seen to say."
_OLD_TELLS = "Look whether they still say so, and write the day."

_ASKED: tuple[_Column, ...] = (
    ("Steps", lambda each: each.steps),
    ("Questions", lambda each: each.questions),
    ("Worked out", lambda each: each.worked_out),
    ("Conditions", lambda each: each.conditions.all),
    ("Seen", lambda each: each.conditions.seen),
    ("By examples", lambda each: each.conditions.by_examples),
    ("Examples", lambda each: each.examples),
)
_SURE: tuple[_Column, ...] = (
    ("Rules", lambda each: each.sure.rules),
    ("Verified", lambda each: each.sure.rules_verified),
    ("Values", lambda each: each.sure.values),
    ("Values verified", lambda each: each.sure.values_verified),
    ("Check with the agency", lambda each: len(each.sure.to_check)),
    ("Old", lambda each: len(each.sure.old)),
)
_DONE: tuple[_Column, ...] = (
    ("To do", lambda each: each.ways.to_do),
    ("Open to all", lambda each: each.ways.for_everyone),
    ("At this desk", lambda each: each.ways.at_desk),
    ("By itself", lambda each: each.ways.by_itself),
    ("With a day", lambda each: each.ways.with_deadline),
    ("Shared matters", lambda each: len(each.ways.merge_keys)),
)


def _table(errands: Sequence[ErrandCoverage], columns: Sequence[_Column]) -> Iterator[str]:
    heads, rows = [name for name, _ in columns], [[count(each) for _, count in columns] for each in errands]
    yield from _head(["Errand", *heads])
    for each, row in zip(errands, rows, strict=True):
        yield _row([f"{each.number} {each.title}", *row])
    yield _row(["**All**", *(f"**{sum(column)}**" for column in zip(*rows, strict=True))])


def _head(names: Sequence[str]) -> Iterator[str]:
    yield _row(names)
    yield f"|---|{'---:|' * (len(names) - 1)}"


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _words(coverage: ContentCoverage) -> Iterator[str]:
    """Each language, and the easy wordings, of each errand. Questions that errands share are counted in each."""
    languages = [_NAMES.get(name, name) for name in coverage.languages]
    yield from _head(["Errand", "Finnish", *languages, "Easy", "Not easy yet"])
    for each in coverage.errands:
        yield _row([f"{each.number} {each.title}", *_counted(each.texts, coverage.languages)])
    yield _row(["Shared words", *_counted(coverage.shared, coverage.languages)])
    names = (f"{_NAMES.get(name, name)} {count}" for name, count in coverage.agency_names.items())
    yield from ("", f"Names of the {coverage.agencies} agencies: {', '.join(names)}.")


def _counted(texts: Texts, languages: Sequence[str]) -> list[object]:
    if not texts.easy:
        return [texts.all, *(texts.by_language[name] for name in languages), "–", "–"]
    read = texts.all - texts.easy[Ease.NOT_READ]
    easy = read - texts.easy[Ease.NOT_YET]
    return [texts.all, *(texts.by_language[name] for name in languages), f"{easy} of {read}", read - easy]


def _matters(errands: Sequence[ErrandCoverage]) -> Iterator[str]:
    keys = sorted({key for each in errands for key in each.ways.merge_keys})
    for key in keys:
        numbers = [each.number for each in errands if key in each.ways.merge_keys]
        if len(numbers) > 1:
            yield f"- `{key}`: {', '.join(numbers)}"
