"""Which way of answering belongs to which type of fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from desk.model.facts import FactType
from desk.usecases.visit_view import QuestionView
from i18n.translator import Translator, Words
from ui.widgets.answer_editor import AnswerEditor
from ui.widgets.check_rows import CheckRows
from ui.widgets.date_field import DateAnswer
from ui.widgets.municipality_field import Municipality, MunicipalityAnswer
from ui.widgets.number_field import NumberAnswer, NumberBounds
from ui.widgets.radio_rows import Option, RadioRows
from ui.widgets.typed_dates import DateBounds

Today = Callable[[], date]


def editor_for(translator: Translator, question: QuestionView, today: Today) -> AnswerEditor:
    """The editor of a question."""
    match question.type:
        case FactType.CHOICES:
            return CheckRows(translator, options_of(translator.words, question))
        case FactType.DATE:
            return DateAnswer(translator, today, DateBounds(_date(question.minimum), _date(question.maximum)))
        case FactType.WHOLE_NUMBER | FactType.MONEY:
            bounds = NumberBounds(_number(question.minimum), _number(question.maximum))
            return NumberAnswer(translator, bounds, money=question.type is FactType.MONEY)
        case FactType.MUNICIPALITY:
            return MunicipalityAnswer(
                translator, [Municipality(option.id, (option.label,)) for option in question.options]
            )
        case _:
            return RadioRows(translator, options_of(translator.words, question))


def relabel(words: Words, editor: AnswerEditor, question: QuestionView) -> None:
    """The same question in another language."""
    if isinstance(editor, RadioRows | CheckRows):
        editor.set_labels(options_of(words, question))


def options_of(words: Words, question: QuestionView) -> list[Option]:
    """The options as rows want them; yes and no are the program's own words."""
    if question.type is FactType.YES_NO and not question.options:
        return [Option("yes", words.ptext("answer", "Yes")), Option("no", words.ptext("answer", "No"))]
    return [Option(option.id, option.label) for option in question.options]


def _date(bound: str | None) -> date | None:
    return date.fromisoformat(bound) if bound else None


def _number(bound: str | None) -> Decimal | None:
    return Decimal(bound) if bound else None
