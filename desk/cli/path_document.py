"""A path as ``desk path`` prints it: one JSON document, or lines for people."""

from __future__ import annotations

from collections.abc import Iterable

from desk.errands.wording import Wording
from desk.model.facts import Answers
from desk.model.ids import FactName, StepId
from desk.model.path import Fee, HintKind, MaybeStep, Path, PathHint, PathStep, Reason, RuledOut, Source, StepChannel
from i18n.formats import Formats
from i18n.translator import N_, Words

HINT_HEADINGS = {
    False: N_("Worth asking about too"),
    True: N_("In the next two years"),
}
"""What stands above the hints, by whether they tell what comes."""


def path_document(path: Path, wording: Wording, answers: Answers) -> dict[str, object]:
    """Return the document of ``desk path --json`` (DESIGN section 4)."""
    return {
        "errands": path.errands,
        "version": path.version,
        "as_of": path.as_of,
        "steps": [_step(step, wording, answers) for step in path.steps],
        "automatic": path.automatic,
        "maybe": [_maybe(maybe, wording) for maybe in path.maybe],
        "ruled_out": [_ruled_out(step, wording, answers) for step in path.ruled_out],
        "open_questions": [question.fact for question in path.questions],
        "discreet": path.discreet,
        "hints": [_hint(hint, wording, answers) for hint in path.hints],
    }


def _step(step: PathStep, wording: Wording, answers: Answers) -> dict[str, object]:
    deadline, text = step.deadline, wording.step_text(step.deadline_of or step.id, "deadline", answers)
    return {
        "id": step.id,
        "errand": step.errand,
        "merged": [each.id for each in step.merged],
        "agency": step.agency,
        "title": wording.step_title(step.id).text,
        "mode": step.mode,
        "at_desk": step.at_desk,
        "task": step.task if step.at_desk else None,
        "deadline": deadline.day if deadline else None,
        "last_lawful_day": deadline.last_lawful_day if deadline else None,
        "deadline_text": text.text if text else None,
        "nature": deadline.nature if deadline else None,
        "passed": deadline.passed if deadline else False,
        "earliest": step.earliest,
        "fee": _fee(step.fee),
        "documents": step.documents,
        "after": step.after,
        "channels": [_channel(channel, wording) for channel in step.channels],
        "because": because(step, wording, answers),
        "reasons": _reasons(step.because),
        "source": step.source.where,
        "checked": step.source.checked,
        "verified": step.source.verified,
    }


def _hint(hint: PathHint, wording: Wording, answers: Answers) -> dict[str, object]:
    texts = {part: wording.hint_text(hint.id, part, answers).text for part in ("title", "what", "because")}
    return {
        "id": hint.id,
        "kind": hint.kind,
        "agency": hint.agency,
        **texts,
        "day": hint.day,
        "begins": hint.begins,
        "reasons": _reasons(hint.because),
        "source": hint.source.where,
        "checked": hint.source.checked,
        "verified": hint.source.verified,
    }


def _fee(fee: Fee | None) -> dict[str, object] | None:
    if fee is None:
        return None
    amount = None if fee.amount is None else f"{fee.amount:.2f}"
    return {"amount": amount, "currency": fee.currency, "source": fee.source.where, "verified": fee.source.verified}


def _channel(channel: StepChannel, wording: Wording) -> dict[str, object]:
    named = {"phone": channel.phone, "url": channel.url, "address": channel.address, "form": channel.form}
    contacts = {key: wording.contact(parameter) for key, parameter in named.items()}
    texts = {key: contact.text for key, contact in contacts.items() if contact is not None}
    figures = {"minutes": channel.minutes, "wait_days": channel.wait}
    known = {name: figure.number for name, figure in figures.items() if figure is not None}
    fee = {"fee": _fee(channel.fee)} if channel.fee is not None else {}
    needs = {"needs": channel.needs, "usable": channel.usable}
    return {"id": channel.id, "kind": channel.kind, **needs, **texts, **fee, **known}


def _maybe(maybe: MaybeStep, wording: Wording) -> dict[str, object]:
    step = maybe.step
    return {
        "id": step.id,
        "title": wording.step_title(step.id).text,
        "agency": step.agency,
        "open": maybe.open,
        "declined": maybe.declined,
    }


def _ruled_out(step: RuledOut, wording: Wording, answers: Answers) -> dict[str, object]:
    text = wording.step_text(step.id, "not_because", answers)
    told = [text.text] if text else []
    return {
        "id": step.id,
        "because": " ".join([*told, *_own_answers(step.because, wording)]),
        "reasons": _reasons(step.because),
    }


def because(step: PathStep, wording: Wording, answers: Answers) -> str:
    """Return why a step applies: the rule in words, and the citizen's own answers behind it."""
    text = wording.step_text(step.id, "because", answers)
    told = [text.text] if text else []
    return " ".join([*told, *_own_answers(step.because, wording)])


def _own_answers(reasons: Iterable[Reason], wording: Wording) -> list[str]:
    return [f"[{_answer(reason, wording)}]" for reason in reasons if reason.said is not None]


def _answer(reason: Reason, wording: Wording) -> str:
    said = wording.said(reason.fact, reason.said) if reason.said is not None else ""
    return f"{wording.fact_label(reason.fact)}: {said}"


def _reasons(reasons: Iterable[Reason]) -> list[dict[str, object]]:
    return [{"fact": reason.fact, "said": reason.said} for reason in reasons]


def titled(step: StepId, wording: Wording) -> str:
    """A step by its title, and for whom it is: the steps of three children read alike."""
    whose = wording.whose(step)
    title = wording.step_title(step).text
    return title if whose is None else f"{title} ({whose.text})"


def path_lines(path: Path, wording: Wording, answers: Answers, words: Words) -> Iterable[str]:
    """Yield the path as a clerk would read it out."""
    formats = Formats(wording.language)
    for number, step in enumerate(path.steps, start=1):
        yield f"{number}. {titled(step.id, wording)} — {wording.agency(step.agency)}"
        if step.deadline is not None and step.deadline.day is not None:
            yield "   " + words.text("By {day}", day=formats.on_date(step.deadline.day))
        yield f"   {because(step, wording, answers)}"
        yield f"   {_source(step.source, formats, words)}"
    if path.maybe:
        yield ""
        yield words.text("May apply")
        for maybe in path.maybe:
            deciding = ", ".join(wording.fact_label(FactName(fact)) for fact in (*maybe.open, *maybe.declined))
            yield f"?  {titled(maybe.step.id, wording)} — {deciding}"
    yield from _hint_lines(path, wording, answers, words)
    if path.questions:
        yield ""
        yield words.text("Still to ask")
        yield from (f"-  {wording.question(question.fact).text} ({question.fact})" for question in path.questions)


def _hint_lines(path: Path, wording: Wording, answers: Answers, words: Words) -> Iterable[str]:
    formats = Formats(wording.language)
    for coming, heading in HINT_HEADINGS.items():
        hints = [hint for hint in path.hints if (hint.kind is HintKind.COMING) is coming]
        if hints:
            yield ""
            yield words.text(heading)
        for hint in hints:
            title = wording.hint_text(hint.id, "title", answers).text
            day = f"{formats.long_date(hint.day)}: " if hint.day else ""
            yield f"~  {day}{title} — {wording.agency(hint.agency)}"
            yield f"   {_source(hint.source, formats, words)}"


def _source(source: Source, formats: Formats, words: Words) -> str:
    if source.checked is None:
        return words.text("Source: {source}", source=source.where)
    return words.text("Source: {source}, checked {day}", source=source.where, day=formats.short_date(source.checked))
