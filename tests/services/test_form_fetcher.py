"""Forms are fetched over real connections, and only a whole PDF is a form."""

from __future__ import annotations

import pytest

from desk.errors import FormRefused, NetworkError, SourceRefused
from services.form_fetcher import LARGEST_FORM, HttpForms, checked_form
from services.http_session import HttpSession, Manners
from tests.services.test_http_session import answering

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


@pytest.fixture
def fetcher():
    session = HttpSession(wait=lambda _seconds, _stopped: None, manners=Manners(connect_seconds=5, read_seconds=5))
    yield HttpForms(session)
    session.close()


def test_a_pdf_comes_as_it_is(fetcher):
    with answering(200, PDF, Content_Type="application/pdf") as url:
        assert fetcher.fetch(url) == PDF


def test_a_login_page_is_no_form(fetcher):
    with answering(200, b"<html>Kirjaudu</html>", Content_Type="text/html") as url:
        with pytest.raises(FormRefused) as caught:
            fetcher.fetch(url)
        assert caught.value.details == {"url": url, "reason": "text/html"}


def test_a_form_that_is_gone(fetcher):
    with answering(404, b"gone", Content_Type="text/plain") as url, pytest.raises(SourceRefused, match="404"):
        fetcher.fetch(url)


@pytest.mark.parametrize("url", ["http://forms.example/at1.pdf", "https://[forms/at1.pdf"])
def test_an_unencrypted_address_or_none_is_not_asked(fetcher, url):
    with pytest.raises(NetworkError):
        fetcher.fetch(url)


def test_half_a_form_and_one_too_large_are_refused():
    with pytest.raises(FormRefused, match="EOF"):
        checked_form("x", PDF[:-7])
    with pytest.raises(FormRefused, match="32 MB"):
        checked_form("x", b"%PDF-" + bytes(LARGEST_FORM))


def test_a_form_may_have_something_before_its_first_line():
    assert checked_form("x", b"\xef\xbb\xbf" + PDF)
