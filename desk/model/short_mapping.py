"""Eight questions for a first talk away from the desk: what is heavy now, and what it leads to."""

from __future__ import annotations

from enum import StrEnum

from desk.model.ids import ErrandId


class Need(StrEnum):
    """Each is one question, in the order in which they are asked."""

    HOME = "home"
    MONEY = "money"
    DEBTS = "debts"
    WORK = "work"
    STUDIES = "studies"
    HEALTH = "health"
    PAPERS = "papers"
    FAMILY = "family"


LEADS_TO = {
    Need.HOME: ErrandId("housing_and_social_assistance"),
    Need.MONEY: ErrandId("housing_and_social_assistance"),
    Need.DEBTS: ErrandId("debt_trouble"),
    Need.WORK: ErrandId("unemployment"),
    Need.STUDIES: ErrandId("starting_studies"),
    Need.HEALTH: ErrandId("illness_and_disability"),
    Need.PAPERS: ErrandId("passport_and_e_id"),
    Need.FAMILY: ErrandId("separation"),
}
"""The errand that goes on from a need."""
