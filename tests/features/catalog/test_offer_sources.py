"""Every number of an offer says whether it is a fact, whose, and since when."""

from features.catalog.loader import catalog_rows, sources
from features.schema.loader import columns

OFFERS = {row["offer_id"]: row for row in catalog_rows("offers")}
PROVENANCE = {(row["offer_id"], row["field"]): row for row in catalog_rows("offer_sources")}
NUMBERS = [column.name for column in columns("offers") if column.is_numeric]
LIMITS = ["exclusive_group", "valid_from", "valid_to", "apply_from", "apply_to"]


def test_every_number_limit_and_window_has_a_source():
    """No figure stands there without its origin."""
    bare = [
        (offer_id, name)
        for offer_id, row in OFFERS.items()
        for name in (*NUMBERS, *LIMITS)
        if row[name] and (offer_id, name) not in PROVENANCE
    ]
    assert [] == bare


def test_no_source_speaks_of_an_empty_cell():
    """Provenance of a value that is not there would mislead."""
    assert all(OFFERS[offer_id][name] for offer_id, name in PROVENANCE)


def test_each_note_is_a_sentence():
    """An advisor can read where the figure comes from."""
    assert all(len(row["note"]) >= 10 and row["note"][-1] == "." for row in PROVENANCE.values())


def test_an_offer_is_a_fact_only_if_all_its_numbers_are():
    """One assumed number makes the row an assumption."""
    for offer_id, row in OFFERS.items():
        bases = {found["basis"] for key, found in PROVENANCE.items() if key[0] == offer_id}
        assert ("fact" if bases == {"fact"} else "assumption") == row["basis"]


def test_an_offer_names_the_sources_of_its_numbers():
    """The row's list holds those of its cells."""
    for (offer_id, _), row in PROVENANCE.items():
        assert set(row["source"].split(";")) <= set(OFFERS[offer_id]["source"].split(";"))


def test_confirmed_on_is_the_date_of_the_newest_outside_source():
    """What rests on assumptions alone, or on undated sources, has no date."""
    for row in (*PROVENANCE.values(), *OFFERS.values()):
        named = [sources()[source_id] for source_id in row["source"].split(";")]
        dates = [
            source.published_on.isoformat()
            for source in named
            if source.published_on and not source.is_assumption
        ]
        assert max(dates, default="") == row["confirmed_on"]


def test_what_a_partner_never_said_is_not_a_fact():
    """Spacing, quotas and demand are this project's estimates, without exception."""
    own = {"min_spacing_km", "city_quota", "district_quota", "demand_units_per_month"}
    assert {"assumption"} == {row["basis"] for key, row in PROVENANCE.items() if key[1] in own}
