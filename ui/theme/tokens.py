"""Every colour and size of the program, in one table with four columns.

Widgets know no colour and no pixel: they say what a text or a surface *is* (``ui.theme.roles``) and the
style sheet looks it up here. ``PAIRS`` names what is drawn on what; a test measures each in each column.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Look(StrEnum):
    """The columns of the table."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CITIZEN = "citizen"


class Colours(NamedTuple):
    """One column. A name says what a colour is for, never what it looks like."""

    ground: str
    surface: str
    ink: str
    ink_muted: str
    line: str
    line_strong: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    done: str
    done_soft: str
    attention: str
    attention_soft: str
    danger: str
    danger_soft: str


LIGHT = Colours(
    ground="#F4F6F8",
    surface="#FFFFFF",
    ink="#1B2430",
    ink_muted="#525D6B",
    line="#D3DAE2",
    line_strong="#78838F",
    accent="#0B5CAD",
    accent_strong="#084481",
    accent_soft="#E6F0FA",
    on_accent="#FFFFFF",
    done="#1E7A46",
    done_soft="#E4F4EA",
    attention="#7A4F00",
    attention_soft="#FFF3D6",
    danger="#B3261E",
    danger_soft="#FCE9E7",
)

DARK = Colours(
    ground="#12171D",
    surface="#1B222B",
    ink="#E8EDF3",
    ink_muted="#A9B4C0",
    line="#36414D",
    line_strong="#7F8C9A",
    accent="#6CB2F7",
    accent_strong="#9CCBFA",
    accent_soft="#17324D",
    on_accent="#0B1B2B",
    done="#6FD09A",
    done_soft="#12331F",
    attention="#F0C060",
    attention_soft="#3A2C08",
    danger="#FF9C94",
    danger_soft="#451814",
)

CONTRAST = Colours(
    ground="#FFFFFF",
    surface="#FFFFFF",
    ink="#000000",
    ink_muted="#000000",
    line="#000000",
    line_strong="#000000",
    accent="#00309C",
    accent_strong="#001F66",
    accent_soft="#FFFFFF",
    on_accent="#FFFFFF",
    done="#00471F",
    done_soft="#FFFFFF",
    attention="#4A2F00",
    attention_soft="#FFFFFF",
    danger="#7D0A04",
    danger_soft="#FFFFFF",
)

COLOURS = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST, Look.CITIZEN: LIGHT}


class Space(IntEnum):
    """The only distances."""

    HAIR = 1
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


TEXT_SCALE_MIN = 100
TEXT_SCALE_MAX = 200
TEXT_SCALES = (100, 125, 150, 175, 200)
"""The text sizes to pick from, in per cent."""
LINE_CHARACTERS = 75
"""Text columns are at most this wide."""

LINE_HEIGHT = 1.4

FOCUS_RING = 3
FOCUS_GAP = 1
RADIUS = 6


class Sizes(NamedTuple):
    """Text and control sizes in device-independent pixels, at one text scale."""

    small: int
    body: int
    lead: int
    heading: int
    title: int
    control: int
    radius: int = RADIUS


def sizes(look: Look, scale_percent: int) -> Sizes:
    """The sizes of a look at a text scale of 100 to 200 per cent."""
    scale = min(max(scale_percent, TEXT_SCALE_MIN), TEXT_SCALE_MAX)
    base, room = (20, 28) if look is Look.CITIZEN else (14, 16)

    def scaled(size: int) -> int:
        return round(size * base * scale / 1400)

    return Sizes(
        small=scaled(12),
        body=scaled(14),
        lead=scaled(16),
        heading=scaled(20),
        title=scaled(26),
        control=round(scaled(14) * LINE_HEIGHT) + room,
    )


class Pair(NamedTuple):
    """What is drawn on what, and the contrast it must have."""

    name: str
    front: str
    back: str
    at_least: float


_TEXT = 4.5
_EDGE = 3.0

PAIRS = (
    Pair("text on the ground", "ink", "ground", _TEXT),
    Pair("text on a card", "ink", "surface", _TEXT),
    Pair("text in a chosen row", "ink", "accent_soft", _TEXT),
    Pair("quiet text on the ground", "ink_muted", "ground", _TEXT),
    Pair("quiet text on a card", "ink_muted", "surface", _TEXT),
    Pair("quiet text in a chosen row", "ink_muted", "accent_soft", _TEXT),
    Pair("a link on the ground", "accent", "ground", _TEXT),
    Pair("a link on a card", "accent", "surface", _TEXT),
    Pair("a link in a chosen row", "accent_strong", "accent_soft", _TEXT),
    Pair("words of the main button", "on_accent", "accent", _TEXT),
    Pair("words of the pressed main button", "on_accent", "accent_strong", _TEXT),
    Pair("done, on a card", "done", "surface", _TEXT),
    Pair("done, on its own ground", "done", "done_soft", _TEXT),
    Pair("text in a done banner", "ink", "done_soft", _TEXT),
    Pair("attention, on a card", "attention", "surface", _TEXT),
    Pair("attention, on its own ground", "attention", "attention_soft", _TEXT),
    Pair("text in an attention banner", "ink", "attention_soft", _TEXT),
    Pair("danger, on a card", "danger", "surface", _TEXT),
    Pair("danger, on its own ground", "danger", "danger_soft", _TEXT),
    Pair("text in a danger banner", "ink", "danger_soft", _TEXT),
    Pair("a control's border on a card", "line_strong", "surface", _EDGE),
    Pair("a control's border on the ground", "line_strong", "ground", _EDGE),
    Pair("a control's border on a chosen row", "line_strong", "accent_soft", _EDGE),
    Pair("the focus ring on the ground", "accent", "ground", _EDGE),
    Pair("the focus ring on a card", "accent", "surface", _EDGE),
    Pair("the focus ring on a chosen row", "accent", "accent_soft", _EDGE),
    Pair("the focus ring on an attention ground", "accent", "attention_soft", _EDGE),
    Pair("the focus ring on a done ground", "accent", "done_soft", _EDGE),
    Pair("the focus ring on a danger ground", "accent", "danger_soft", _EDGE),
)


def contrast(front: str, back: str) -> float:
    """The contrast of two ``#RRGGBB`` colours as WCAG 2 measures it, 1 to 21."""
    lighter, darker = sorted((_luminance(front), _luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colour_names() -> tuple[str, ...]:
    """The rows of the table."""
    return Colours._fields
