"""An explanation opens with one plain sentence: why the offer stands where it stands."""

import re

import pytest

PLACE = "/koperasi/kkmp-3673011007"


def opening(client, offer_id, **headers):
    """The first sentence in single spaces."""
    text = client.get(f"{PLACE}/{offer_id}", headers=headers).text
    return " ".join(
        re.sub(r"<[^>]+>", " ", re.search(r'class="standing">(.*?)</p>', text, re.DOTALL)[1]).split()
    )


@pytest.mark.parametrize(
    ("offer_id", "indonesian", "english"),
    [
        ("pendampingan", "Ini pendampingan", "This is support"),
        ("pulsa-ppob", "Ini saran ke-2 dari 29.", "This is suggestion 2 of 29."),
        ("lpg-sub-pangkalan", "peluangnya lebih rendah daripada", "its chance is lower than"),
        ("klinik", "Syarat wajib yang belum terpenuhi:", "Mandatory rules not met:"),
    ],
)
def test_the_opening_sentence(offer_id, indonesian, english, client):
    """In both languages."""
    assert indonesian in opening(client, offer_id)
    assert english in opening(client, offer_id, **{"Accept-Language": "en"})


def test_a_lower_place_names_what_weighs_against_it(client):
    """Beside the last card."""
    assert "Yang paling memberatkan dibanding itu:" in opening(client, "lpg-sub-pangkalan")


def test_rules_lead_to_the_form_of_their_field(client):
    """What is not known can be filled in where it is missed."""
    text = client.get(f"{PLACE}/lpg-sub-pangkalan").text
    assert f'href="{PLACE}/profil/has_business_number"' in text
    assert f'href="{PLACE}/profil/has_scales"' in text


def test_no_such_offer(client):
    """Refused as everywhere."""
    assert 404 == client.get(f"{PLACE}/nope").status_code
