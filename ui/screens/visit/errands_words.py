"""What the band above a visit says of newer errands, in one line, and what follows from it."""

from __future__ import annotations

from desk.usecases.errands_news import ErrandsNews
from i18n.translator import Words


def told_of(news: ErrandsNews, words: Words) -> tuple[str, str]:
    """Return the line and what stands under it."""
    if news.withdrawn:
        return _wrong(news, words), "\n".join(f"{each.title}: {each.reason} {each.instead}" for each in news.withdrawn)
    if news.lost:
        return (
            words.text("The rules that this visit was made with can no longer be read. It follows today's rules."),
            words.text("Answers and decisions are all here. Go through the steps with the citizen once more."),
        )
    count = len(news.steps) + len(news.questions) + len(news.asked_again)
    if news.stays:
        told = words.ntext(
            "This visit stays with its own rules; {n} thing is otherwise in the new ones.",
            "This visit stays with its own rules; {n} things are otherwise in the new ones.",
            count,
        )
        return told, ""
    told = words.ntext(
        "The rules were renewed since this visit was opened: {n} thing changes for this citizen.",
        "The rules were renewed since this visit was opened: {n} things change for this citizen.",
        count,
    )
    return told, words.text("Until you take the new rules, everything stays as it was. What is decided stays anyway.")


def _wrong(news: ErrandsNews, words: Words) -> str:
    if news.is_behind:
        return words.text("A rule that this visit follows was wrong and has been withdrawn. Take the new rules.")
    if news.has_paper:
        return words.text("The citizen was told something that was wrong. A correction is owed.")
    return words.text("Something that was told in this visit was wrong. Tell the citizen what is right.")
