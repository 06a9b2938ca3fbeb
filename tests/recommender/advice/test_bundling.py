"""The best set of offers for a real cooperative: within what it has, and honest about what is not known."""

import datetime as dt

import pytest

from recommender.errors import NotFoundError, RefusedError

UNYUR = "kkmp-3673011007"
AMOUNTS = ("shop_area_m2", "store_area_m2", "own_capital_idr")


def state(workspace, **values):
    """Write values of Unyur."""
    with workspace.store.revision(author="t", source="t", made_at=workspace.now()) as revision:
        revision.upsert("cooperatives", [{"cooperative_id": UNYUR, **values}])


@pytest.fixture(name="bundles", scope="module")
def _bundles(serang):
    """Those of the whole city."""
    return [serang.bundle(one) for one in serang.gathered().cooperatives["cooperative_id"]]


def test_no_bundle_exceeds_what_the_cooperative_has(bundles):
    """Room, money and people, where known; at most five offers; nothing blocked, nothing twice."""
    for bundle in bundles:
        assert all(one.have is None or one.needed <= one.have for one in bundle.limits)
        pairs = [one.suggestion for one in bundle.offers]
        assert len({pair.offer_id for pair in pairs}) == len(pairs) <= 5
        assert not [pair for pair in pairs if pair.status == "blocked" or pair.is_running]


def test_no_bundle_counts_on_a_loan_while_no_scheme_is_open(bundles):
    """The sample's schemes wait or are withdrawn."""
    for bundle in bundles:
        assert [0.0] * 4 == [one.loan_idr for one in bundle.limits]
        if bundle.own_funds_idr is not None:
            assert bundle.capital_idr <= bundle.own_funds_idr
            assert 0 == bundle.loan_needed_idr


def test_the_sums_are_those_of_the_offers(bundles):
    """Margin, work, capital."""
    for bundle in bundles:
        pairs = [one.suggestion for one in bundle.offers]
        assert bundle.margin_idr == pytest.approx(sum(pair.expected_margin_idr for pair in pairs))
        assert bundle.jobs_count == pytest.approx(sum(pair.jobs_count for pair in pairs))
        assert bundle.capital_idr == sum(one.capital_idr for one in bundle.offers)
        assert bundle.margin_low_idr <= bundle.margin_idr <= bundle.margin_high_idr


def test_most_cooperatives_reach_two_jobs(bundles):
    """The city's target is met wherever some set within the limits meets it."""
    assert 0.8 * len(bundles) < sum(bundle.jobs_count >= 2 for bundle in bundles)


def test_every_offer_is_in_the_bundle_or_has_its_reason(bundles, serang):
    """Blocked and running ones and mentoring are spoken of elsewhere."""
    for bundle in bundles[:10]:
        advice = serang.suggest(bundle.cooperative_id)
        told = {one.suggestion.offer_id for one in bundle.offers} | {one.offer_id for one in bundle.left_out}
        groups = serang.gathered().context.offers.set_index("offer_id")["exclusive_group"]
        taken = {groups[one] for one in bundle.running} - {None}
        assert {one.offer_id for one in advice.suggestions if groups[one.offer_id] not in taken} == told
        assert all(one.sentence.endswith(".") for one in bundle.left_out)


def test_an_unknown_limit_is_told_and_what_needs_none_of_it_is_named(own):
    """The offers that need no room at all are certain."""
    state(own, shop_area_m2=None)
    bundle = own.bundle(UNYUR)
    offers = {one.suggestion.offer_id: one for one in bundle.offers}
    limit = next(one for one in bundle.limits if one.resource == "shop_area_m2")
    assert None is limit.have
    assert ("shop_area_m2" in bundle.unknown_limits) == (limit.needed != 0)
    shops = own.gathered().context.offers.set_index("offer_id")["shop_area_m2"]
    assert {0.0} >= {shops[one] for one in bundle.certain}
    assert offers


def test_room_and_money_added_never_lower_the_worth(own):
    """Here with the same chances: only what fits changes."""
    state(own, shop_area_m2=4, store_area_m2=4, own_capital_idr=5_000_000, cash_idr=None)
    for addition in own.bundle(UNYUR).additions:
        assert addition.amount > 0
        assert addition.reaches_target or addition.gain_idr > 0
        assert addition.comes_in
        assert addition.sentence.endswith(".")


def test_a_running_business_keeps_its_room_and_its_group(own):
    """Its area is not given twice, and no second one of its kind is advised."""
    state(own, shop_area_m2=31, store_area_m2=0)
    with own.store.revision(author="t", source="t", made_at=own.now()) as revision:
        event = {"event_id": "e", "cooperative_id": UNYUR, "offer_id": "toko-dikelola-mitra"}
        revision.upsert("events", [{**event, "occurred_on": dt.date(2026, 9, 1), "kind": "opened"}])
    bundle = own.bundle(UNYUR)
    shop = next(one for one in bundle.limits if one.resource == "shop_area_m2")
    assert (1.0, 30.0) == (shop.have, shop.running)
    assert ("toko-dikelola-mitra",) == bundle.running
    ids = {one.suggestion.offer_id for one in bundle.offers}
    assert not ids & {"toko-dikelola-mitra", "sembako-idfood", "konsinyasi"}


@pytest.mark.parametrize("name", AMOUNTS)
def test_a_blank_amount_never_looks_better_than_the_best_known_one(name, own):
    """The worth of the bundle with the field blank lies within that of its values."""

    def worth(value):
        state(own, **{name: value, **({"cash_idr": None} if name == "own_capital_idr" else {})})
        bundle = own.bundle(UNYUR)
        return bundle.jobs_count >= 2, bundle.expected_value_idr

    assert worth(None) <= max(worth(value) for value in (0, 10, 10_000, 10**9 if "idr" in name else 1000))


def test_the_number_of_offers_and_the_target_are_options(serang):
    """One offer; no target."""
    assert 1 >= len(serang.bundle(UNYUR, most=1).offers)
    free = serang.bundle(UNYUR, jobs_target=0)
    assert serang.bundle(UNYUR).expected_value_idr <= free.expected_value_idr


def test_nonsense_is_refused(serang):
    """No such cooperative; no offers at all; a negative target."""
    with pytest.raises(NotFoundError):
        serang.bundle("nobody")
    with pytest.raises(RefusedError):
        serang.bundle(UNYUR, most=0)
    with pytest.raises(RefusedError):
        serang.bundle(UNYUR, jobs_target=-1)
    for endless in (float("nan"), float("inf")):
        with pytest.raises(RefusedError):
            serang.bundle(UNYUR, jobs_target=endless)
