"""Everything about the offers of one day."""

import numpy as np

from tests.builders import make_context, make_financing, make_offers, make_partners, make_requirements


def test_offers_stand_by_id_and_mentoring_is_not_ranked():
    """Support is never ranked among business offers."""
    context = make_context(make_offers(offer_id=["b", "a"], sector=["mentoring", "retail"]))
    assert ("a", "b") == context.offer_ids
    assert [True, False] == context.ranked.tolist()


def test_readings_of_offers_are_made_only_where_something_is_unknown():
    """A complete catalogue is read once."""
    complete = {"capital_need_idr": 1, "shop_area_m2": 0, "store_area_m2": 0, "skill_level": 0}
    complete |= {"setup_days": 5, "jobs_count": 1}
    assert make_context(make_offers(**complete)).low is None
    assert make_context(make_offers(**{**complete, "setup_days": [5, None]})).low is not None


def test_rules_apply_only_to_offers_that_have_mandatory_ones():
    """The criterion of rules met means nothing elsewhere."""
    rules = make_requirements(offer_id=["o1", "o2"], field="has_deed", severity=["must", "should"])
    context = make_context(make_offers(offer_id=["o1", "o2", "o3"]), rules)
    assert [True, False, False] == context.applicable["rules_met_share"].tolist()


def test_the_partners_place_and_open_schemes_are_taken_in():
    """What the day's frames say beside the offers."""
    context = make_context(
        make_offers(),
        partners=make_partners(latitude_deg=-6.0, longitude_deg=106.0),
        financing=make_financing(ceiling_idr=7, needs_collateral=False),
    )
    assert (-6.0, 7.0) == (context.stated.numbers["latitude_deg"][0, 0], context.financing.ceiling_idr)


def test_no_offer_gives_an_empty_context():
    """A store without catalogue is no error."""
    context = make_context(make_offers(offer_id=[]))
    assert ((), 0) == (context.offer_ids, len(context.ranked))
    assert context.ranked.dtype == np.bool_
