"""Settings of a plan are read from an address and stand in it again."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from api.web.allocation_form import STATUSES, asked_plan
from recommender.allocations.settings import DEFAULT_STATUSES, AllocationSettings

SENT = st.fixed_dictionaries(
    {
        "tujuan": st.sampled_from(["balanced", "success", "margin", "jobs"]),
        "paling": st.integers(0, 999).map(str),
        "tiap_kecamatan": st.integers(0, 999).map(str),
        "semua": st.sampled_from(["", "1"]),
        "ubah": st.integers(0, 10**6).map(str),
        "anggaran": st.one_of(st.just(""), st.integers(0, 10**9).map(str)),
        "sebelum": st.sampled_from(["", "rencana-000000000001"]),
        "status": st.lists(st.sampled_from(STATUSES), unique=True),
    }
)


def asked(**sent):
    """What an address with these words asks for."""
    return asked_plan(QueryParams(urlencode(sent, doseq=True)), "id")


def test_nothing_typed_asks_for_the_usual_plan():
    """Everything has a default, and an address without settings stays short."""
    found = asked()
    assert (AllocationSettings(), {}, []) == (found.settings, found.query(), found.hidden())


@given(SENT)
def test_what_was_asked_can_be_asked_again(sent):
    """The words for another address, and the hidden fields of a form, mean the same settings."""
    found = asked(**sent)
    again = asked(**found.query())
    assert found.settings == again.settings
    assert again.query() == found.query()
    assert found.settings == asked_plan(QueryParams(found.hidden()), "id").settings
    assert found.settings.statuses == (
        tuple(one for one in STATUSES if one in sent["status"]) or DEFAULT_STATUSES
    )


@pytest.mark.parametrize(
    ("text", "objective", "price"),
    [("0,5", "balanced", 0.5), ("2.5", "jobs", 2.5), ("50 ribu", "margin", 5e4)],
)
def test_the_price_of_a_change_has_the_unit_of_the_objective(text, objective, price):
    """Rupiah are read as money, all else as a number with a comma or a point."""
    assert price == asked(ubah=text, tujuan=objective).settings.change_price


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("paling", "tiga"),
        ("paling", "-1"),
        ("tiap_kecamatan", "1.5"),
        ("ubah", "banyak"),
        ("anggaran", "entah"),
        ("anggaran_kecamatan", "seratus"),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_what_cannot_be_read_is_said_beside_its_field(field, text, language):
    """There are no settings then; what was typed is kept."""
    found = asked_plan(QueryParams({field: text}), language)
    assert found.settings is None
    assert [field] == list(found.faults)
    assert text == found.typed[field]


def test_a_price_in_rupiah_that_is_none_is_a_fault():
    """As it is for other objectives."""
    assert {"ubah"} == asked(ubah="banyak", tujuan="margin").faults.keys()


@given(st.dictionaries(st.sampled_from(["tujuan", "paling", "ubah", "anggaran", "status"]), st.text()))
def test_nothing_that_is_typed_breaks_it(sent):
    """It becomes settings or a sentence."""
    found = asked_plan(QueryParams(sent), "en")
    assert (found.settings is None) == bool(found.faults)
