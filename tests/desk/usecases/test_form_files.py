"""Forms: which errands lead to, what is fetched again and when, and what a failing one costs: itself alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.errors import FormRefused, SourceUnreachable
from desk.model.catalogue import FormFile
from desk.usecases.form_files import FormFiles
from tests.desk.usecases.rooms import real_bundle
from tests.fakes import FakeCatalogue, FakeClock
from tests.form_fakes import FakeFormShelf

GOOD = FormFile("https://forms.example/good.pdf", "Perhe-eläke", "PDF", "fi")
BAD = FormFile("https://forms.example/bad.pdf", "Lapsilisä", "PDF", "fi")


class StarterForms(FakeFormShelf):
    """The starter catalogue names two forms."""

    def starter_forms(self):
        return (GOOD, BAD)


class Site:
    """An agency's site that has one of them."""

    def __init__(self):
        self.asked = []

    def fetch(self, url):
        self.asked.append(url)
        if url == BAD.url:
            raise SourceUnreachable(source=url, reason="no route")
        return b"%PDF- %%EOF"


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def forms(site, clock):
    return FormFiles(FakeCatalogue(), StarterForms(), lambda: site, real_bundle(), clock)


def test_forms_of_starter_channels_are_listed_by_title(forms):
    assert [(form.title, form.stored) for form in forms.used()] == [("Lapsilisä", None), ("Perhe-eläke", None)]


def test_one_that_fails_costs_itself_alone(forms):
    told = []
    fetched = forms.fetch(told=lambda done, whole: told.append((done, whole)))
    assert fetched.fetched == (GOOD.url,)
    assert [(failed.url, failed.error_id) for failed in fetched.failed] == [(BAD.url, "network.unreachable")]
    assert told[-1] == (2, 2)
    assert forms.body(GOOD.url) == b"%PDF- %%EOF"


def test_a_fresh_form_is_not_fetched_again_unless_it_is_asked_for(forms, site, clock):
    forms.fetch()
    assert forms.fetch().kept == (GOOD.url,)
    assert forms.fetch(again=True).fetched == (GOOD.url,)
    clock.moment += timedelta(days=31)
    assert forms.fetch().fetched == (GOOD.url,)
    assert site.asked.count(GOOD.url) == 3


def test_a_form_that_is_not_here_is_said(forms):
    with pytest.raises(FormRefused) as caught:
        forms.body(GOOD.url)
    assert caught.value.details["kind"] == "not_here"
