"""The page of what fits together."""

import pytest

PAGE = "/koperasi/kkmp-3673011007/paket"


@pytest.mark.parametrize(("language", "word"), [("id", "Yang dibagi bersama"), ("en", "What is shared")])
def test_the_page_shows_offers_limits_and_reasons(language, word, client):
    """Each offer links to its explanation."""
    text = client.get(f"{PAGE}?lang={language}").text
    assert word in text
    assert "/koperasi/kkmp-3673011007/agen-umrah" in text


def test_the_choice_stands_in_the_address(client):
    """And nonsense in it stands for the usual choice."""
    one, usual = client.get(f"{PAGE}?paling=1").text, client.get(f"{PAGE}?paling=banyak&pekerja=-3").text
    assert 'name="paling" inputmode="numeric" value="1"' in one
    assert 'name="paling" inputmode="numeric" value="5"' in usual
    assert 'name="pekerja" inputmode="numeric" value="2"' in usual


def test_a_number_of_thousands_of_digits_stands_for_the_usual_one(client):
    """As any other word that is no number of offers."""
    many = client.get(f"{PAGE}?paling={'9' * 5000}")
    assert (200, client.get(PAGE).status_code) == (many.status_code, 200)


def test_nobody_has_no_page(client):
    """It is not found."""
    assert 404 == client.get("/koperasi/nobody/paket").status_code
