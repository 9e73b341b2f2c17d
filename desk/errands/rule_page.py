"""The rule catalogue as one web page that needs nothing else: to be mailed, searched, printed and marked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from desk.errands.rule_catalogue import Entry, ErrandRules, Part, Row, RuleCatalogue

_STYLE = """
body { font: 16px/1.5 'Noto Sans', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif; color: #1f2933; max-width: 60rem;
       margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.9rem; } h2 { border-bottom: 3px solid #243b53; margin-top: 3rem; } h3 { margin-top: 2rem; }
article { border: 1px solid #bcccdc; border-left: 6px solid #14532d; border-radius: 4px; padding: .6rem 1rem;
          margin: .8rem 0; break-inside: avoid; }
article.unverified { border-left: 6px dashed #7a5b00; }
h4 { margin: 0 0 .4rem; font-size: 1.05rem; } h4 small { color: #52606d; font-weight: normal; margin-left: .6rem; }
dl { display: grid; grid-template-columns: 11rem 1fr; gap: .15rem 1rem; margin: 0; }
dt { color: #52606d; } dd { margin: 0; overflow-wrap: anywhere; }
dd p { margin: 0; white-space: pre-wrap; } nav li { margin: .2rem 0; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } nav { display: none; } }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }
"""


def page(catalogue: RuleCatalogue) -> str:
    """The whole page."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{_text(catalogue.language)}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(catalogue.title)}</title><style>{_STYLE}</style></head>",
            "<body>",
            f"<h1>{_text(catalogue.title)}</h1>",
            f"<p>{_text(catalogue.lead)}</p>",
            f"<p>Palvelutiski {_text(catalogue.version)} · {_text(catalogue.made)}</p>",
            "<nav><ul>",
            *(f'<li><a href="#{_text(each.id)}">{_text(each.title)}</a></li>' for each in catalogue.errands),
            "</ul></nav>",
            *(line for each in catalogue.errands for line in _errand(each)),
            "</body></html>",
            "",
        ]
    )


def _errand(errand: ErrandRules) -> Iterator[str]:
    yield f'<section><h2 id="{_text(errand.id)}">{_text(errand.title)}</h2><p>{_text(errand.lead)}</p>'
    for part in errand.parts:
        yield from _part(part)
    yield "</section>"


def _part(part: Part) -> Iterator[str]:
    yield f"<h3>{_text(part.title)}</h3>"
    for entry in part.entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield "<article>" if entry.is_verified else '<article class="unverified">'
    yield f"<h4>{_text(entry.title)}<small>{_text(entry.id)}</small></h4><dl>"
    yield from (_row(row) for row in entry.rows)
    yield "</dl></article>"


def _row(row: Row) -> str:
    lines = "".join(f"<p>{_text(line)}</p>" for line in row.lines)
    return f"<dt>{_text(row.label)}</dt><dd>{lines}</dd>"


def _text(text: str) -> str:
    return escape(str(text), quote=True)
