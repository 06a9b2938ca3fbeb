"""The page of shared steps."""

import pytest


@pytest.mark.parametrize(
    ("language", "words"), [("id", "Termurah untuk membuka"), ("en", "Cheapest way to open")]
)
def test_the_page_shows_steps_and_ways(language, words, client):
    """In both languages."""
    text = client.get(f"/koperasi/kkmp-3673011001/langkah?lang={language}").text
    assert words in text
    assert "Internet untuk EDC" in text


def test_nobody_has_no_plan(client):
    """It is not found."""
    assert 404 == client.get("/koperasi/nobody/langkah").status_code
