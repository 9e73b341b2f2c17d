"""A chapter of the report can be made anew while the others stay."""

from __future__ import annotations


def with_chapter(report: str, chapter: str) -> str:
    """The report with a chapter in the place of the one with the same heading, or at the end."""
    heading = chapter.splitlines()[0]
    lines = report.rstrip().splitlines()
    if heading not in lines:
        return "\n".join([*lines, "", *chapter.splitlines()]).lstrip() + "\n"
    first = lines.index(heading)
    after = next((n for n in range(first + 1, len(lines)) if lines[n].startswith("## ")), len(lines))
    return (
        "\n".join([*lines[:first], *chapter.splitlines(), *([""] if after < len(lines) else []), *lines[after:]]) + "\n"
    )
