"""Mandates as JSON and as lines for people. Signatures drawn on a screen are never among them."""

from __future__ import annotations

from desk.model.mandate import GivenMandate
from desk.model.mandate_code import written_code
from desk.model.mandate_rules import Allowed, Refused
from desk.usecases.show_mandates import MandatesView
from desk.usecases.verify_paper import PaperTruth, VerifiedPaper
from i18n.data_kind_words import kinds_named
from i18n.translator import N_, Words

_NEWER = N_("The mandate {code} is as it was written, by a newer program. Now it is: {state}.")


def given_document(given: GivenMandate) -> dict[str, object]:
    """Return one mandate as JSON has it; lines are counted from 1."""
    mandate, signing = given.mandate, given.signing
    return {
        "id": mandate.id,
        "code": written_code(mandate.code),
        "form": mandate.form,
        "lasting": mandate.lasting,
        "drawn_on": mandate.drawn_on,
        "last_day": mandate.last_day,
        "renews": mandate.renews,
        "signed_on": signing.on if signing is not None else None,
        "read_back": signing is not None and signing.read_back,
        "register": given.register,
        "check_by": given.check_by,
        "lines": [
            {
                "number": at + 1,
                "errand": line.errand,
                "agency": line.agency,
                "kinds": sorted(line.kinds),
                "withdrawn": given.withdrawn.get(at),
            }
            for at, line in enumerate(mandate.lines)
        ],
    }


def given_lines(given: GivenMandate, words: Words) -> list[str]:
    """Return one mandate as lines: its id and code first."""
    mandate = given.mandate
    head = f"{mandate.id} {written_code(mandate.code)} {mandate.form} {mandate.drawn_on}–{mandate.last_day}"
    return [head, *(f"  {at + 1}. {_line(given, at, words)}" for at in range(len(mandate.lines)))]


def look_document(found: Allowed | Refused) -> dict[str, object]:
    """Return the answer to whether something is allowed as JSON has it."""
    if isinstance(found, Allowed):
        return {"allowed": True, "mandate": found.mandate, "line": found.line + 1}
    return {
        "allowed": False,
        "why": found.why,
        "mandate": found.mandate,
        "line": found.line + 1 if found.line is not None else None,
        "too_much": sorted(found.too_much),
        "day": found.day,
        "theme": found.theme,
    }


def view_document(view: MandatesView) -> dict[str, object]:
    """Return the mandates of a visit as JSON has them."""
    return {
        "number": view.number,
        "can_act": view.can_act,
        "capacity": view.capacity,
        "mandates": [
            {**given_document(each.given), "state": each.state, "days_left": each.days_left, "weak": each.is_weak}
            for each in view.mandates
        ],
        "acts": [
            {
                "at": act.at,
                "step": act.step,
                "agency": act.agency,
                "kinds": sorted(act.kinds),
                "reference": act.reference,
                "code": act.code,
                "line": act.line,
            }
            for act in view.acts
        ],
    }


def view_lines(view: MandatesView, words: Words) -> list[str]:
    """Return the mandates of a visit as lines."""
    if not view.mandates:
        return [words.text("No mandate has been given in visit {number}.", number=view.number)]
    lines: list[str] = []
    for shown in view.mandates:
        lines += [f"{shown.state}: {given_lines(shown.given, words)[0]}"]
        told = [(each, _line(shown.given, each.number - 1, words)) for each in shown.lines]
        lines += [f"  {each.number}. {each.errand}: {line}" for each, line in told]
    acts = [f"{act.at:%Y-%m-%d %H:%M} {act.step} {act.agency} {act.reference}".rstrip() for act in view.acts]
    return [*lines, *acts]


def paper_document(paper: VerifiedPaper) -> dict[str, object]:
    """Return what a paper must say as JSON has it."""
    return {
        "code": paper.code,
        "truth": paper.truth,
        "visit": paper.visit,
        "number": paper.number,
        "state": paper.state,
        "texts": [
            {"language": text.language, "title": text.title, "clauses": [clause.text for clause in text.clauses]}
            for text in paper.texts
        ],
        "withdrawn": [{"line": line, "at": at} for line, at in paper.withdrawn],
    }


def paper_lines(paper: VerifiedPaper, words: Words) -> list[str]:
    """Return what a paper must say as lines."""
    if paper.truth is PaperTruth.CHANGED:
        return [
            words.text(
                "What is stored under the code {code} is not what the code was made from. "
                "Do not act on the paper, and run “desk visits verify”.",
                code=paper.code,
            )
        ]
    code, state = paper.code, paper.state
    if paper.truth is PaperTruth.NEWER:
        told = words.text(_NEWER, code=code, state=state)
        return [told, words.text("Take the newer program to see what its paper must say.")]
    head = words.text("The paper {code} must say this, word for word. Its state now: {state}.", code=code, state=state)
    lines = [head]
    for text in paper.texts:
        lines += ["", f"{text.title} ({text.language})"]
        lines += [f"{clause.line}. {clause.text}" if clause.line else clause.text for clause in text.clauses]
    for line, at in paper.withdrawn:
        lines.append(words.text("Line {line} was withdrawn on {moment}.", line=line, moment=f"{at:%Y-%m-%d %H:%M}"))
    return lines


def _line(given: GivenMandate, at: int, words: Words) -> str:
    line, withdrawn = given.mandate.lines[at], given.withdrawn.get(at)
    told = f"{line.errand} {line.agency}: {kinds_named(words, line.kinds)}"
    return f"{told} (withdrawn {withdrawn:%Y-%m-%d %H:%M})" if withdrawn is not None else told
