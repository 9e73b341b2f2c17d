"""Invented people in any number, the same each time."""

from __future__ import annotations

import random
from datetime import date, timedelta

FIRST = (
    "Aino Anna Eeva Helena Hilkka Inkeri Johanna Kaarina Kaisa Katri Kirsti Laura Leena Liisa Maria Marjatta Minna "
    "Päivi Riitta Sari Sirpa Sofia Tarja Tuula Antti Eero Esa Hannu Heikki Ilkka Jari Juha Jukka Kari Lauri Markku "
    "Matti Mikko Olavi Pekka Pertti Petri Reijo Seppo Tapio Timo Veikko Ville Åke Birgitta Gunnar Märta Amina "
    "Fatima Ivan Olena Nguyen"
).split()
LAST = (
    "Ahonen Anttila Eskola Haapala Hakala Heino Hiltunen Hämäläinen Ikonen Jokinen Kallio Kangas Karppinen Kettunen "
    "Koivisto Korhonen Koskela Laaksonen Laine Lehtonen Leppänen Lindqvist Manninen Mattila Mäkelä Niemi Nurmi "
    "Ojala Pesonen Pitkänen Rantala Räsänen Saarinen Salmi Savolainen Seppälä Sundström Tuominen Turunen Vainio "
    "Virtanen Väisänen Ylönen Åkerlund Öhman Hassan Petrova Kovalenko"
).split()
FIRST_BORN, LAST_BORN = date(1931, 1, 1), date(2006, 1, 1)


def name(draw: random.Random) -> str:
    """Somebody's name."""
    return f"{draw.choice(FIRST)} {draw.choice(FIRST)} {draw.choice(LAST)}"


def birth_date(draw: random.Random) -> date:
    """The day on which they were born."""
    return FIRST_BORN + timedelta(days=draw.randrange((LAST_BORN - FIRST_BORN).days))
