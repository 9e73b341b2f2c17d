"""``desk errands try``: the interview of an errand on the terminal, for those who write it.

It asks as the window does: what a step that is still open needs, in the errand's order. It works as well with its
answers piped in, a line an answer; where they end, the path is shown as far as it is known.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper

import click

from desk.cli.designing import Designed, content_options
from desk.cli.errors import told
from desk.cli.given import day_named, known_errands, language_named, wording_in
from desk.cli.output import print_lines
from desk.cli.path_document import path_lines, titled
from desk.cli.spoken_answers import NotUnderstood, choices_of, said_by
from desk.errands.answers import check_answer
from desk.errands.bundle import Bundle
from desk.errands.explanation import difference, why_asked
from desk.errands.path import path_of
from desk.errands.wording import Wording
from desk.errors import AnswerRefused
from desk.model.facts import Answers, FactType, Said, Unsaid
from desk.model.ids import ErrandId, FactName
from desk.model.path import Path, Question
from i18n.translator import N_, Lexicon, Words

UNKNOWN, DECLINED, BACK, WHY, PATH, END = "?", "-", "<", "why", "path", "end"
_QUICK = {UNKNOWN: Unsaid.UNKNOWN, DECLINED: Unsaid.DECLINED, BACK: BACK}

_NOTES = {
    FactType.CHOICES: N_("Several numbers with spaces between them; 0 is none of these."),
    FactType.DATE: N_("A day: 2026-05-01 or 1.5.2026."),
    FactType.WHOLE_NUMBER: N_("A whole number."),
    FactType.MONEY: N_("Euros: 12 or 12.50."),
    FactType.MUNICIPALITY: N_("A municipality: its name or its code."),
}
"""How an answer is typed."""


@click.command("try")
@click.argument("errand", nargs=-1, required=True)
@click.option("--lang", default="fi")
@click.option("--as-of", "as_of_text", help="The day to count from, 2026-11-21; today when left out.")
@content_options
def try_command(designed: Designed, errand: tuple[str, ...], lang: str, as_of_text: str | None) -> None:
    """Try an errand: answer its questions, and see the path."""
    bundle, language, day = designed.bundle(), language_named(lang), day_named(as_of_text)
    words = Lexicon().words(language)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    Interview(bundle, known_errands(bundle, errand), day, wording_in(bundle, language, day), words).run()


@dataclass(slots=True)
class Interview:
    """One run through the questions."""

    bundle: Bundle
    errands: Sequence[ErrandId]
    day: date
    wording: Wording
    words: Words

    def run(self) -> None:
        """Ask until nothing is open, or nobody answers any more; then show the path."""
        answers: dict[FactName, Said] = {}
        asked: list[FactName] = []
        print_lines(*self._opening())
        path, section, again = self._path(answers), "", None
        while question := self._next(path, again):
            again = None
            if question.section != section:
                section = question.section
                print_lines("", f"— {self.wording.section_title(question.errand, section).text} —")
            said = self._ask(question, path, answers)
            if said is None:
                break
            if said == BACK:
                again, section = (asked.pop() if asked else question.fact), ""
                answers.pop(again, None)
                path = self._path(answers)
                continue
            before, answers[question.fact] = path, said
            asked.append(question.fact)
            path = self._path(answers)
            print_lines(*self._changes(before, path))
        print_lines("", *path_lines(path, self.wording, answers, self.words))

    def _path(self, answers: Answers) -> Path:
        return path_of(self.bundle, self.errands, answers, self.day)

    def _next(self, path: Path, wanted: FactName | None) -> Question | None:
        """The first open question, or the one to go back to while it is still asked."""
        first = path.questions[0] if path.questions else None
        return next((question for question in path.questions if question.fact == wanted), first)

    # ── one question ─────────────────────────────────────────────────────────────────────────────

    def _ask(self, question: Question, path: Path, answers: Answers) -> Said | None:
        """Ask until there is an answer; ``None`` at the end."""
        self._show(question)
        while (line := self._line()) is not None and line.casefold() != END:
            if (quick := _QUICK.get(line)) is not None:
                return quick
            if line.casefold() == WHY:
                print_lines(*self._why(path, question.fact))
            elif line and line.casefold() != PATH:
                if (said := self._understood(question.fact, line)) is not None:
                    return said
            else:
                if line:
                    print_lines("", *path_lines(path, self.wording, answers, self.words))
                self._show(question)
        return None

    def _understood(self, name: FactName, line: str) -> Said | None:
        """The answer that was typed, or ``None`` once it was told what is wrong with it."""
        fact = self.bundle.definitions.facts[name]
        try:
            said = said_by(fact, line, self.wording)
            check_answer(fact, said, self.day)
        except NotUnderstood:
            print_lines(self.words.text("“{line}” is not one of the answers. Try again.", line=line))
        except AnswerRefused as refused:
            print_lines(told(refused))
        else:
            return said
        return None

    def _line(self) -> str | None:
        click.echo("> ", nl=False)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            click.echo(line.strip())
        return line.strip() if line else None

    def _show(self, question: Question) -> None:
        hint = self.wording.fact_text(question.fact, "hint")
        print_lines("", self.wording.question(question.fact).text, *([f"  ({hint.text})"] if hint else []))
        fact = self.bundle.definitions.facts[question.fact]
        print_lines(*(f"  {number}  {name}" for number, name in enumerate(choices_of(fact, self.wording), start=1)))
        if note := _NOTES.get(fact.type):
            print_lines(f"  {self.words.text(note)}")

    # ── what is said round it ────────────────────────────────────────────────────────────────────

    def _opening(self) -> Iterator[str]:
        for errand in self.errands:
            yield self.wording.errand_title(errand).text
        yield self.words.text(
            "Answer with a number or a value. {unknown} does not know, {declined} does not want to say, {back} back,"
            " “{why}”, “{path}”, “{end}”.",
            unknown=UNKNOWN,
            declined=DECLINED,
            back=BACK,
            why=WHY,
            path=PATH,
            end=END,
        )

    def _why(self, path: Path, fact: FactName) -> Iterator[str]:
        written = self.wording.fact_text(fact, "why")
        if written:
            yield f"  {written.text}"
        steps = why_asked(path, fact)
        yield from (f"  · {titled(step, self.wording)}" for step in steps)
        if not steps and not written:
            yield "  " + self.words.text("It tells how this has to be handled so that it is safe.")

    def _changes(self, before: Path, after: Path) -> Iterator[str]:
        """The steps that an answer brings, and those that it takes away."""
        changed = difference(before, after)
        out = {step.id for step in after.ruled_out} - {step.id for step in before.ruled_out}
        yield from (f"  + {titled(step, self.wording)}" for step in changed.appear)
        yield from (f"  − {titled(step.id, self.wording)}" for step in after.ruled_out if step.id in out)
